"""The editor of one field of a preset."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cnet_agent.model.preset import PresetField
from cnet_agent.model.preset_values import Unsuitable, as_text, value_of
from cnet_ui.agent_words import error_text
from cnet_ui.models.steps import Measure
from cnet_ui.preset_translation import choice_word
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.labels import label, set_tone
from cnet_ui.widgets.number_edit import NumberEdit

SEGMENTS = 4  # a choice of more than these is a drop-down list
PLACES = ("path", "folder")
NUMBERS = ("integer", "number", "size", "duration")
NARROW = 180  # pixels, of numbers

_LAST_OF_LATIN = "\u2fff"  # what comes after is Chinese and ends as Chinese does


class FieldEditor(QWidget):
    """Asks for the value of ``field`` and says what is wrong with it, below it.

    Args:
        field: what to ask for.
        can_browse: whether paths are of this machine, so that one can look for them.
        is_cell: whether it is one of several numbers in a row, with its name inside.
    """

    changed = Signal()

    def __init__(self, field: PresetField, *, can_browse: bool, is_cell: bool = False) -> None:
        super().__init__()
        self.field = field
        self._is_cell = is_cell
        self.setProperty("plain", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        row = QHBoxLayout()
        row.setSpacing(10)
        column.addLayout(row)
        self._editor = self._make_editor()
        self._editor.setObjectName(f"field-{field.id}")
        self._editor.setAccessibleName(field.label)
        self._editor.setAccessibleDescription(field.help)
        self.setFocusProxy(self._editor)
        stands_alone = self._is_narrow or field.type == "choice"
        row.addWidget(self._editor, 0 if stands_alone and not is_cell else 1)
        if field.type == "choice":
            row.addStretch(1)
        if field.type in PLACES and can_browse:
            browse = Button(self.tr("Browse…"), icon_name="folder-open")
            browse.setAccessibleName(self.tr("Browse for {field}").format(field=field.label))
            browse.clicked.connect(self._browse)
            row.addWidget(browse)
        if is_cell:
            self._editor.setToolTip(field.help)
        elif self._is_narrow:
            row.addWidget(label(field.help, tone="muted"), 1)
        elif field.help:
            column.addWidget(label(field.help, "small", "muted", wrap=True))
        self._problem = label("", "small", "bad", wrap=True)
        self._problem.setObjectName(f"problem-{field.id}")
        self._problem.hide()
        column.addWidget(self._problem)

    @property
    def value(self) -> Any:
        """What is in the editor: text, or true or false."""
        match self._editor:
            case Choices():
                return self._editor.current
            case DropDown():
                return self._editor.currentText()
            case QCheckBox():
                return self._editor.isChecked()
            case QPlainTextEdit():
                return self._editor.toPlainText()
            case QLineEdit():
                return self._editor.text()
        raise TypeError(self._editor)

    def set_value(self, value: Any) -> None:
        """Show a value."""
        text = "" if value is None else as_text(value)
        match self._editor:
            case Choices() if text:  # without a default the first one is chosen, for all to see
                self._editor.choose(text)
            case DropDown():
                self._editor.setCurrentText(text)
            case QCheckBox():
                self._editor.setChecked(bool(value))
            case QPlainTextEdit():
                self._editor.setPlainText(text)
            case QLineEdit():
                self._editor.setText(text)

    def suggest(self, text: str) -> None:
        """Show in an empty line what it comes to; what the field itself says without ``text``."""
        if isinstance(self._editor, QLineEdit):
            self._editor.setPlaceholderText(text or self._placeholder)

    def problem(self) -> str:
        """Return what is wrong with the value, as a sentence; empty if nothing is."""
        try:
            value = value_of(self.field, self.value)
        except Unsuitable as error:
            return as_sentence(error_text(error))
        if self.field.required and value in (None, ()):
            return self.tr("Needed.")
        return ""

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong below the editor; nothing if ``sentence`` is empty."""
        sentence = as_sentence(sentence) if sentence else ""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        set_tone(self._editor, "wrong", bool(sentence))

    @property
    def _is_narrow(self) -> bool:
        return self.field.type in (*NUMBERS, "boolean")

    def _make_editor(self) -> QWidget:
        field = self.field
        editor: QWidget
        match field.type:
            case "choice" if len(field.choices) <= SEGMENTS:
                editor = Choices([(each, choice_word(each)) for each in field.choices], field.label)
                editor.chosen.connect(lambda _: self.changed.emit())
            case "choice":
                editor = DropDown()
                editor.setMinimumWidth(NARROW)
                editor.addItems(field.choices)
                editor.currentTextChanged.connect(lambda _: self.changed.emit())
            case "boolean":
                editor = QCheckBox()
                editor.toggled.connect(lambda _: self.changed.emit())
            case "multiline" | "lines":
                editor = QPlainTextEdit()
                editor.setProperty("field", True)
                editor.setFont(mono_font())
                editor.setTabChangesFocus(True)
                editor.setPlaceholderText(field.placeholder)
                editor.setFixedHeight(76 if field.type == "multiline" else 58)
                editor.textChanged.connect(self.changed.emit)
            case "integer" | "number" | "size" | "duration":
                editor = self._make_number()
                self._connect(editor)
            case _:
                editor = QLineEdit()
                if field.type in PLACES:
                    editor.setFont(mono_font())
                self._connect(editor)
        if field.type in NUMBERS and not self._is_cell:
            editor.setFixedWidth(NARROW)
        if isinstance(editor, Choices):
            editor.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return editor

    def _make_number(self) -> NumberEdit:
        field = self.field
        measure: Measure = "number"
        if field.type == "size" or field.type == "duration":
            measure = field.type
        return NumberEdit(
            minimum=field.minimum,
            maximum=field.maximum,
            unit=field.unit if measure == "number" else "",  # a quantity is written with its own
            is_whole=field.type == "integer",
            measure=measure,
            caption=field.label if self._is_cell else "",
        )

    @property
    def _placeholder(self) -> str:
        default = "" if self.field.default is None else as_text(self.field.default)
        return self.field.placeholder or default

    def _connect(self, editor: QLineEdit) -> None:
        editor.setPlaceholderText(self._placeholder)
        editor.textChanged.connect(lambda _: self.changed.emit())

    def _browse(self) -> None:
        dialog = QFileDialog(self.window(), self.field.label)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_folder = self.field.type == "folder"
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.Directory if is_folder else modes.AnyFile)
        dialog.fileSelected.connect(self.set_value)
        dialog.open()


def as_sentence(text: str) -> str:
    """Return what is said of a field, such as "is needed", as a sentence of its own."""
    text = text[:1].upper() + text[1:]
    if text.endswith((".", "!", "?", "。")):
        return text
    return f"{text}。" if text[-1:] > _LAST_OF_LATIN else f"{text}."
