"""The editors of settings, one per kind."""

from pydantic import JsonValue
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from cnet_ui.pages.settings.texts import SettingText, choice_word
from cnet_ui.pages.settings.values import Kind, bounds_of, choices_of, kind_of, text_of, value_of
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.labels import set_tone
from cnet_ui.widgets.number_edit import NumberEdit
from cnet_ui.widgets.switch import Switch

NARROW, WIDE = 150, 280  # pixels
_LINES = 76  # pixels, of a list
_DROP = 180  # pixels, of a drop-down list
_SEGMENTS = 3  # a choice of more than these is a drop-down list
_NARROW_KINDS = (Kind.INTEGER, Kind.NUMBER, Kind.SIZE, Kind.DURATION)
_NARROW_KEYS = {"tasks.timeout"}

Control = Switch | Choices | DropDown | NumberEdit | QLineEdit | QPlainTextEdit


class SettingEditor(QWidget):
    """Edits one setting.

    ``edited`` is emitted with every key, ``committed`` when a person has come to an end: at once
    by a switch or a choice, else by Enter or by going elsewhere. Escape brings back what was shown.

    Args:
        key: of the setting.
        words: what it is called.
    """

    edited = Signal()
    committed = Signal()

    def __init__(self, key: str, words: SettingText) -> None:
        super().__init__()
        self.kind = kind_of(key)
        self._name = words.name
        self.setProperty("plain", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.control = self._make(key, words)
        self.control.setObjectName(f"setting-{key}")
        self.control.setAccessibleName(words.name)
        self.control.setAccessibleDescription(words.help)
        self.setFocusProxy(self.control)
        row.addWidget(self.control)
        self.browse: IconButton | None = None
        if self.kind in (Kind.FILE, Kind.FOLDER):
            self.browse = IconButton(
                "folder-open", self.tr("Browse for {name}").format(name=words.name)
            )
            self.browse.clicked.connect(self._browse)
            row.addWidget(self.browse)
        self._shown = self.value

    @property
    def value(self) -> JsonValue:
        """What is in the editor, as the API takes it."""
        match self.control:
            case Switch():
                return self.control.isChecked()
            case Choices():
                return self.control.current
            case DropDown():
                return str(self.control.currentData())
            case QPlainTextEdit():
                return value_of(self.kind, self.control.toPlainText())
        return value_of(self.kind, self.control.text())

    @property
    def is_edited(self) -> bool:
        """Whether something else is in it than was shown."""
        return self.value != self._shown

    def show_value(self, value: JsonValue) -> None:
        """Show a value, and take it for what is in force."""
        text = text_of(self.kind, value)
        self.control.blockSignals(True)
        match self.control:
            case Switch():
                self.control.setChecked(bool(value))
            case Choices():
                self.control.choose(str(value))
            case DropDown():
                self.control.setCurrentIndex(self.control.findData(value))
            case QPlainTextEdit():
                self.control.setPlainText(text)
            case _:
                self.control.setText(text)
        self.control.blockSignals(False)
        self._shown = self.value

    def take(self, text: str) -> None:
        """Take a text over as if a person had typed it and pressed Enter."""
        if isinstance(self.control, QLineEdit):
            self.control.setText(text)
            self.committed.emit()

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Mark what is in it as wrong, or not."""
        set_tone(self.control, "wrong", is_wrong)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Commit a list when it loses the focus; bring back on Escape."""
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QPlainTextEdit):
            self.committed.emit()
        if is_escape(event) and self.is_edited:
            self.show_value(self._shown)
            self.edited.emit()
            return True
        return super().eventFilter(watched, event)

    def _make(self, key: str, words: SettingText) -> Control:
        match self.kind:
            case Kind.SWITCH:
                switch = Switch(words.name)
                switch.toggled.connect(lambda _: self._decide())
                return switch
            case Kind.CHOICE:
                return self._make_choice(key, words)
            case Kind.LINES:
                return self._make_lines()
            case Kind.INTEGER:
                least, greatest = bounds_of(key)
                return self._connect(NumberEdit(minimum=least, maximum=greatest), key, words)
        return self._connect(QLineEdit(), key, words)

    def _make_choice(self, key: str, words: SettingText) -> Choices | DropDown:
        options = [(each, choice_word(each)) for each in choices_of(key)]
        if len(options) <= _SEGMENTS:
            choices = Choices(options, words.name)
            choices.chosen.connect(lambda _: self._decide())
            return choices
        choice = DropDown()
        choice.setFixedWidth(_DROP)
        choice.view().setAccessibleName(words.name)
        for value, word in options:
            choice.addItem(word, value)
        choice.currentIndexChanged.connect(lambda _: self._decide())
        return choice

    def _make_lines(self) -> QPlainTextEdit:
        lines = QPlainTextEdit()
        lines.setProperty("field", True)
        lines.setFont(mono_font())
        lines.setTabChangesFocus(True)
        lines.setFixedSize(WIDE, _LINES)
        lines.textChanged.connect(self.edited)
        lines.installEventFilter(self)
        return lines

    def _connect(self, line: QLineEdit, key: str, words: SettingText) -> QLineEdit:
        is_narrow = self.kind in _NARROW_KINDS or key in _NARROW_KEYS
        line.setFixedWidth(NARROW if is_narrow else WIDE)
        line.setPlaceholderText(words.empty)
        if self.kind in (Kind.FILE, Kind.FOLDER):
            line.setFont(mono_font())
        line.textChanged.connect(lambda _: self.edited.emit())
        line.editingFinished.connect(self.committed)
        line.installEventFilter(self)
        return line

    def _decide(self) -> None:
        self.edited.emit()
        self.committed.emit()

    def _browse(self) -> None:
        dialog = QFileDialog(self.window(), self._name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.Directory if self.kind is Kind.FOLDER else modes.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.open()


def is_escape(event: QEvent) -> bool:
    """Return whether the key Escape was pressed."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Escape
