"""What agents that died left behind."""

from pydantic import Field

from cnet_agent.model.fields import Strict
from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.wire.node import OrphanView


class OrphansQuery(Strict):
    """How current."""

    look: bool = Field(False, description="Look again now, in place of the last look's result.")


async def list_orphans(call: Call[OrphansQuery, None]) -> list[OrphanView]:
    """Answer what was found, each with the reason why it is taken for an orphan."""
    orphans = call.services.orphans
    if call.query.look:
        await orphans.look_again()
    return orphans.view()


async def remove(call: Call[NoQuery, None]) -> Reply:
    """Remove one: end the process, remove the group or the folder."""
    orphan = await call.services.orphans.remove(call.path["id"])
    call.account.detail |= {"kind": orphan.kind, "what": orphan.what, "task": orphan.task_id}
    return Reply(None, status=204)


ROUTES = (
    Route(
        "GET",
        "/api/orphans",
        "operate",  # command lines of other data directories' tasks are among them
        list_orphans,
        "What agents that died left behind",
        "Agent",
        list[OrphanView],
        query=OrphansQuery,
    ),
    Route("DELETE", "/api/orphans/{id}", "admin", remove, "Remove an orphan", "Agent", status=204),
)
