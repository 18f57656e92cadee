"""The one question before the console ends: what becomes of the tasks."""

import asyncio
import logging

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.model.errors import AgentError
from cnet_agent.model.phase import Status
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.session import AgentSession

logger = logging.getLogger(__name__)

STOP_DEADLINE = 30.0  # seconds for tasks to end; what has not ended by then runs on

translate = QCoreApplication.translate


def open_tasks(session: AgentSession) -> list[str]:
    """Return the ids of the tasks that run or wait."""
    return [task.id for task in session.tasks.values() if not task.phase.is_final]


async def ask_to_leave(session: AgentSession, window: QWidget) -> bool:
    """Return whether to end; asks where tasks run or wait, and stops them if that is wanted."""
    tasks = [session.tasks[each] for each in open_tasks(session)]
    if not tasks or not session.is_live:
        return True
    running = sum(task.status is Status.RUNNING for task in tasks)
    waiting = len(tasks) - running
    parts = []
    if running:
        parts.append(
            translate(
                "leaving",
                "{count} tasks run on without the window: their logs stay complete, and the next"
                " start knows how they ended.",
            ).format(count=running)
        )
    if waiting:
        parts.append(
            translate(
                "leaving", "{count} tasks that wait or are to be tried again go on when CNET does."
            ).format(count=waiting)
        )
    answer = await choose(
        window,
        translate("leaving", "Quit CNET Console?"),
        " ".join(parts),
        [
            Answer(CANCEL, translate("leaving", "Cancel")),
            Answer("stop", translate("leaving", "Stop tasks and quit"), "danger"),
            Answer("keep", translate("leaving", "Quit, tasks run on"), "primary"),
        ],
    )
    if answer == "stop":
        await _stop_all(session)
    return answer != CANCEL


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
