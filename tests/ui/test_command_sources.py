from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.model.phase import Phase
from cnet_ui.command_sources import (
    AGAIN,
    TaskCommands,
    agent_commands,
    language_commands,
    page_commands,
    preset_commands,
    theme_commands,
)
from cnet_ui.commands import Command, Kind
from cnet_ui.dialogs.preset_gallery import BY_HAND, CONTAINER
from cnet_ui.dispose import dispose
from cnet_ui.language import Language
from cnet_ui.pages.places import Place
from cnet_ui.session import AgentSession
from cnet_ui.theme import ThemeChoice
from helpers.console import builtin_presets, connected
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@dataclass
class Scene:
    agent: FakeAgent
    session: AgentSession
    window: QWidget
    done: list[tuple[str, str]] = field(default_factory=list)

    @property
    def tasks(self) -> TaskCommands:
        return TaskCommands(
            self.session, lambda each: self.done.append(("show", each)), self.window
        )

    def presets(self) -> list[Command]:
        return list(
            preset_commands(
                self.session,
                lambda each: self.done.append(("open", each)),
                lambda each: self.done.append(("run", each)),
            )
        )


@pytest.fixture
async def scene(qapp: object, tmp_path: Path) -> AsyncIterator[Scene]:
    tasks = [make_view(number, Phase.SUCCEEDED) for number in range(1, 41)]
    agent = FakeAgent(
        *tasks,
        make_view(50, name="mnist-cnn", labels={"team": "vision"}),
        presets=await builtin_presets(tmp_path),
    )
    async with connected(agent) as session:
        await until(lambda: session.presets)
        window = QWidget()
        yield Scene(agent, session, window)
        dispose(window)


def named(commands: Iterable[Command], title: str) -> Command:
    return next(each for each in commands if each.title == title)


async def test_a_task_by_hand_is_among_the_presets(scene: Scene) -> None:
    commands = list(
        preset_commands(
            scene.session,
            lambda each: scene.done.append(("open", each)),
            lambda each: scene.done.append(("run", each)),
        )
    )[-2:]
    assert [each.title for each in commands] == ["By hand", "Container"]
    for each in commands:
        assert each.at_once is None
        each.run()
    assert scene.done == [("open", BY_HAND), ("open", CONTAINER)]


async def test_pages_are_reached_by_their_name(scene: Scene) -> None:
    gone: list[str] = []
    places = [Place("tasks", "Tasks", "list-checks")]
    (command,) = page_commands(places, {"tasks": "Ctrl+2"}, gone.append)
    command.run()
    assert gone == ["tasks"]
    assert (command.kind, command.shortcut) == (Kind.PAGE, "Ctrl+2")


async def test_a_preset_opens_its_form_or_runs_at_once(scene: Scene) -> None:
    command = named(scene.presets(), "ML: Linear Regression")
    command.run()
    assert command.at_once is not None
    command.at_once()
    assert scene.done == [("open", "ml-linear-regression"), ("run", "ml-linear-regression")]


async def test_a_preset_is_found_by_what_it_can_do(scene: Scene) -> None:
    assert "predict" in named(scene.presets(), "ML: Linear Regression").keywords


async def test_a_preset_that_asks_for_more_cannot_run_at_once(scene: Scene) -> None:
    assert named(scene.presets(), "Shell command").at_once is None


async def test_what_needs_the_agent_says_why_not_while_it_is_away(scene: Scene) -> None:
    scene.agent.go_away()
    await until(lambda: not scene.session.is_live)
    assert {each.disabled for each in scene.presets()} == {"The agent does not answer."}
    assert named(scene.tasks.actions(), "Stop mnist-cnn").disabled == "The agent does not answer."
    assert named(scene.tasks.all(), "mnist-cnn").disabled == ""


async def test_tasks_are_found_newest_first_by_name_and_label(scene: Scene) -> None:
    commands = list(scene.tasks.all())
    assert [each.title for each in commands[:2]] == ["mnist-cnn", "task-40"]
    assert len(commands) == 41
    assert "vision" in commands[0].keywords
    assert commands[0].look is not None
    assert commands[0].look().label == "Running"
    commands[0].run()
    assert scene.done == [("show", make_view(50).id)]


async def test_an_open_task_can_be_stopped_and_an_ended_one_run_again(scene: Scene) -> None:
    actions = list(scene.tasks.actions())
    assert [each.title for each in actions[:2]] == ["Stop mnist-cnn", "Run task-40 again"]
    assert len(actions) == 1 + AGAIN
    actions[1].run()
    await until(lambda: scene.agent.questions("restart") == [make_view(40).id])
    await until(lambda: scene.done == [("show", make_view(1001).id)])


async def test_a_task_has_further_commands(scene: Scene) -> None:
    commands = list(scene.tasks.all())
    running, ended = commands[0], commands[1]
    assert running.more is not None
    assert ended.more is not None
    assert [each.title for each in running.more()] == [
        "Show mnist-cnn",
        "Stop mnist-cnn",
        "Copy the id",
    ]
    further = list(ended.more())
    assert further[1].title == "Run task-40 again"
    further[2].run()
    assert QGuiApplication.clipboard().text() == make_view(40).id


async def test_a_task_that_is_gone_has_no_commands(scene: Scene) -> None:
    command = named(scene.tasks.all(), "task-40")
    scene.agent.remove(make_view(40).id)
    await until(lambda: make_view(40).id not in scene.session.tasks)
    assert command.more is not None
    assert command.more() == []


async def test_each_theme_can_be_chosen(scene: Scene) -> None:
    chosen: list[ThemeChoice] = []
    for command in theme_commands(chosen.append):
        command.run()
    assert chosen == list(ThemeChoice)


async def test_each_language_can_be_chosen_by_its_own_name(scene: Scene) -> None:
    chosen: list[Language] = []
    commands = list(language_commands(chosen.append))
    for command in commands:
        command.run()
    assert chosen == list(Language)
    assert "Language: 繁體中文" in [command.title for command in commands]


async def test_the_agents_folders_are_opened_where_they_are(scene: Scene) -> None:
    commands = list(agent_commands(scene.session))
    named(commands, "Copy the agent's address").run()
    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:8080"
    assert named(commands, "Open the folder of the agent's logs").beside == "/data/logs"


async def test_folders_of_another_machine_cannot_be_opened(scene: Scene) -> None:
    scene.agent.url = "http://node-7:8080"
    commands = list(agent_commands(scene.session))
    assert named(commands, "Open the data directory").disabled == "It is on another machine."


async def test_before_there_is_an_agent_nothing_of_it_can_be_done(qapp: object) -> None:
    commands = list(agent_commands(AgentSession()))
    assert {each.disabled for each in commands} == {"There is no agent yet."}
