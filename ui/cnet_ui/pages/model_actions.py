"""What is done with models after a question where something would be lost."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.wire.models import ModelView
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.session import AgentSession

translate = QCoreApplication.translate


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
    answer = "stop"
    if model.status == "running":
        answer = await choose(
            window,
            translate("model_actions", "Stop {name}?").format(name=model.name),
            translate(
                "model_actions",
                "What it computes now is answered; later requests are refused until it is started"
                " again. It stays registered.",
            ),
            [
                Answer(CANCEL, translate("model_actions", "Keep serving")),
                Answer("stop", translate("model_actions", "Stop"), "danger"),
            ],
        )
    if answer != CANCEL:
        await session.client.models.stop(model.id)


async def remove(session: AgentSession, model: ModelView, window: QWidget) -> None:
    """Forget a model that is not served, after a question.

    Raises:
        AgentError: it could not be asked, or the agent refuses.
    """
    answer = await choose(
        window,
        translate("model_actions", "Remove {name}?").format(name=model.name),
        translate(
            "model_actions",
            "All its versions are forgotten, with their logs and with files that were copied from"
            " tasks. Files of the workspace stay.",
        ),
        [
            Answer(CANCEL, translate("model_actions", "Cancel")),
            Answer("remove", translate("model_actions", "Remove"), "danger"),
        ],
    )
    if answer != CANCEL:
        await session.client.models.forget(model.id)


async def may_remove_version(model: ModelView, version: str, window: QWidget) -> bool:
    """Return whether to forget a version; always asks."""
    answer = await choose(
        window,
        translate("model_actions", "Remove version {version} of {name}?").format(
            version=version, name=model.name
        ),
        translate("model_actions", "It is unloaded and forgotten; nothing leads back to it."),
        [
            Answer(CANCEL, translate("model_actions", "Cancel")),
            Answer("remove", translate("model_actions", "Remove"), "danger"),
        ],
    )
    return answer != CANCEL
