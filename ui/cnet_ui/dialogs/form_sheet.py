"""A dialog that is a form: fields, how a program would ask for the same, what would happen."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cnet_agent.client.stream import Refused, Stale
from cnet_agent.model.errors import AgentError
from cnet_agent.model.preset import Preset
from cnet_ui.background import spawn
from cnet_ui.dialogs.outlook_line import OutlookLine
from cnet_ui.dialogs.preview import Preview
from cnet_ui.dialogs.question import may_discard
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


class FormSheet(Sheet):
    """Asks before what was typed is lost, and stays with all of it where the agent refuses.

    A subclass says what the request is (``request`` and ``path``), what is to be expected of it
    (``expect``), and sends it (``submit``).

    Args:
        window: what it lies over.
        session: the agent that is asked.
        form: its fields.
        values: to be filled in.
        title: of the dialog.
        beside: what it is about, beside the title.
        button: the primary button.
        has_command: whether the preview shows a command.
    """

    def __init__(
        self,
        window: QWidget,
        session: AgentSession,
        form: Preset,
        values: Mapping[str, Any],
        *,
        title: str,
        beside: str,
        button: Button,
        has_command: bool,
    ) -> None:
        super().__init__(window, SIZE, title)
        self.session = session
        self.is_submitting = False
        self.run_button = button
        self.form = PresetForm(form, can_browse=session.is_local)
        self.form.set_values(values)
        self.form.is_edited = False  # what is filled in for a person, nobody typed
        self.preview = Preview(has_command=has_command)
        self.line = OutlookLine()
        self.body.addWidget(SheetHead(self, title, beside))
        self.body.addLayout(self._make_middle(), 1)
        self.body.addWidget(self._make_footer())
        self.form.changed.connect(self.typed)
        self.form.pointed.connect(self._point_at)
        session.destroyed.connect(self._end)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.run)

    # -- what a subclass says -----------------------------------------------------------------

    @abstractmethod
    def request(self) -> dict[str, Any] | None:
        """Return the body of the request; None where something is not finished, which is said."""

    @abstractmethod
    def path(self) -> str:
        """Return where the request goes."""

    @abstractmethod
    async def submit(self, body: Mapping[str, Any]) -> None:
        """Send the request, and tell of it.

        Raises:
            AgentError: it was refused.
        """

    @abstractmethod
    def expect(self) -> None:
        """Say what would happen to a request that is finished."""

    # -- what would happen --------------------------------------------------------------------

    def typed(self) -> None:
        """Show the request, and what is still missing or what would happen."""
        found = self.form.problems()
        body = None if found else self.request()
        request = Request(body, service=self.path()) if body is not None else None
        url, with_token = self.session.url, self.session.needs_token
        self.preview.show_request(url, request, with_token=with_token)
        match self.session.connection:
            case Stale(_, reason) | Refused(reason):
                self.show_outlook(away(reason))
            case _ if body is None:
                self.show_outlook(unfinished(found or self.form.told()))
            case _:
                self.expect()

    def show_outlook(self, outlook: Outlook) -> None:
        """Say what would happen; nothing can be sent where it says so."""
        self.line.show_outlook(outlook)
        self.run_button.setEnabled(outlook.can_run and not self.is_submitting)
        self.run_button.setToolTip(self.tr("Ctrl+Enter") if outlook.can_run else outlook.reason)

    def show_refusal(self, error: AgentError, *, point: bool) -> None:
        """Say what the agent refused, at its fields; the first gets the focus if ``point``."""
        others = self.form.show_errors(error.errors, point=point)
        told = self.form.told()
        self.show_outlook(unfinished(told) if told and not others else refused(error, others))

    # -- sending and leaving ------------------------------------------------------------------

    def run(self) -> None:
        """Send what the form says, once."""
        if self.is_submitting or not self.form.check() or not self.run_button.isEnabled():
            return
        if (body := self.request()) is not None:
            self.is_submitting = True  # at once, or a second click would send it twice
            self.run_button.setEnabled(False)
            spawn(self._send(body), self)

    def reject(self) -> None:
        """Close; where something was typed, only when a person says so."""
        if self.form.is_edited:
            spawn(self._ask_to_close(), self)
        else:
            super().reject()

    async def _send(self, body: Mapping[str, Any]) -> None:
        try:
            await self.submit(body)
        except AgentError as error:  # the dialog stays, with everything in it
            self.is_submitting = False
            self.show_refusal(error, point=True)
            return
        self.accept()

    def _end(self) -> None:
        """Close without a question: the connection is gone for good."""
        super().reject()

    async def _ask_to_close(self) -> None:
        text = self.tr("The form has changes that are kept nowhere else.")
        if await may_discard(self._window, self.tr("Discard what you typed?"), text):
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
        column.addWidget(self.preview)
        return column

    def _make_footer(self) -> SheetFoot:
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.run_button.setAutoDefault(False)  # Enter in a field must not start anything
        self.run_button.clicked.connect(self.run)
        return SheetFoot(cancel, self.run_button, said=self.line)

    def _point_at(self, editor: QWidget) -> None:
        # Once what was unfolded has its place.
        QTimer.singleShot(0, editor, lambda: self._scroll.ensureWidgetVisible(editor, 0, 40))
