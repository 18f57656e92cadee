"""The settings in force."""

import asyncio

from pydantic import JsonValue

from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.server.ports import CannotListen, check_address
from cnet_agent.server.routes import Call, NoQuery, Route
from cnet_agent.wire.node import ConfigView
from cnet_agent.wire.requests import ConfigBody


async def view(call: Call[NoQuery, None]) -> ConfigView:
    """Answer every setting, where it came from, and whether a change takes effect at once."""
    return call.services.settings.view()


async def change(call: Call[NoQuery, ConfigBody]) -> ConfigView:
    """Change settings."""
    await _check_address(call.body.settings.get("agent.address"))
    view = await call.services.settings.change(call.body.settings)
    changed: list[JsonValue] = [*sorted(call.body.settings)]
    call.account.detail["settings"] = changed  # the keys; what they were set to may be private
    return view


async def _check_address(address: JsonValue) -> None:
    """Refuse an address with which the agent would not start again."""
    if not isinstance(address, str):
        return  # what is wrong with its type is said with the others
    try:
        await asyncio.to_thread(check_address, address)
    except CannotListen as error:
        what = FieldError(("settings", "agent.address"), str(error))
        raise InvalidRequest(f"agent.address: {error}", errors=(what,)) from None


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
