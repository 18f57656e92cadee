"""The audit log, in the console."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.wire.audit import AuditEntry
from cnet_ui.pages.places import SETTINGS
from cnet_ui.pages.settings.audit import FEW, MANY, AuditGroup, result, what
from cnet_ui.pages.settings.placement import Place
from helpers.console import Console, console
from helpers.factories import EPOCH
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui

STOPPED = AuditEntry(
    at=EPOCH + 2,
    action="request",
    who="token-1",
    name="ci",
    method="POST",
    route="/api/tasks/{id}/stop",
    path={"id": "7"},
    status=403,
    why="not allowed",
    repeated=3,
)
STARTED = AuditEntry(at=EPOCH, action="agent.started", who="agent")


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent()
    agent.audited = [STOPPED, STARTED, STARTED]
    async with console(agent, tmp_path, SETTINGS) as found:
        found.window.settings.show_section(Place.NETWORK)
        await until(lambda: group(found).table.rowCount() == 3)
        yield found


def group(shown: Console) -> AuditGroup:
    found = shown.window.settings.findChild(AuditGroup)
    assert isinstance(found, AuditGroup)
    return found


def test_an_entry_says_what_was_done_and_what_came_of_it() -> None:
    assert what(STOPPED) == "POST /api/tasks/7/stop × 3"
    assert result(STOPPED) == "403 not allowed"
    assert (what(STARTED), result(STARTED)) == ("agent.started", "—")


async def test_entries_of_one_are_asked_for(shown: Console) -> None:
    group(shown)._filter.setText("ci")
    await until(lambda: group(shown).table.rowCount() == 1)
    assert shown.agent.questions("audit") == [(None, FEW), ("ci", FEW)]


async def test_earlier_ones_are_asked_for_where_there_are_some(shown: Console) -> None:
    assert not group(shown)._earlier.isEnabled()
    shown.agent.audited = [
        AuditEntry(at=EPOCH - number, action="tasks.removed", who="agent")
        for number in range(FEW + 1)
    ]
    group(shown).refresh_button.click()
    await until(group(shown)._earlier.isEnabled)
    group(shown)._earlier.click()
    await until(lambda: group(shown).table.rowCount() == FEW + 1)
    assert shown.agent.questions("audit")[-1] == (None, MANY)
