"""The page of tasks in front of a real agent in a process of its own."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from cnet_agent.client.client import AgentClient
from cnet_agent.model.phase import Phase
from cnet_ui.main_window import MainWindow
from cnet_ui.pages import task_offers
from cnet_ui.pages.places import TASKS
from cnet_ui.pages.task_details import FILES, METRICS, TIMELINE
from cnet_ui.pages.tasks import TasksPage
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from helpers.console import theme
from helpers.live_agent import LiveAgent, live_agent
from helpers.real_window import PATIENCE, real_window
from helpers.waiting import until

pytestmark = [pytest.mark.gui, pytest.mark.integration]

FINISHED = 215  # more than a snapshot brings


@dataclass(frozen=True, slots=True)
class Scene:
    agent: LiveAgent
    session: AgentSession
    window: MainWindow
    page: TasksPage

    async def answer(self, key: str) -> None:
        button = await until(lambda: self.window.findChild(Button, f"answer-{key}"), PATIENCE)
        button.click()

    def phase(self, task_id: str) -> Phase:
        return self.page.history.tasks[task_id].phase


@pytest.fixture
async def scene(qapp: object, tmp_path: Path) -> AsyncIterator[Scene]:
    theme()
    with live_agent(tmp_path) as agent:
        async with AgentClient(agent.url) as client:
            begun = [
                await client.submit({"name": f"old-{number}", "command": "true"})
                for number in range(FINISHED)
            ]
            await asyncio.to_thread(agent.reaches, begun[-1].id, seconds=PATIENCE)
        async with real_window(agent, tmp_path) as shown:
            shown.window.show_page(TASKS)
            yield Scene(agent, shown.session, shown.window, shown.window.tasks)


async def test_all_of_the_history_is_listed_searched_and_removed(scene: Scene) -> None:
    page = scene.page
    await until(lambda: page.table.rowCount() >= 200, PATIENCE)
    page._search.setText("old-19")
    await until(lambda: page.history.is_complete, PATIENCE)
    matches = [number for number in range(FINISHED) if "old-19" in f"old-{number}"]
    await until(lambda: page.table.rowCount() == len(matches), PATIENCE)
    assert len(page.history.tasks) == FINISHED
    page.view.selectAll()
    page.acts.do(task_offers.REMOVE, page.view.chosen_ids)
    await scene.answer("remove")
    await until(lambda: page.table.rowCount() == 0, PATIENCE)
    await until(lambda: len(page.history.tasks) == FINISHED - len(matches), PATIENCE)
    left = scene.agent.ask("GET", "/api/tasks?limit=1000")
    assert len(left) == FINISHED - len(matches)


async def test_a_task_is_watched_changed_and_killed(scene: Scene, tmp_path: Path) -> None:
    page = scene.page
    script = (
        'trap "" TERM; echo x > "$CNET_TASK_DIR/note.txt"; echo ready; while :; do sleep 0.1; done'
    )
    task_id = scene.agent.shell(script, name="stubborn", stop_grace=60)
    page.choose(task_id)
    shown = page.details.log.text
    await until(lambda: "ready" in shown.toPlainText(), PATIENCE)
    page.choose(task_id, FILES)
    files = page.details._files
    await until(files.table.rowCount, PATIENCE)
    names = [files.table.file(row).path for row in range(files.table.rowCount())]
    files.save_to(names[names.index("note.txt")], tmp_path / "copy.txt")
    await until((tmp_path / "copy.txt").exists, PATIENCE)
    assert (tmp_path / "copy.txt").read_text() == "x\n"
    page.choose(task_id, METRICS)
    metrics = page.details._metrics
    assert metrics is not None
    await until(lambda: len(metrics._times) > 1, PATIENCE)
    page.acts.do(task_offers.EDIT, [task_id])
    save = await until(lambda: scene.window.findChild(Button, "save-task"))
    save.click()
    await until(lambda: scene.window.findChild(Button, "save-task") is None, PATIENCE)
    page.acts.do(task_offers.STOP, [task_id])
    await scene.answer("stop")
    await until(lambda: scene.phase(task_id) is Phase.STOPPING, PATIENCE)
    page.acts.do(task_offers.KILL, [task_id])
    await scene.answer("kill")
    await until(lambda: scene.phase(task_id) is Phase.CANCELLED, PATIENCE)
    page.choose(task_id, TIMELINE)
    timeline = page.details._timeline
    await until(lambda: "Stopped" in " ".join(e.text() for e in timeline.findChildren(QLabel)))
