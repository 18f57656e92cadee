"""The settings in force."""

from pydantic import JsonValue

from cnet_agent.server.routes import Call, NoQuery, Route
from cnet_agent.wire.node import ConfigView
from cnet_agent.wire.requests import ConfigBody


async def view(call: Call[NoQuery, None]) -> ConfigView:
    """Answer every setting, where it came from, and whether a change takes effect at once."""
    return call.services.settings.view()


async def change(call: Call[NoQuery, ConfigBody]) -> ConfigView:
    """Change settings."""
    view = await call.services.settings.change(call.body.settings)
    changed: list[JsonValue] = [*sorted(call.body.settings)]
    call.account.detail["settings"] = changed  # the keys; what they were set to may be private
    return view


ROUTES = (
    Route("GET", "/api/config", "admin", view, "The settings in force", "Agent", ConfigView),
    Route(
        "PATCH",
        "/api/config",
        "admin",
        change,
        "Change settings",
        "Agent",
        ConfigView,
        body=ConfigBody,
    ),
)
