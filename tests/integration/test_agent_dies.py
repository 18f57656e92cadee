"""A real agent is killed under the console, and comes back."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from cnet_agent.model.phase import Phase
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.dialogs.preset_gallery import BY_HAND
from cnet_ui.pages.places import TASKS
from cnet_ui.widgets.sheet import Sheet
from helpers.live_agent import live_agent
from helpers.real_window import PATIENCE, RealWindow, real_window
from helpers.waiting import until

pytestmark = [pytest.mark.gui, pytest.mark.integration]

LINES = 120
CHATTY = f"for i in $(seq {LINES}); do echo line $i.; sleep 0.05; done"


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[RealWindow]:
    with live_agent(tmp_path) as agent:
        for number in range(60):
            agent.submit("true", name=f"job-{number}")
        async with real_window(agent, tmp_path) as shown:
            yield shown


async def test_the_page_says_since_when_it_is_stale_keeps_all_and_heals(
    shown: RealWindow, tmp_path: Path
) -> None:
    agent, window = shown.agent, shown.window
    port = agent.url.rsplit(":", 1)[1]
    chatty = agent.shell(CHATTY, name="job-chatty")
    go, ended = tmp_path / "go", tmp_path / "ended"
    script = f"until [ -e {go} ]; do sleep 0.05; done; touch {ended}"
    ends_alone = agent.shell(script, name="job-that-ends")
    window.show_page(TASKS)
    page = window.tasks
    page._search.setText("job")
    page.choose(chatty)
    log = page.details.log
    await until(lambda: "line 20." in log.text.toPlainText(), PATIENCE)
    log.text.verticalScrollBar().setValue(3)
    await until(lambda: not log.following, PATIENCE)
    page.view.verticalScrollBar().setValue(200)
    window.new_task(BY_HAND)
    form = await until(lambda: window.findChild(NewTaskDialog), PATIENCE)
    typed = form.findChildren(QLineEdit)[-1]
    typed.setText("half of a sent")
    rows = page.table.rowCount()

    def kept() -> tuple[object, ...]:
        bars = (page.view.verticalScrollBar(), log.text.verticalScrollBar())
        texts = (page._search.text(), typed.text())
        return (page.chosen, page.details.tab, *(bar.value() for bar in bars), *texts)

    before = kept()
    agent.kill()
    await until(window.banner.isVisible, PATIENCE)
    assert "Stale since" in window.banner.accessibleName()
    go.touch()
    await until(ended.exists, PATIENCE)
    assert kept() == before
    assert page.table.rowCount() == rows
    assert page.history.tasks[ends_alone].phase is Phase.RUNNING  # as far as is known
    assert [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()] == [form]

    await asyncio.to_thread(agent.start, "--port", port)
    await until(lambda: not window.banner.isVisible(), PATIENCE)
    await until(lambda: page.history.tasks[ends_alone].phase is Phase.SUCCEEDED, PATIENCE)
    assert kept() == before
    assert [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()] == [form]
    form.reject()
    log.follow()
    await until(lambda: page.history.tasks[chatty].phase is Phase.SUCCEEDED, PATIENCE)
    await until(lambda: f"line {LINES}." in log.text.toPlainText(), PATIENCE)
    heard = log.text.toPlainText()
    assert [heard.count(f"line {number + 1}.") for number in range(LINES)] == [1] * LINES
