import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QCheckBox

from cnet_agent.model.phase import Phase
from cnet_ui.leaving import Outcome, ask_to_leave
from cnet_ui.pages.places import LOGS
from cnet_ui.preferences import Closing, Preferences
from cnet_ui.widgets.buttons import Button
from helpers.console import Console, console
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def idle(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    async with console(FakeAgent(), tmp_path, LOGS) as found:
        yield found


@pytest.fixture
async def busy(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    tasks = (make_view(1), make_view(2, Phase.QUEUED), make_view(3, Phase.FAILED))
    async with console(FakeAgent(*tasks), tmp_path, LOGS) as found:
        yield found


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "leaving.ini"), QSettings.Format.IniFormat))


async def press(shown: Console, answer: str, *, remember: bool = False) -> None:
    button = await until(lambda: shown.window.findChild(Button, f"answer-{answer}"))
    if remember:
        box = shown.window.findChild(QCheckBox, "remember")
        assert box is not None
        box.click()
    button.click()


async def test_leaving_with_nothing_to_do_asks_nothing(
    idle: Console, preferences: Preferences
) -> None:
    assert await ask_to_leave(idle.session, idle.window, preferences) is Outcome.QUIT


@pytest.mark.parametrize(
    ("answer", "outcome", "stopped"),
    [("cancel", Outcome.STAY, 0), ("quit", Outcome.QUIT, 0), ("stop", Outcome.QUIT, 2)],
)
async def test_leaving_while_a_task_runs_asks_what_becomes_of_it(
    busy: Console, preferences: Preferences, answer: str, outcome: Outcome, stopped: int
) -> None:
    leaving = asyncio.ensure_future(ask_to_leave(busy.session, busy.window, preferences))
    await press(busy, answer)
    if stopped:
        await until(lambda: len(busy.agent.questions("stop")) == stopped)
        for number in (1, 2):
            busy.agent.change(make_view(number, Phase.CANCELLED))
    assert await leaving is outcome
    assert len(busy.agent.questions("stop")) == stopped


async def test_where_there_is_a_tray_one_may_stay_in_it(
    idle: Console, preferences: Preferences
) -> None:
    leaving = asyncio.ensure_future(
        ask_to_leave(idle.session, idle.window, preferences, has_tray=True)
    )
    await press(idle, "tray")
    assert await leaving is Outcome.TRAY
    assert preferences.closing is Closing.ASK


@pytest.mark.parametrize(
    ("answer", "closing"), [("tray", Closing.TRAY), ("quit", Closing.QUIT), ("cancel", Closing.ASK)]
)
async def test_an_answer_for_good_is_asked_for_once(
    busy: Console, preferences: Preferences, answer: str, closing: Closing
) -> None:
    leaving = asyncio.ensure_future(
        ask_to_leave(busy.session, busy.window, preferences, has_tray=True)
    )
    await press(busy, answer, remember=True)
    outcome = await leaving
    assert preferences.closing is closing
    if closing is not Closing.ASK:
        again = ask_to_leave(busy.session, busy.window, preferences, has_tray=True)
        assert await again is outcome


async def test_stopping_tasks_is_never_answered_for_good(
    busy: Console, preferences: Preferences
) -> None:
    leaving = asyncio.ensure_future(ask_to_leave(busy.session, busy.window, preferences))
    await press(busy, "stop", remember=True)
    await until(lambda: len(busy.agent.questions("stop")) == 2)
    for number in (1, 2):
        busy.agent.change(make_view(number, Phase.CANCELLED))
    await leaving
    assert preferences.closing is Closing.ASK


async def test_one_who_stays_in_the_tray_is_asked_where_there_is_none(
    busy: Console, preferences: Preferences
) -> None:
    preferences.closing = Closing.TRAY
    leaving = asyncio.ensure_future(ask_to_leave(busy.session, busy.window, preferences))
    await press(busy, "cancel")
    assert await leaving is Outcome.STAY


async def test_the_tasks_of_an_agent_that_is_not_ours_are_not_asked_about(
    busy: Console, preferences: Preferences
) -> None:
    leaving = ask_to_leave(busy.session, busy.window, preferences, is_ours=False)
    assert await leaving is Outcome.QUIT
