from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel, QWidget

from cnet_agent.wire.node import ExecutorView
from cnet_ui.dispose import dispose
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.first_steps import FirstSteps
from helpers.console import connected, theme
from helpers.fake_agent import NODE, FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@dataclass
class Scene:
    agent: FakeAgent
    session: AgentSession
    preferences: Preferences
    card: FirstSteps

    def button(self, name: str) -> Button:
        found = self.card.findChild(Button, name)
        assert found is not None
        return found

    def steps(self) -> list[str]:
        return [
            each.accessibleName()
            for each in self.card.findChildren(QWidget)
            if not each.isHidden() and each.accessibleName().endswith((": Done", ": To do"))
        ]

    def use(self, **executors: ExecutorView) -> None:
        """Let the node say what it can run."""
        node = NODE.model_copy(update={"executors": {**NODE.executors, **executors}})
        self.session._mirror.node = node
        self.session.node_changed.emit()


def preferences(folder: Path) -> Preferences:
    return Preferences(QSettings(str(folder / "console.ini"), QSettings.Format.IniFormat))


@pytest.fixture
async def scene(qapp: object, tmp_path: Path) -> AsyncIterator[Scene]:
    theme()
    agent = FakeAgent()
    async with connected(agent) as session:
        kept = preferences(tmp_path)
        card = FirstSteps(session, kept)
        card.show()
        yield Scene(agent, session, kept, card)
        dispose(card)


FOUND = ExecutorView(available=True, detail="Docker 28.2")
ABSENT = ExecutorView(available=False, detail="Not part of this version")


async def test_steps_tick_themselves_off_when_they_become_true(scene: Scene) -> None:
    assert scene.steps() == [
        "The agent runs: Done",
        "A first task: To do",
        "Theme and language: To do",
        "Docker found: To do",
    ]
    scene.agent.change(make_view(1))
    await until(lambda: "A first task: Done" in scene.steps())
    scene.preferences.theme = ThemeChoice.DARK
    scene.use(process=FOUND)
    assert "Theme and language: Done" in scene.steps()
    count = next(label for label in scene.card.findChildren(QLabel) if " of " in label.text())
    assert count.text() == "3 of 4 done"


async def test_the_card_goes_for_good_when_all_is_done(scene: Scene) -> None:
    scene.agent.change(make_view(1))
    await until(lambda: "A first task: Done" in scene.steps())
    scene.preferences.theme = ThemeChoice.LIGHT
    scene.use(container=FOUND)
    assert not scene.card.isVisible()
    again = FirstSteps(scene.session, scene.preferences)
    assert again.isHidden()
    dispose(again)


async def test_the_card_can_be_sent_away_for_good(scene: Scene) -> None:
    dismiss = scene.card.findChild(IconButton, "dismiss-first-steps")
    assert dismiss is not None
    dismiss.click()
    assert not scene.card.isVisible()
    scene.use(container=FOUND)
    assert not scene.card.isVisible()
    assert scene.preferences.recall("first-steps-done")


async def test_what_was_done_once_stays_done(scene: Scene, tmp_path: Path) -> None:
    scene.agent.change(make_view(1))
    await until(lambda: "A first task: Done" in scene.steps())
    scene.agent.remove(make_view(1).id)
    await until(lambda: not scene.session.tasks)
    assert "A first task: Done" in scene.steps()
    again = FirstSteps(scene.session, preferences(tmp_path))
    assert any(
        each.accessibleName() == "A first task: Done" for each in again.findChildren(QWidget)
    )
    dispose(again)


async def test_a_step_leads_to_where_it_is_done(scene: Scene) -> None:
    wanted: list[str] = []
    scene.card.task_wanted.connect(lambda: wanted.append("task"))
    scene.card.settings_wanted.connect(lambda: wanted.append("settings"))
    scene.button("first-task").click()
    scene.button("first-look").click()
    assert wanted == ["task", "settings"]
    assert "Theme and language: Done" in scene.steps()


async def test_docker_is_no_step_where_the_agent_does_not_look_for_it(scene: Scene) -> None:
    scene.use(container=ABSENT)
    assert len(scene.steps()) == 3
    scene.use(container=ExecutorView(available=False, detail="Docker is not reachable"))
    assert len(scene.steps()) == 4


async def test_a_first_task_waits_for_an_agent(scene: Scene) -> None:
    scene.agent.go_away()
    await until(lambda: not scene.session.is_live)
    assert not scene.button("first-task").isEnabled()
    assert scene.button("first-task").toolTip() == "The agent does not answer."
