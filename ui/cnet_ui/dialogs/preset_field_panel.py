"""One field of a preset while it is edited: what it is called, takes, and says."""

from collections.abc import Mapping
from typing import Any, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cnet_agent.model.preset import FieldType
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.form_rows import form_row
from cnet_ui.widgets.preset_words import type_word
from cnet_ui.widgets.problem_below import ProblemBelow

_TYPES: tuple[FieldType, ...] = get_args(FieldType)
_RANGES = ("integer", "number", "size", "duration")

Editor = QLineEdit | QPlainTextEdit | QCheckBox | DropDown


class FieldPanel(QWidget):
    """Shows one field's texts; ``edited`` carries a key of them and its new value."""

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._is_filling = False
        self.editors: dict[str, Editor] = {}
        self._rows: dict[str, QWidget] = {}
        self._problems: dict[str, ProblemBelow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for key, word, hint in (
            ("label", self.tr("Label"), ""),
            ("id", self.tr("Id"), self.tr("stands in the task in braces")),
            ("type", self.tr("Type"), ""),
            ("choices", self.tr("Choices"), self.tr("one a line")),
            ("default", self.tr("Default"), self.tr("empty at first")),
            ("minimum", self.tr("Least"), self.tr("no limit")),
            ("maximum", self.tr("Most"), self.tr("no limit")),
            ("unit", self.tr("Unit"), ""),
            ("placeholder", self.tr("While empty"), self.tr("what is shown in it")),
            ("help", self.tr("Help"), ""),
            ("when", self.tr("Shown when"), self.tr("always; or: operation = train, evaluate")),
            ("required", self.tr("Must be filled in"), ""),
            ("advanced", self.tr("Seldom changed"), ""),
        ):
            self._add(column, key, word, hint)
        column.addStretch(1)

    def show_field(self, texts: Mapping[str, Any]) -> None:
        """Show a field."""
        self._is_filling = True
        for key, editor in self.editors.items():
            _put(editor, texts[key])
        self._is_filling = False
        kind = texts["type"]
        self._rows["choices"].setVisible(kind == "choice")
        for key in ("minimum", "maximum", "unit"):
            self._rows[key].setVisible(kind in _RANGES)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong below the texts that it is about."""
        for key, shown in self._problems.items():
            shown.show_problem(problems.get(key, ""))

    def _add(self, column: QVBoxLayout, key: str, word: str, hint: str) -> None:
        editor = self._make(key, word, hint)
        editor.setObjectName(f"preset-field-{key}")
        editor.setAccessibleName(word)
        self.editors[key] = editor
        holder = ProblemBelow(editor)
        self._problems[key] = holder
        self._rows[key] = form_row("" if isinstance(editor, QCheckBox) else word, holder)
        column.addWidget(self._rows[key])

    def _make(self, key: str, word: str, hint: str) -> Editor:
        match key:
            case "required" | "advanced":
                box = QCheckBox(word)
                box.toggled.connect(lambda on: self._tell(key, on))
                return box
            case "type":
                down = DropDown()
                for kind in _TYPES:
                    down.addItem(type_word(kind), kind)
                down.currentIndexChanged.connect(lambda at: self._tell(key, _TYPES[at]))
                return down
            case "choices":
                several = QPlainTextEdit()
                several.setProperty("field", True)
                several.setFixedHeight(76)
                several.setTabChangesFocus(True)
                several.setPlaceholderText(hint)
                several.setUndoRedoEnabled(False)
                several.textChanged.connect(lambda: self._tell(key, several.toPlainText()))
                return several
        line = QLineEdit()
        line.setPlaceholderText(hint)
        line.textChanged.connect(lambda text: self._tell(key, text))
        return line

    def _tell(self, key: str, value: object) -> None:
        if not self._is_filling:
            self.edited.emit(key, value)


def _put(editor: Editor, value: Any) -> None:
    match editor:
        case QCheckBox():
            editor.setChecked(bool(value))
        case DropDown():
            editor.setCurrentIndex(_TYPES.index(value))
        case QPlainTextEdit() if editor.toPlainText() != value:
            editor.setPlainText(value)
        case QLineEdit() if editor.text() != value:
            at = editor.cursorPosition()
            editor.setText(value)
            editor.setCursorPosition(at)
