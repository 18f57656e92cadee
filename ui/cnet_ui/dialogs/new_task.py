"""A new task: by preset or by hand, and what would happen before one runs it."""

import asyncio
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cnet_agent.client.stream import Refused, Stale
from cnet_agent.model.errors import AgentError, FieldError
from cnet_agent.model.preset import Preset
from cnet_agent.wire.task import DryRunView, TaskView
from cnet_ui.background import spawn
from cnet_ui.dialogs.node_words import node_has
from cnet_ui.dialogs.outlook_line import OutlookLine
from cnet_ui.dialogs.preset_actions import PresetActions
from cnet_ui.dialogs.preset_gallery import HANDS, PresetGallery, hand_of
from cnet_ui.dialogs.preview import Preview
from cnet_ui.dialogs.question import may_discard
from cnet_ui.dispose import dispose
from cnet_ui.icons import icon
from cnet_ui.models.outlook import Outlook, answered, away, refused, unfinished, unknown
from cnet_ui.models.spec_fields import body_of
from cnet_ui.models.spec_summary import summary
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.focus_order import follow
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.preset_form import PresetForm
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.widgets.sheet_head import SheetHead
from cnet_ui.widgets.spec_form import SpecForm

SIZE = QSize(1000, 644)
QUIET = 250  # milliseconds without a key before the agent is asked
AGAIN = 2000  # milliseconds after other tasks have changed before it is asked anew

Form = PresetForm | SpecForm


