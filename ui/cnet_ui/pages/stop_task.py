"""Stops a task, and asks first where work would be lost."""

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.model.phase import Phase
from cnet_agent.model.quantities import format_duration
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.session import AgentSession
from cnet_ui.words import run_time, task_run_time

translate = QCoreApplication.translate


async def stop_task(session: AgentSession, task_id: str, window: QWidget) -> None:
    """Stop a task; one that runs only after a person has said so.

    Raises:
        AgentError: it could not be asked.
    """
    task = session.tasks[task_id]
    if task.phase is Phase.RUNNING:
        ran = run_time(task_run_time(task, time.time()) or 0.0)
        text = translate(
            "stop_task",
            "It has been running for {time}. It is asked to end, and killed after {grace}."
            " Its log is kept.",
        ).format(time=ran, grace=format_duration(task.stop_grace))
        answer = await choose(
            window,
            translate("stop_task", "Stop {name}?").format(name=task.name),
            text,
            [
                Answer(CANCEL, translate("stop_task", "Keep running")),
                Answer("stop", translate("stop_task", "Stop"), "danger"),
            ],
        )
        if answer != "stop":
            return
    await session.stop(task_id)
