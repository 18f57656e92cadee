"""What is done with models, after a question where something would be lost."""

import asyncio

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from cnet_agent.wire.models import ModelView
from cnet_agent.wire.task import TaskView
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.session import AgentSession

translate = QCoreApplication.translate

_EXAMPLE = "ml-linear-regression"  # the preset
_FILE = "models/linear_regression.joblib"


async def train_example(session: AgentSession) -> TaskView:
    """Train the model of the example, and return the task once it has ended.

    Raises:
        AgentError: it could not be asked, or the agent refuses.
    """
    wanted = {"operation": "train", "model_file": _FILE}
    task = await session.run_preset(_EXAMPLE, wanted)
    changed = asyncio.Event()
    connection = session.tasks_changed.connect(lambda _: changed.set())
    try:
        while not task.phase.is_final:
            await changed.wait()
            changed.clear()
            task = await session.task(task.id)
    finally:
        QObject.disconnect(connection)
    return task


async def serve_example(session: AgentSession) -> ModelView:
    """Have the model served that the example trained.

    Raises:
        AgentError: it could not be asked, or the agent refuses.
    """
    body = {"name": "linear-regression", "type": "linear_regression", "model_path": _FILE}
    return await session.client.models.register(body)


async def start(session: AgentSession, model: ModelView) -> None:
    """Have a model served again.

    Raises:
        AgentError: it could not be asked, or the agent refuses.
    """
    await session.client.models.start(model.id)


async def stop(session: AgentSession, model: ModelView, window: QWidget) -> None:
    """End the serving of a model, after a question while it answers requests.

    Raises:
        AgentError: it could not be asked.
    """
    if model.status != "running" or await _ask(
        window,
        translate("model_actions", "Stop {name}?").format(name=model.name),
        translate(
            "model_actions",
            "What it computes now is answered; later requests are refused until it is started"
            " again. It stays registered.",
        ),
        translate("model_actions", "Keep serving"),
        translate("model_actions", "Stop"),
    ):
        await session.client.models.stop(model.id)


async def remove(session: AgentSession, model: ModelView, window: QWidget) -> None:
    """Forget a model that is not served, after a question.

    Raises:
        AgentError: it could not be asked, or the agent refuses.
    """
    if await _ask(
        window,
        translate("model_actions", "Remove {name}?").format(name=model.name),
        translate(
            "model_actions",
            "All its versions are forgotten, with their logs and with files that were copied from"
            " tasks. Files of the workspace stay.",
        ),
        translate("model_actions", "Cancel"),
        translate("model_actions", "Remove"),
    ):
        await session.client.models.forget(model.id)


async def may_remove_version(model: ModelView, version: str, window: QWidget) -> bool:
    """Return whether to forget a version; always asks."""
    return await _ask(
        window,
        translate("model_actions", "Remove version {version} of {name}?").format(
            version=version, name=model.name
        ),
        translate("model_actions", "It is unloaded and forgotten; nothing leads back to it."),
        translate("model_actions", "Cancel"),
        translate("model_actions", "Remove"),
    )


async def _ask(window: QWidget, heading: str, text: str, keep: str, do: str) -> bool:
    """Return whether a person says to do it."""
    answers = [Answer(CANCEL, keep), Answer("do", do, "danger")]
    return await choose(window, heading, text, answers) == "do"
