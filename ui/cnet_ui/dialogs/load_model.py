"""A new model, or a new version of one: its form, and how a program would ask for it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from cnet_agent.model.errors import FieldError
from cnet_agent.wire.models import ModelView
from cnet_ui.dialogs.form_sheet import FormSheet
from cnet_ui.models.model_form import body_of, finished, gpu_labels, model_form
from cnet_ui.models.outlook import Outlook
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button

MODELS = "/api/ml/models"

translate = QCoreApplication.translate


class LoadModelDialog(FormSheet):
    """Fills in a model and has it loaded; ``loaded`` carries the model's id.

    Args:
        window: what it lies over.
        session: the agent that is to serve it.
        model: of which it shall be a version; None for a model of its own.
        values: to be filled in, such as the task that made its file.
    """

    loaded = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: AgentSession,
        model: ModelView | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> None:
        self._model = model
        self._tasks = finished(session.tasks.values())
        wanted = (values or {}).get("task_id")
        if wanted and wanted not in self._tasks:  # of before, which no list has
            self._tasks = {wanted: wanted, **self._tasks}
        self._gpus = gpu_labels(session.node.gpus if session.node is not None else ())
        button = Button(translate("LoadModelDialog", "Load"), icon_name="play", kind="primary")
        button.setObjectName("load")
        title, beside = _heading(session, model)
        super().__init__(
            window,
            session,
            model_form(is_version=model is not None, tasks=self._tasks, gpus=self._gpus),
            {**_suggested(model), **(values or {})},
            title=title,
            beside=beside,
            button=button,
            has_command=False,
        )
        session.connection_changed.connect(self.typed)
        self.first = self.form.editors["version" if model is not None else "name"]
        self.typed()

    def request(self) -> dict[str, Any] | None:
        """Return the model, or the version; None where something in it is not finished."""
        try:
            is_version = self._model is not None
            return body_of(
                self.form.values(), is_version=is_version, tasks=self._tasks, gpus=self._gpus
            )
        except ValueError as error:
            field, sentence = error.args
            self.form.show_errors([FieldError((field,), sentence)], point=False)
            return None

    def path(self) -> str:
        """Return the place of all models, or of the versions of one."""
        return MODELS if self._model is None else f"{MODELS}/{self._model.id}/versions"

    def expect(self) -> None:
        """Say that it is loaded; nobody can tell before whether it can be."""
        text = self.tr("It is loaded, warmed up, and then takes requests.")
        self.show_outlook(Outlook(text, "", "circle-check", "good", can_run=True))

    async def submit(self, body: Mapping[str, Any]) -> None:
        """Register the model, or the version."""
        client = self.session.client.models
        if self._model is None:
            model_id = (await client.register(body)).id
        else:
            await client.add_version(self._model.id, body)
            model_id = self._model.id
        self.loaded.emit(model_id)


def _heading(session: AgentSession, model: ModelView | None) -> tuple[str, str]:
    """Return the title, and what stands beside it."""
    if model is not None:
        beside = translate("LoadModelDialog", "of {name}").format(name=model.name)
        return translate("LoadModelDialog", "Load new version"), beside
    node = session.node
    on_node = translate("LoadModelDialog", "on {node}").format(node=node.name) if node else ""
    return translate("LoadModelDialog", "Load model"), on_node


def _suggested(model: ModelView | None) -> dict[str, Any]:
    """Return the next version's name where the last one is a number."""
    if model is None:
        return {}
    names = {*model.wanted, *model.previous, model.version}
    numbers = [int(name) for name in names if name.isdecimal()]
    return {"version": str(max(numbers) + 1)} if numbers else {}