class NewTaskDialog(Sheet):
    """Fills in a task and runs it; ``started`` carries its id.

    Args:
        window: what it lies over.
        session: the agent to run it on.
        preset_id: the preset to begin with, or one of ``HANDS`` for none.
        task: a task to make another one like, by hand.
    """

    started = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: AgentSession,
        preset_id: str = "",
        task: TaskView | None = None,
    ) -> None:
        super().__init__(window, SIZE, self.tr("New task"))
        self._session = session
        self._forms: dict[str, Form] = {}
        self._asking: asyncio.Task[Any] | None = None
        self._is_submitting = False
        self.presets = PresetActions(window, session, self)
        self.body.addWidget(self._make_head())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        used = {each.preset: each.created_at for each in session.tasks.values() if each.preset}
        self.gallery = PresetGallery(session.presets, used)
        middle.addWidget(self.gallery)
        middle.addLayout(self._make_right(), 1)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self._make_footer())
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._ask)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._ask)
        self._connect()
        self.first = self.gallery.list
        self._current = ""
        if task is not None:
            preset_id = hand_of(task.type)
            self._by_hand(preset_id).set_body(body_of(task))
        self.gallery.choose(preset_id)

    @property
    def form(self) -> Form:
        """The form that is shown."""
        return self._forms[self._current]

    @property
    def is_edited(self) -> bool:
        """Whether a person has typed something that would be lost."""
        return any(form.is_edited for form in self._forms.values())

    def reject(self) -> None:
        """Close; where something was typed, only when a person says so."""
        if self.is_edited:
            spawn(self._ask_to_close(), self)
        else:
            super().reject()

    # -- parts --------------------------------------------------------------------------------

    def _make_head(self) -> SheetHead:
        node = self._session.node
        on_node = self.tr("on {node}").format(node=node.name) if node else ""
        return SheetHead(self, self.tr("New task"), on_node)

    def _make_right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(4)
        self._title = label("", "heading")
        self._description = label("", tone="secondary", wrap=True)
        self._more = IconButton("ellipsis", self.tr("Edit, duplicate, export or delete the preset"))
        self._more.setObjectName("preset-menu")
        self._more.clicked.connect(self._show_menu_below)
        kept = self._more.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(kept)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._more)
        column.addLayout(top)
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

    def _make_footer(self) -> SheetFoot:
        self._line = OutlookLine()
        keep = Button(self.tr("Save as preset"), icon_name="bookmark", kind="quiet")
        keep.setObjectName("save-as-preset")
        keep.clicked.connect(self._save_as_preset)
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.run_button = Button(self.tr("Run"), icon_name="play", kind="primary")
        self.run_button.setObjectName("run-task")
        self.run_button.setAutoDefault(False)  # Enter in a field must not start anything
        self.run_button.clicked.connect(self._run)
        footer = SheetFoot(keep, cancel, self.run_button, said=self._line)
        footer.row.insertSpacing(1, 16)
        return footer

    def _connect(self) -> None:
        session = self._session
        session.connection_changed.connect(self._ask)
        session.presets_changed.connect(self._take_presets)
        session.tasks_changed.connect(self._others_changed)
        session.destroyed.connect(self._end)
        self.gallery.chosen.connect(self._show_form)
        self.gallery.menu_wanted.connect(self._show_menu)
        self.gallery.add.connect(self.presets.make_new)
        self.gallery.bring.connect(self.presets.bring_in)
        self.presets.saved.connect(self.gallery.choose)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._run)

    # -- what is filled in --------------------------------------------------------------------

    def _show_form(self, key: str) -> None:
        typed: dict[Any, Any] = {}
        for form in (*self._forms.values(), *([self.form] if self._current else [])):
            typed |= form.edited()  # what was left last counts most
        form = self._by_hand(key) if key in HANDS else self._preset_form(self._preset(key))
        form.take_over(typed)  # what was typed into another form stays in that one, too
        self._current = key
        for each, other in self._forms.items():
            other.setVisible(each == key)
        self._more.setVisible(key not in HANDS)
        if isinstance(form, PresetForm):
            self._title.setText(form.preset.name)
            self._description.setText(form.preset.description or form.preset.summary)
        elif form.kind == "container":
            self._title.setText(self.tr("Container"))
            self._description.setText(self.tr("Runs an image in Docker, with every setting."))
        else:
            self._title.setText(self.tr("Process"))
            self._description.setText(self.tr("Runs a command, with every setting there is."))
        self._scroll.verticalScrollBar().setValue(0)
        self._ask()

    def _by_hand(self, key: str) -> SpecForm:
        form = self._forms.get(key)
        if not isinstance(form, SpecForm):
            form = SpecForm(HANDS[key], can_browse=self._session.is_local)
            form.show_node(node_has(self._session.node, self._session.usage))
            self._keep(key, form)
        return form

    def _preset_form(self, preset: Preset) -> PresetForm:
        form = self._forms.get(preset.id)
        if not isinstance(form, PresetForm):
            form = PresetForm(preset, can_browse=self._session.is_local)
            self._keep(preset.id, form)
        return form

    def _keep(self, key: str, form: Form) -> None:
        form.changed.connect(self._quiet.start)
        form.changed.connect(self._typed)
        form.pointed.connect(self._point_at)
        self._forms[key] = form
        form.hide()
        self._column.addWidget(form)
        follow(self.gallery.list, form)

    def _preset(self, preset_id: str) -> Preset:
        return next(each for each in self._session.presets if each.id == preset_id)

    def _take_presets(self) -> None:
        """Follow what became of the presets; what was typed into one that changed is kept."""
        by_id = {preset.id: preset for preset in self._session.presets}
        for key, form in list(self._forms.items()):
            if not isinstance(form, PresetForm) or by_id.get(key) == form.preset:
                continue
            del self._forms[key]
            if key == self._current:
                self._current = ""
            if key in by_id and form.is_edited:
                made = self._preset_form(by_id[key])
                made.set_values(form.values())
            form.hide()
            self._column.removeWidget(form)
            dispose(form)
        self.gallery.set_presets(self._session.presets)
        if not self._current:
            self._show_form(self.gallery.current)

    def _point_at(self, editor: QWidget) -> None:
        # Once what was unfolded has its place.
        QTimer.singleShot(0, editor, lambda: self._scroll.ensureWidgetVisible(editor, 0, 40))

    def _show_menu(self, at: QPoint) -> None:
        if self._current not in HANDS:
            menu = self.presets.menu(self._preset(self._current))
            menu.addSeparator()
            by_hand = menu.addAction(icon("square-terminal"), self.tr("Go on by hand"))
            by_hand.triggered.connect(lambda: spawn(self.go_on_by_hand(), self))
            menu.popup(at)

    async def go_on_by_hand(self) -> None:
        """Take the task that a preset makes to the form that has every setting."""
        form = self.form
        if not form.check():
            return
        spec = form.spec()
        key = hand_of(spec.type)
        by_hand = self._by_hand(key)
        body = spec.model_dump(mode="json", exclude_defaults=True)
        text = self.tr("The form by hand has changes of yours.")
        heading = self.tr("Replace what you typed by hand?")
        if not by_hand.is_edited or await may_discard(self._window, heading, text):
            by_hand.set_body(body)
            self.gallery.choose(key)

    def _show_menu_below(self) -> None:
        self._show_menu(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _save_as_preset(self) -> None:
        form = self.form
        if not form.check():
            return
        if isinstance(form, PresetForm):
            self.presets.save_variant(form.preset, form.values())
        else:
            self.presets.save_task(form.body())

    # -- what would happen --------------------------------------------------------------------

    def _typed(self) -> None:
        if not self._current:
            return
        client = self._session.client
        self.preview.show_request(
            client.url, self.form.request(), with_token=self._session.needs_token
        )
        found = self.form.problems()
        if found:
            self._show_outlook(unfinished(found))
        elif not self._line.outlook.can_run:
            self._show_outlook(unknown())

    def _others_changed(self, _: object) -> None:
        if not self._again.isActive():
            self._again.start()

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        if not self._current:
            return
        match self._session.connection:
            case Stale(_, reason) | Refused(reason):
                self._show_outlook(away(reason))
                return
        self._typed()
        if self.form.problems():
            self.form.suggest_name("")
            self.preview.show_command(None)
        else:
            self._asking = spawn(self._dry_run(self.form), self)

    async def _dry_run(self, form: Form) -> None:
        spec = form.spec()
        limits = summary(spec)
        form.suggest_name("" if spec.name else spec.title)
        try:
            answer = await self._dry_run_of(form)
        except AgentError as error:
            if self._quiet.isActive():  # it is about what stood there before
                return
            self.preview.show_command(None)
            others = form.show_errors(error.errors, point=False)
            self._show_outlook(_refusal(form, error, others))
            return
        if self._quiet.isActive():
            return
        told = zip(answer.problem_fields, answer.problems, strict=True)
        form.show_errors([FieldError((name,), text) for name, text in told], point=False)
        self.preview.show_command(answer, limits)
        names = {each: task.name for each, task in self._session.tasks.items()}
        self._show_outlook(answered(answer, names))

    async def _dry_run_of(self, form: Form) -> DryRunView:
        client = self._session.client
        if isinstance(form, PresetForm):
            return await client.dry_run_preset(form.preset.id, form.values())
        return await client.dry_run(form.body())

    def _show_outlook(self, outlook: Outlook) -> None:
        self._line.show_outlook(outlook)
        can = outlook.can_run and not self._is_submitting
        self.run_button.setEnabled(can)
        self.run_button.setToolTip(self.tr("Ctrl+Enter") if outlook.can_run else outlook.reason)

    # -- running and leaving ------------------------------------------------------------------

    def _run(self) -> None:
        if self._is_submitting or not self.form.check():
            return
        if self.run_button.isEnabled():
            self._is_submitting = True  # at once, or a second click would run it twice
            self.run_button.setEnabled(False)
            spawn(self._submit(self.form), self)

    async def _submit(self, form: Form) -> None:
        try:
            if isinstance(form, PresetForm):
                task = await self._session.run_preset(form.preset.id, form.values())
            else:
                task = await self._session.submit(form.body())
        except AgentError as error:  # the dialog stays, with everything in it
            self._is_submitting = False
            others = form.show_errors(error.errors)
            self._show_outlook(_refusal(form, error, others))
            return
        self.started.emit(task.id)
        self.accept()

    def _end(self) -> None:
        """Close without a question: the connection is gone for good."""
        super().reject()

    async def _ask_to_close(self) -> None:
        text = self.tr("The form for the new task has changes that are kept nowhere else.")
        if await may_discard(self._window, self.tr("Discard what you typed?"), text):
            super().reject()


def _refusal(form: Form, error: AgentError, others: list[str]) -> Outlook:
    """Return what a refusal means: the fields that it is about, or what it says itself."""
    told = form.told()
    return unfinished(told) if told and not others else refused(error, others)
