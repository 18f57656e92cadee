"""The settings in force."""

import asyncio

from pydantic import JsonValue

from cnet_agent.config.errors import UnusableWorkspace
from cnet_agent.config.paths import at_home, is_at_no_home
from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.runtime.workspace import check_workspace
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
    await _check_workspace(call.body.settings.get("agent.workspace"))
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
        raise _refusal("agent.address", told(error)) from None


async def _check_workspace(folder: JsonValue) -> None:
    """Refuse a workspace with which the agent would not start again, or elsewhere next time."""
    if not isinstance(folder, str) or not folder or "\0" in folder or is_at_no_home(folder):
        return  # the default, or what is said with the others
    try:
        await asyncio.to_thread(check_workspace, at_home(folder))
    except UnusableWorkspace as error:
        raise _refusal("agent.workspace", told(error)) from None


def _refusal(key: str, why: str) -> InvalidRequest:
    return InvalidRequest(
        Sentence("{place}: {problem}", place=key, problem=why),
        errors=(FieldError(("settings", key), why),),
    )


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
