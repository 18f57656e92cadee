"""Asks before work is stopped or removed: names what it is, and what becomes of it."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.model.phase import Phase
from cnet_agent.model.quantities import format_duration
from cnet_agent.wire.task import TaskView
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.session import AgentSession
from cnet_ui.words import run_time, task_run_time

NAMED = 5  # tasks that a question names

translate = QCoreApplication.translate


async def stop_task(session: AgentSession, task: TaskView, window: QWidget) -> None:
    """Stop a task, after a question where work would be lost.

    Raises:
        AgentError: it could not be asked.
    """
    if await may_stop([task], window):
        await session.stop(task.id)


async def may_stop(tasks: Sequence[TaskView], window: QWidget) -> bool:
    """Return whether to stop tasks; asks where one of several is, or work would be lost."""
    if len(tasks) > 1:
        return await _ask(
            window,
            translate("stop_task", "Stop {count} tasks?").format(count=len(tasks)),
            named(tasks)
            + "\n\n"
            + translate(
                "stop_task",
                "Each is asked to end, and killed when its time for that is over. The logs are"
                " kept.",
            ),
            Answer(CANCEL, translate("stop_task", "Cancel")),
            Answer("stop", translate("stop_task", "Stop all"), "danger"),
        )
    (task,) = tasks
    if task.phase is not Phase.RUNNING:
        return True
    ran = run_time(task_run_time(task, time.time()) or 0.0)
    return await _ask(
        window,
        translate("stop_task", "Stop {name}?").format(name=task.name),
        translate(
            "stop_task",
            "It has been running for {time}. It is asked to end, and killed after {grace}."
            " Its log is kept.",
        ).format(time=ran, grace=format_duration(task.stop_grace)),
        Answer(CANCEL, translate("stop_task", "Keep running")),
        Answer("stop", translate("stop_task", "Stop"), "danger"),
    )


async def may_kill(tasks: Sequence[TaskView], window: QWidget) -> bool:
    """Return whether to end at once tasks that were asked to end; always asks."""
    if len(tasks) > 1:
        heading = translate("stop_task", "Kill {count} tasks?").format(count=len(tasks))
        what = translate("stop_task", "What they have not saved is lost.")
        text = f"{named(tasks)}\n\n{what}"
    else:
        heading = translate("stop_task", "Kill {name}?").format(name=tasks[0].name)
        text = translate(
            "stop_task",
            "It was asked to end, and has up to {grace} for that. What it has not saved is lost.",
        ).format(grace=format_duration(tasks[0].stop_grace))
    return await _ask(
        window,
        heading,
        text,
        Answer(CANCEL, translate("stop_task", "Let it end")),
        Answer("kill", translate("stop_task", "Kill now"), "danger"),
    )


async def may_remove(tasks: Sequence[TaskView], window: QWidget) -> bool:
    """Return whether to remove tasks that have ended; always asks."""
    if len(tasks) > 1:
        heading = translate("stop_task", "Remove {count} tasks?").format(count=len(tasks))
        what = translate("stop_task", "Their logs and files are deleted with them.")
        text = f"{named(tasks)}\n\n{what}"
    else:
        heading = translate("stop_task", "Remove {name}?").format(name=tasks[0].name)
        text = translate("stop_task", "Its log and its files are deleted with it.")
    return await _ask(
        window,
        heading,
        text,
        Answer(CANCEL, translate("stop_task", "Cancel")),
        Answer("remove", translate("stop_task", "Remove"), "danger"),
        consequence=translate("stop_task", "This cannot be undone."),
    )


async def may_run_again(tasks: Sequence[TaskView], window: QWidget) -> bool:
    """Return whether to run tasks again; asks where they are many."""
    if len(tasks) <= NAMED:
        return True
    return await _ask(
        window,
        translate("stop_task", "Run {count} tasks again?").format(count=len(tasks)),
        named(tasks),
        Answer(CANCEL, translate("stop_task", "Cancel")),
        Answer("again", translate("stop_task", "Run again"), "primary"),
    )


def named(tasks: Sequence[TaskView]) -> str:
    """Return the names of the first tasks, a line each, and how many more there are."""
    lines = [task.name for task in tasks[:NAMED]]
    more = len(tasks) - len(lines)
    if more > 0:
        lines.append(translate("stop_task", "and {count} more").format(count=more))
    return "\n".join(lines)


async def _ask(
    window: QWidget, heading: str, text: str, *answers: Answer, consequence: str = ""
) -> bool:
    answer = await choose(window, heading, text, answers, consequence=consequence)
    return answer != CANCEL
