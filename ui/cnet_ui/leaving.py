"""The one question when the window closes: stay in the tray or end, and what becomes of tasks."""

import asyncio
import logging
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.model.errors import AgentError
from cnet_agent.model.phase import Status
from cnet_ui.dialogs.question import CANCEL, Answer, choose_and_remember
from cnet_ui.preferences import Closing, Preferences
from cnet_ui.session import AgentSession

logger = logging.getLogger(__name__)

STOP_DEADLINE = 30.0  # seconds for tasks to end; what has not ended by then runs on

translate = QCoreApplication.translate


class Outcome(StrEnum):
    """What becomes of the window."""

    STAY = "stay"
    TRAY = "tray"
    QUIT = "quit"


def open_tasks(session: AgentSession) -> list[str]:
    """Return the ids of the tasks that run or wait."""
    return [task.id for task in session.tasks.values() if not task.phase.is_final]


async def ask_to_leave(
    session: AgentSession,
    window: QWidget,
    preferences: Preferences,
    *,
    has_tray: bool = False,
    is_ours: bool = True,
) -> Outcome:
    """Return what to do about a window that closes; asks unless that was answered for good.

    Args:
        session: the agent of this node; its tasks are stopped if that is wanted.
        window: what the question lies over.
        preferences: whether one has answered for good.
        has_tray: whether one can go on without a window.
        is_ours: whether the agent ends with the console.
    """
    match preferences.closing:
        case Closing.TRAY if has_tray:
            return Outcome.TRAY
        case Closing.QUIT:
            return Outcome.QUIT
    tasks = open_tasks(session) if is_ours and session.is_live else []
    if not tasks and not has_tray:
        return Outcome.QUIT
    answers = [Answer(CANCEL, translate("leaving", "Cancel"))]
    if tasks:
        answers.append(Answer("stop", translate("leaving", "Stop tasks and quit"), "danger"))
    quit_word = (
        translate("leaving", "Quit, tasks run on") if tasks else translate("leaving", "Quit")
    )
    answers.append(Answer("quit", quit_word, "normal" if has_tray else "primary"))
    if has_tray:
        answers.append(Answer("tray", translate("leaving", "Keep in the tray"), "primary"))
    answer, is_for_good = await choose_and_remember(
        window,
        translate("leaving", "Close the window?")
        if has_tray
        else translate("leaving", "Quit CNET Console?"),
        _consequences(session, tasks, has_tray=has_tray, is_ours=is_ours),
        answers,
        translate("leaving", "Do not ask again, except to stop tasks"),
    )
    return await _carry_out(answer, session, preferences, is_for_good=is_for_good)


async def _carry_out(
    answer: str, session: AgentSession, preferences: Preferences, *, is_for_good: bool
) -> Outcome:
    match answer:
        case "tray" | "quit":
            if is_for_good:
                preferences.closing = Closing(answer)
            return Outcome(answer)
        case "stop":
            await _stop_all(session)
            return Outcome.QUIT
    return Outcome.STAY


def _consequences(session: AgentSession, tasks: list[str], *, has_tray: bool, is_ours: bool) -> str:
    running = sum(session.tasks[each].status is Status.RUNNING for each in tasks)
    waiting = len(tasks) - running
    parts = []
    if has_tray:
        parts.append(
            translate("leaving", "In the tray the agent works on and tells when tasks end.")
            if is_ours
            else translate("leaving", "In the tray the console tells when tasks end.")
        )
    if running:
        parts.append(
            translate(
                "leaving",
                "Tasks that run ({count}) go on when you quit: their logs stay complete, and the"
                " next start knows how they ended.",
            ).format(count=running)
        )
    if waiting:
        parts.append(
            translate(
                "leaving",
                "Those that wait or are to be tried again ({count}) go on when CNET does.",
            ).format(count=waiting)
        )
    return " ".join(parts)


async def _stop_all(session: AgentSession) -> None:
    """Stop every open task and wait until they have ended, or for the deadline.

    Raises:
        AgentError: the agent refused to stop one.
    """
    results = await asyncio.gather(
        *(session.stop(each) for each in open_tasks(session)), return_exceptions=True
    )
    refused = next((each for each in results if isinstance(each, AgentError)), None)
    if refused is not None:
        raise refused
    ended = asyncio.Event()

    def look(_: object = None) -> None:
        if not open_tasks(session):
            ended.set()

    session.tasks_changed.connect(look)
    look()
    try:
        async with asyncio.timeout(STOP_DEADLINE):
            await ended.wait()
    except TimeoutError:
        logger.warning("tasks were still ending after %.0f s", STOP_DEADLINE)
    finally:
        session.tasks_changed.disconnect(look)
