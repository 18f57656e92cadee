"""One row of values as a form: a field for each, in as many columns as there is room for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from cnet_ui.dispose import dispose
from cnet_ui.models.trial import Field
from cnet_ui.theme import mono_font
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.labels import Elided, label
from cnet_ui.widgets.number_edit import NumberEdit

_FEW = 6  # fields that stand below each other; more stand in two columns


class RowFields(QWidget):
    """The fields; ``changed`` tells that a person has typed.

    Args:
        name: what they are, for a screen reader.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setAccessibleName(name)
        self.fields: list[Field] = []
        self.editors: dict[str, QLineEdit] = {}
        self._said = label("", tone="muted", wrap=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._holder = plain()
        self._area.setWidget(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self._area, 1)

    @property
    def texts(self) -> dict[str, str]:
        """What stands in each field, by its name."""
        return {name: editor.text() for name, editor in self.editors.items()}

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Show other fields, all of them empty."""
        self.fields = list(fields)
        before, self._holder = self._holder, plain()
        self.editors = {}
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        across = 1 if len(fields) <= _FEW else 2
        for number, field in enumerate(fields):
            row, side = divmod(number, across)
            caption = Elided(field.name, "strong")
            caption.setFont(mono_font())
            caption.setToolTip(f"{field.name}: {field.datatype}")
            editor = self._editor(field)
            grid.addWidget(caption, row, 2 * side)
            grid.addWidget(editor, row, 2 * side + 1)
            grid.setColumnStretch(2 * side, 1)
            grid.setColumnStretch(2 * side + 1, 1)
        grid.setRowStretch(len(fields), 1)
        self._area.takeWidget()
        self._area.setWidget(self._holder)
        dispose(before)
        self._area.setVisible(bool(fields))
        self._said.setVisible(not fields)

    def say(self, text: str) -> None:
        """Say why there are no fields."""
        self._said.setText(text)

    def fill(self, texts: Mapping[str, str]) -> None:
        """Fill fields in; those that have the focus are left to who types there."""
        for name, text in texts.items():
            editor = self.editors[name]
            if not editor.hasFocus() and editor.text() != text:
                editor.setText(text)

    def _editor(self, field: Field) -> QLineEdit:
        editor = QLineEdit() if field.is_text else NumberEdit(is_whole=field.is_whole)
        editor.setAccessibleName(f"{field.name} ({field.datatype})")
        editor.setPlaceholderText(field.datatype.lower())
        editor.textEdited.connect(lambda _: self.changed.emit())
        self.editors[field.name] = editor
        return editor
