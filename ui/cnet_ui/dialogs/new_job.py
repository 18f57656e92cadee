"""A new training job: its form, what would happen to it, and how a program would ask for it."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cnet_agent.client.stream import Refused, Stale
from cnet_agent.model.errors import AgentError, FieldError
from cnet_ui.agent_words import worded
from cnet_ui.background import spawn
from cnet_ui.dialogs.outlook_line import OutlookLine
from cnet_ui.dialogs.preview import Preview
from cnet_ui.dialogs.question import may_discard
from cnet_ui.models.job_form import body_of, job_form
from cnet_ui.models.outlook import Outlook, answered, away, refused, unfinished, unknown
from cnet_ui.models.request import Request
from cnet_ui.models.spec_fields import masked
from cnet_ui.models.task_request import TRAIN
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.preset_form import PresetForm
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.widgets.sheet_head import SheetHead

SIZE = QSize(820, 644)
QUIET = 250  # milliseconds without a key before the agent is asked
REMEMBERED = "training-job"  # the values of the last job, under this name
_KEPT = ("dataset", "epochs", "batch_size", "learning_rate", "runner", "image", "max_retries")


class NewJobDialog(Sheet):
    """Fills in a training job and submits it; ``started`` carries its id.

    Args:
        window: what it lies over.
        session: the agent to train on.
        preferences: where the last values are remembered.
        values: to be filled in, such as those of another job.
    """

    started = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: AgentSession,
        preferences: Preferences,
        values: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(window, SIZE, self.tr("New training job"))
        self._session = session
        self._preferences = preferences
        self._asking: asyncio.Task[None] | None = None
        self._is_submitting = False
        self.form = PresetForm(job_form(session.node), can_browse=session.is_local)
        self.form.set_values(values if values is not None else self._remembered())
        node = session.node
        on_node = self.tr("on {node}").format(node=node.name) if node else ""
        self.body.addWidget(SheetHead(self, self.tr("New training job"), on_node))
        self.body.addLayout(self._make_middle(), 1)
        self.body.addWidget(self._make_footer())
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._ask)
        self.form.changed.connect(self._typed)
        self.form.changed.connect(self._quiet.start)
        self.form.pointed.connect(self._point_at)
        session.connection_changed.connect(self._ask)
        session.destroyed.connect(self._end)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._run)
        self.first = self.form.editors["epochs"]
        self._ask()

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
        self.preview = Preview()
        column.addWidget(self.preview)
        return column

    def _make_footer(self) -> SheetFoot:
        self._line = OutlookLine()
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.run_button = Button(self.tr("Submit"), icon_name="play", kind="primary")
        self.run_button.setObjectName("submit-job")
        self.run_button.setAutoDefault(False)  # Enter in a field must not start anything
        self.run_button.clicked.connect(self._run)
        return SheetFoot(cancel, self.run_button, said=self._line)

    def _point_at(self, editor: QWidget) -> None:
        # Once what was unfolded has its place.
        QTimer.singleShot(0, editor, lambda: self._scroll.ensureWidgetVisible(editor, 0, 40))

    # -- what would happen --------------------------------------------------------------------

    def _body(self) -> dict[str, Any] | None:
        """Return the request; None where the environment is not finished, which is said."""
        try:
            body = body_of(self.form.values())
        except ValueError as error:
            text = self.tr("{line} is no variable: write NAME=value").format(line=error)
        else:
            if not (kept := masked(body)):
                return body
            text = self.tr("Give {names} again: the agent keeps secrets to itself.")
            text = text.format(names=", ".join(kept))
        self.form.show_errors([FieldError(("env",), text)], point=False)
        return None

    def _typed(self) -> None:
        found = self.form.problems()
        body = None if found else self._body()
        request = Request(body, service=TRAIN) if body is not None else None
        url, with_token = self._session.client.url, self._session.needs_token
        self.preview.show_request(url, request, with_token=with_token)
        if found or body is None:
            self._show_outlook(unfinished(found or self.form.told()))
        elif not self._line.outlook.can_run:
            self._show_outlook(unknown())

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        match self._session.connection:
            case Stale(_, reason) | Refused(reason):
                self._show_outlook(away(reason))
                return
        self._typed()
        if self.form.problems() or (body := self._body()) is None:
            self.preview.show_command(None)
        else:
            self._asking = spawn(self._dry_run(body), self)

    async def _dry_run(self, body: Mapping[str, Any]) -> None:
        try:
            found = await self._session.client.training.outlook(body)
        except AgentError as error:
            if not self._quiet.isActive():  # it would be about what stood there before
                self.preview.show_command(None)
                self._show_refusal(error, point=False)
            return
        if self._quiet.isActive():
            return
        self.form.show_errors([], point=False)
        self.preview.show_command(found)
        names = {each: task.name for each, task in self._session.tasks.items()}
        said = answered(found, names)
        more = f"{worded(found.message)} {said.more}".strip()
        self._show_outlook(Outlook(said.text, more, said.icon, said.tone, can_run=said.can_run))

    def _show_refusal(self, error: AgentError, *, point: bool) -> None:
        others = self.form.show_errors(error.errors, point=point)
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
            self._is_submitting = True  # at once, or a second click would submit it twice
            self.run_button.setEnabled(False)
            spawn(self._submit(body), self)

    async def _submit(self, body: Mapping[str, Any]) -> None:
        try:
            made = await self._session.client.training.submit(body)
        except AgentError as error:  # the dialog stays, with everything in it
            self._is_submitting = False
            self._show_refusal(error, point=True)
            return
        kept = {name: value for name, value in self.form.values().items() if name in _KEPT}
        self._preferences.remember(REMEMBERED, json.dumps(kept))
        self.started.emit(made.task_id)
        self.accept()

    def _remembered(self) -> dict[str, Any]:
        with suppress(ValueError):
            found = json.loads(self._preferences.recall(REMEMBERED) or "{}")
            if isinstance(found, dict):
                return {name: value for name, value in found.items() if name in _KEPT}
        return {}

    def _end(self) -> None:
        """Close without a question: the connection is gone for good."""
        super().reject()

    async def _ask_to_close(self) -> None:
        text = self.tr("The form for the training job has changes that are kept nowhere else.")
        if await may_discard(self._window, self.tr("Discard what you typed?"), text):
            super().reject()
