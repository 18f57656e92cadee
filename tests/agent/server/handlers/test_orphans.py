"""Orphans over HTTP."""

from cnet_agent.runtime.orphans.orphan import Orphan
from helpers.factories import EPOCH
from helpers.fake_services import Served
from helpers.raw_http import Talk

ORPHAN = Orphan("process", "1 2", "Process 1: sleep", "Its task has ended.", EPOCH, False, pid=1)


async def test_orphans_are_shown_and_removed_on_demand(served: Served, talk: Talk) -> None:
    token = {"Authorization": f"Bearer {served.token}"}
    served.finder.orphans = [ORPHAN]
    assert (await talk.ask("GET", "/api/orphans", token)).json == []  # of the last look
    (shown,) = (await talk.ask("GET", "/api/orphans?look=true", token)).json
    assert (shown["id"], shown["why"], shown["pid"]) == (ORPHAN.id, "Its task has ended.", 1)
    assert (await talk.ask("DELETE", f"/api/orphans/{ORPHAN.id}", token)).status == 204
    assert served.finder.orphans == []
    assert (await talk.ask("DELETE", f"/api/orphans/{ORPHAN.id}", token)).status == 404
    removed, missed = served.audit.entries
    assert removed.detail == {"kind": "process", "what": "Process 1: sleep", "task": None}
    assert missed.status == 404
