"""Edits a person's own preset: what it is called, its fields, and the task that they make."""

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cnet_agent.model.errors import AgentError
from cnet_agent.model.preset import Preset
from cnet_ui.agent_words import error_text
from cnet_ui.background import spawn
from cnet_ui.dialogs.preset_about import AboutPanel
from cnet_ui.dialogs.preset_fields import FieldsPage
from cnet_ui.dialogs.preset_history import ABOUT, FIELDS, TASK, PresetHistory
from cnet_ui.dialogs.question import may_discard
from cnet_ui.models.preset_edit import Issue, draft_of, preset_of
from cnet_ui.session import AgentSession
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import plain, scrolled
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.code_colours import CodeColours
from cnet_ui.widgets.fields import as_sentence
from cnet_ui.widgets.labels import label, set_tone
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.widgets.sheet_head import SheetHead

SIZE = QSize(1000, 644)


class PresetEditor(Sheet):
    """``saved`` carries the preset's id once the agent keeps it.

    Args:
        window: what it lies over.
        session: the agent that keeps it.
        preset: what to begin with.
        is_new: whether the agent has it not yet, so that its id may be chosen.
    """

    saved = Signal(str)

    def __init__(
        self, window: QWidget, session: AgentSession, preset: Preset, *, is_new: bool
    ) -> None:
        super().__init__(window, SIZE, self.tr("Edit preset"))
        self._session = session
        self._is_new = is_new
        self._first_draft = draft_of(preset)
        self.history = PresetHistory(draft_of(preset), self)
        self._issues: list[Issue] = []
        self._is_filling = False
        self.body.addWidget(self._make_head(preset))
        self.pages = QStackedWidget()
        self._keys = [ABOUT, FIELDS, TASK]
        self.about = AboutPanel(is_new=is_new)
        self.pages.addWidget(scrolled(self.about))
        self.fields = FieldsPage(self.history)
        self.pages.addWidget(self.fields)
        self.pages.addWidget(self._make_task())
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self._make_footer())
        self._connect()
        self._show()
        self.first = self.about.editors["name"]

    @property
    def is_edited(self) -> bool:
        """Whether something would be lost."""
        return self.history.draft != self._first_draft

    def reject(self) -> None:
        """Close; where something was changed, only when a person says so."""
        if self.is_edited:
            spawn(self._ask_to_close(), self)
        else:
            super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep editors from undoing on their own: the preset's history knows it all."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def show_page(self, key: str) -> None:
        """Go to what it is about, its fields, or its task."""
        self.tabs.choose(key)
        self.pages.setCurrentIndex(self._keys.index(key))

    # -- parts --------------------------------------------------------------------------------

    def _make_head(self, preset: Preset) -> SheetHead:
        heading = self.tr("New preset") if self._is_new else self.tr("Edit preset")
        head = SheetHead(self, heading, "" if self._is_new else preset.name)
        self.tabs = Choices(
            [
                (ABOUT, self.tr("About")),
                (FIELDS, self.tr("Fields")),
                (TASK, self.tr("Task")),
            ],
            self.tr("What to edit"),
        )
        self.tabs.chosen.connect(self.show_page)
        self._undo = IconButton("undo-2", self.tr("Undo"))
        self._redo = IconButton("redo-2", self.tr("Redo"))
        head.row.addWidget(self.tabs)
        head.row.addStretch(1)
        for button in (self._undo, self._redo):
            button.setEnabled(False)
            head.row.addWidget(button)
        return head

    def _make_task(self) -> QWidget:
        page = plain()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 14, 24, 14)
        text = self.tr(
            "The task as JSON. A field's value stands where its id is in braces; what names an"
            " empty field is left out."
        )
        column.addWidget(label(text, tone="secondary", wrap=True))
        self.task = QPlainTextEdit()
        self.task.setProperty("field", True)
        self.task.setObjectName("preset-task")
        self.task.setFont(mono_font())
        self.task.setAccessibleName(self.tr("The task as JSON"))
        self.task.setUndoRedoEnabled(False)  # the preset's own history knows it
        self.task.setTabChangesFocus(True)
        self._colours = CodeColours(self.task, "json")
        column.addWidget(self.task, 1)
        return page

    def _make_footer(self) -> SheetFoot:
        self._said = label("", tone="muted", wrap=True)
        self._said.setObjectName("preset-said")
        self._go = Button(self.tr("Show"), kind="link")
        self._go.clicked.connect(lambda: self._point_at(self._issues[0]))
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save_button = Button(self.tr("Save"), icon_name="save", kind="primary")
        self.save_button.setObjectName("save-preset")
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._save)
        return SheetFoot(self._go, cancel, self.save_button, said=self._said)

    def _connect(self) -> None:
        stack = self.history.stack
        self.history.changed.connect(self._show)
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        for button, act, keys, also in (
            (self._undo, stack.undo, QKeySequence.StandardKey.Undo, ()),
            (
                self._redo,
                stack.redo,
                QKeySequence.StandardKey.Redo,
                (QKeySequence("Ctrl+Shift+Z"),),
            ),
        ):
            button.clicked.connect(act)
            for binding in {*QKeySequence.keyBindings(keys), *also}:
                QShortcut(binding, self).activated.connect(act)
        for editor in (*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)):
            editor.installEventFilter(self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self._save)
        self.about.edited.connect(self._edit_about)
        self.task.textChanged.connect(self._edit_task)

    # -- editing ------------------------------------------------------------------------------

    def _edit_about(self, key: str, text: str) -> None:
        draft = self.history.copy()
        draft[key] = text
        self.history.do(self.tr("Typing"), draft, ABOUT, key)

    def _edit_task(self) -> None:
        if not self._is_filling:
            draft = self.history.copy()
            draft["task"] = self.task.toPlainText()
            self.history.do(self.tr("Typing"), draft, TASK, TASK)

    # -- showing ------------------------------------------------------------------------------

    def _show(self) -> None:
        draft = self.history.draft
        if self.history.page:  # what is undone is to be seen
            self.show_page(self.history.page)
        self._is_filling = True
        self.about.show_draft(draft)
        if self.task.toPlainText() != draft["task"]:
            self.task.setPlainText(draft["task"])
        self._is_filling = False
        _, self._issues = preset_of(draft)
        self._show_issues()
        self.fields.show_draft(draft, self._issues)

    def _show_issues(self) -> None:
        self.about.show_problems({str(each.loc[0]): each.text for each in self._issues if each.loc})
        set_tone(self.task, "wrong", any(each.loc == ("task",) for each in self._issues))
        first = self._issues[0] if self._issues else None
        self._go.setVisible(first is not None)
        self.save_button.setEnabled(first is None)
        text = self._said_of(first) if first else self.tr("It can be kept as it is.")
        self._said.setText(text)
        set_tone(self._said, "tone", "bad" if first else "muted")
        self.save_button.setToolTip(text if first else "")

    def _said_of(self, issue: Issue) -> str:
        said = as_sentence(issue.text)
        match issue.loc:
            case ("task", *_):
                return self.tr("Task, line {line}, column {column}: {problem}").format(
                    line=issue.line, column=issue.column, problem=said
                )
            case ("fields", int(at), *_) if at < len(self.history.draft["fields"]):
                name = self.history.draft["fields"][at]["label"]
                return self.tr("Field {name}: {problem}").format(name=name, problem=said)
            case (key, *_):
                return self.tr("{part}: {problem}").format(
                    part=self.about.word(str(key)), problem=said
                )
        return said

    def _point_at(self, issue: Issue) -> None:
        match issue.loc:
            case ("task", *_):
                self.show_page(TASK)
                block = self.task.document().findBlockByNumber(issue.line - 1)
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + min(issue.column - 1, block.length() - 1))
                self.task.setTextCursor(cursor)
                self.task.setFocus()
            case ("fields", int(at), *rest):
                self.show_page(FIELDS)
                self.fields.point_at(at, str(rest[0]) if rest else "label")
            case (key, *_) if str(key) in self.about.editors:
                self.show_page(ABOUT)
                self.about.editors[str(key)].setFocus()
            case _:  # of how the fields hang together
                self.show_page(FIELDS)

    # -- keeping ------------------------------------------------------------------------------

    def _save(self) -> None:
        preset, _ = preset_of(self.history.draft)
        if preset is not None and self.save_button.isEnabled():
            self.save_button.setEnabled(False)
            spawn(self._put(preset), self)

    async def _put(self, preset: Preset) -> None:
        try:
            await self._session.client.put_preset(preset)
            await self._session.load_presets()
        except AgentError as error:  # the editor stays, with everything in it
            self.save_button.setEnabled(True)
            self._said.setText(error_text(error))
            set_tone(self._said, "tone", "bad")
            return
        self.saved.emit(preset.id)
        self.accept()

    async def _ask_to_close(self) -> None:
        name = self.history.draft["name"]
        heading = self.tr("Discard the changes to {name}?").format(name=name)
        if await may_discard(self._window, heading, self.tr("They are not saved yet.")):
            super().reject()
