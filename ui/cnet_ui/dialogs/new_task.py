"""A new task: a preset from the gallery, its form, and the exact command before one runs it."""

import asyncio
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cnet_agent.model.errors import AgentError, InvalidRequest
from cnet_agent.wire.task import DryRunView
from cnet_ui.background import spawn
from cnet_ui.dialogs.preset_gallery import PresetGallery
from cnet_ui.dialogs.preview import Preview
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.labels import Elided, IconLabel, label
from cnet_ui.widgets.preset_form import PresetForm
from cnet_ui.widgets.sheet import Sheet

SIZE = QSize(1000, 644)
QUIET = 250  # milliseconds without a key before the agent is asked


class NewTaskDialog(Sheet):
    """Fills in a preset and runs it; ``started`` carries the id of the task."""

    started = Signal(str)

    def __init__(self, window: QWidget, session: AgentSession, preset_id: str = "") -> None:
        super().__init__(window, SIZE, self.tr("New task"))
        self._session = session
        self._forms: dict[str, PresetForm] = {}
        self._asking: asyncio.Task[Any] | None = None
        self.body.addWidget(self._make_head())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.gallery = PresetGallery(session.presets)
        middle.addWidget(self.gallery)
        middle.addLayout(self._make_right(), 1)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self._make_footer())
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._ask)
        self.gallery.chosen.connect(self._show_preset)
        self.first = self.gallery.list
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._run)
        self.gallery.choose(preset_id or session.presets[0].id)

    @property
    def form(self) -> PresetForm:
        """The form that is shown."""
        return self._forms[self.gallery.current]

    # -- parts --------------------------------------------------------------------------------

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("head")
        head.setFixedHeight(54)
        row = QHBoxLayout(head)
        row.setContentsMargins(23, 0, 16, 0)
        row.addWidget(label(self.tr("New task"), "heading"))
        node = self._session.node
        if node is not None:
            on_node = self.tr("on {node}").format(node=node.name)
            row.addWidget(label(on_node, tone="secondary"))
        row.addStretch(1)
        close = IconButton("x", self.tr("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return head

    def _make_right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(4)
        self._title = label("", "heading")
        self._description = label("", tone="secondary", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._description)
        column.addSpacing(8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = plain()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._scroll.setWidget(self._holder)
        self._scroll.viewport().setAutoFillBackground(False)
        column.addWidget(self._scroll, 1)
        column.addSpacing(8)
        self.preview = Preview()
        column.addWidget(self.preview)
        return column

    def _make_footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        footer.setFixedHeight(58)
        row = QHBoxLayout(footer)
        row.setContentsMargins(23, 0, 22, 0)
        row.setSpacing(8)
        self._sign = IconLabel("zap", "text_muted")
        self._starts = Elided("", tone="secondary")
        self._starts.setObjectName("starts")
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.run_button = Button(self.tr("Run"), icon_name="play", kind="primary")
        self.run_button.setObjectName("run-task")
        self.run_button.setAutoDefault(False)  # Enter in a field must not start anything
        self.run_button.setToolTip(self.tr("Ctrl+Enter"))
        self.run_button.clicked.connect(self._run)
        row.addWidget(self._sign)
        row.addWidget(self._starts, 1)
        row.addSpacing(16)
        row.addWidget(cancel)
        row.addWidget(self.run_button)
        return footer

    # -- what is filled in --------------------------------------------------------------------

    def _show_preset(self, preset_id: str) -> None:
        preset = next(each for each in self._session.presets if each.id == preset_id)
        if preset_id not in self._forms:  # what was written into another form stays in it
            form = PresetForm(preset, can_browse=self._session.is_local)
            form.changed.connect(self._quiet.start)
            form.changed.connect(self._say_waiting)
            form.pointed.connect(self._point_at)
            self._forms[preset_id] = form
            self._column.addWidget(form)
            before: QWidget = self.gallery.list
            for editor in form.editors.values():
                QWidget.setTabOrder(before, editor)
                before = editor
        for each, form in self._forms.items():
            form.setVisible(each == preset_id)
        self._title.setText(preset.name)
        self._description.setText(preset.description or preset.summary)
        self._scroll.verticalScrollBar().setValue(0)
        self._ask()

    def _point_at(self, editor: QWidget) -> None:
        # Once what was unfolded has its place.
        QTimer.singleShot(0, editor, lambda: self._scroll.ensureWidgetVisible(editor, 0, 40))

    def _say_waiting(self) -> None:
        self.preview.show_request(self._session.client.url, self.form.preset, self.form.values())

    def _ask(self) -> None:
        self._say_waiting()
        if self._asking is not None:
            self._asking.cancel()
        self._asking = spawn(self._dry_run(self.form), self)

    async def _dry_run(self, form: PresetForm) -> None:
        try:
            answer = await self._session.client.dry_run_preset(form.preset.id, form.values())
        except InvalidRequest as error:
            missing = [each for each in error.errors if each.loc[:1] == ("params",)]
            others = [each.msg for each in error.errors if each not in missing]
            self.preview.show_command(None)
            text = (
                self.tr("Some fields are still to be filled in.")
                if missing
                else (others or [str(error)])[0]
            )
            self._say("info", "text_muted", text)
        except AgentError as error:
            self.preview.show_command(None)
            self._say("triangle-alert", "waiting", str(error))
        else:
            self._show_answer(answer)

    def _show_answer(self, answer: DryRunView) -> None:
        self.preview.show_command(answer)
        if answer.problems:
            self._say("triangle-alert", "waiting", answer.problems[0])
        elif answer.fits:
            self._say("zap", "good", answer.starts)
        else:
            self._say("clock", "waiting", answer.starts)

    def _say(self, icon_name: str, token: str, text: str) -> None:
        self._sign.show_icon(icon_name, token)
        self._starts.set_text(text)

    # -- running ------------------------------------------------------------------------------

    def _run(self) -> None:
        if self.run_button.isEnabled() and self.form.check():
            self.run_button.setEnabled(False)  # at once, or a second click would run it twice
            spawn(self._submit(self.form), self)

    async def _submit(self, form: PresetForm) -> None:
        try:
            task = await self._session.run_preset(form.preset.id, form.values())
        except AgentError as error:  # the dialog stays, with everything in it
            others = form.show_errors(error.errors)
            self._say("circle-alert", "bad", others[0] if others else str(error))
            return
        finally:
            self.run_button.setEnabled(True)
        self.started.emit(task.id)
        self.accept()
