"""A new model, or a new version of one: its form, and how a program would ask for it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cnet_agent.client.stream import Refused, Stale
from cnet_agent.model.errors import AgentError, FieldError
from cnet_agent.wire.models import ModelView
from cnet_ui.background import spawn
from cnet_ui.dialogs.outlook_line import OutlookLine
from cnet_ui.dialogs.preview import Preview
from cnet_ui.dialogs.question import may_discard
from cnet_ui.models.model_form import body_of, finished, model_form
from cnet_ui.models.outlook import Outlook, away, refused, unfinished
from cnet_ui.models.request import Request
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.preset_form import PresetForm
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.widgets.sheet_head import SheetHead

SIZE = QSize(820, 644)
MODELS = "/api/ml/models"


class LoadModelDialog(Sheet):
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
        title = self.tr("Load model") if model is None else self.tr("Load new version")
        super().__init__(window, SIZE, title)
        self._session = session
        self._model = model
        self._is_submitting = False
        self._tasks = finished(session.tasks.values())
        wanted = (values or {}).get("task_id")
        if wanted and wanted not in self._tasks:  # of before, which no list has
            self._tasks = {wanted: wanted, **self._tasks}
        form = model_form(is_version=model is not None, tasks=self._tasks)
        self.form = PresetForm(form, can_browse=session.is_local)
        self.form.set_values({**_suggested(model), **(values or {})})
        node = session.node
        if model is not None:
            where = self.tr("of {name}").format(name=model.name)
        else:
            where = self.tr("on {node}").format(node=node.name) if node else ""
        self.body.addWidget(SheetHead(self, title, where))
        self.body.addLayout(self._make_middle(), 1)
        self.body.addWidget(self._make_footer())
        self.form.changed.connect(self._typed)
        self.form.pointed.connect(self._point_at)
        session.connection_changed.connect(self._typed)
        session.destroyed.connect(self._end)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._run)
        self.first = self.form.editors["version" if model is not None else "name"]
        self._typed()

    def reject(self) -> None:
        """Close; where something was typed, only when a person says so."""
        if self.form.is_edited:
            spawn(self._ask_to_close(), self)
        else:
            super().reject()

    # -- parts --------------------------------------------------------------------------------

    def _make_middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(self.form.preset.description, tone="secondary", wrap=True))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = plain()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.form)
        self._scroll.setWidget(holder)
        self._scroll.viewport().setAutoFillBackground(False)
        column.addWidget(self._scroll, 1)
        self.preview = Preview(has_command=False)
        column.addWidget(self.preview)
        return column

    def _make_footer(self) -> SheetFoot:
        self._line = OutlookLine()
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.run_button = Button(self.tr("Load"), icon_name="play", kind="primary")
        self.run_button.setObjectName("load")
        self.run_button.setAutoDefault(False)  # Enter in a field must not start anything
        self.run_button.clicked.connect(self._run)
        return SheetFoot(cancel, self.run_button, said=self._line)

    def _point_at(self, editor: QWidget) -> None:
        # Once what was unfolded has its place.
        QTimer.singleShot(0, editor, lambda: self._scroll.ensureWidgetVisible(editor, 0, 40))

    # -- what would happen --------------------------------------------------------------------

    def _body(self) -> dict[str, Any] | None:
        """Return the request; None where something in it is not finished, which is said."""
        try:
            is_version = self._model is not None
            return body_of(self.form.values(), is_version=is_version, tasks=self._tasks)
        except ValueError as error:
            field, sentence = error.args
            self.form.show_errors([FieldError((field,), sentence)], point=False)
            return None

    def _path(self) -> str:
        return MODELS if self._model is None else f"{MODELS}/{self._model.id}/versions"

    def _typed(self) -> None:
        found = self.form.problems()
        body = None if found else self._body()
        request = Request(body, service=self._path()) if body is not None else None
        url, with_token = self._session.url, self._session.needs_token
        self.preview.show_request(url, request, with_token=with_token)
        match self._session.connection:
            case Stale(_, reason) | Refused(reason):
                self._show_outlook(away(reason))
                return
        if found or body is None:
            self._show_outlook(unfinished(found or self.form.told()))
        else:
            text = self.tr("It is loaded, warmed up, and then takes requests.")
            self._show_outlook(Outlook(text, "", "circle-check", "good", can_run=True))

    def _show_refusal(self, error: AgentError) -> None:
        others = self.form.show_errors(error.errors)
        told = self.form.told()
        self._show_outlook(unfinished(told) if told and not others else refused(error, others))

    def _show_outlook(self, outlook: Outlook) -> None:
        self._line.show_outlook(outlook)
        self.run_button.setEnabled(outlook.can_run and not self._is_submitting)
        self.run_button.setToolTip(self.tr("Ctrl+Enter") if outlook.can_run else outlook.reason)

    # -- submitting and leaving ---------------------------------------------------------------

    def _run(self) -> None:
        if self._is_submitting or not self.form.check() or not self.run_button.isEnabled():
            return
        if (body := self._body()) is not None:
            self._is_submitting = True  # at once, or a second click would load it twice
            self.run_button.setEnabled(False)
            spawn(self._submit(body), self)

    async def _submit(self, body: Mapping[str, Any]) -> None:
        client = self._session.client.models
        try:
            if self._model is None:
                model_id = (await client.register(body)).id
            else:
                await client.add_version(self._model.id, body)
                model_id = self._model.id
        except AgentError as error:  # the dialog stays, with everything in it
            self._is_submitting = False
            self._show_refusal(error)
            return
        self.loaded.emit(model_id)
        self.accept()

    def _end(self) -> None:
        """Close without a question: the connection is gone for good."""
        super().reject()

    async def _ask_to_close(self) -> None:
        text = self.tr("The form for the model has changes that are kept nowhere else.")
        if await may_discard(self._window, self.tr("Discard what you typed?"), text):
            super().reject()


def _suggested(model: ModelView | None) -> dict[str, Any]:
    """Return the next version's name where the last one is a number."""
    if model is None:
        return {}
    numbers = [int(name) for name in {*model.wanted, model.version} if name.isdecimal()]
    return {"version": str(max(numbers) + 1)} if numbers else {}
