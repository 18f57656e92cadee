"""How forms stand: a name at the left, an editor beside it, or numbers side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cnet_ui.widgets.labels import label

LABEL_WIDTH = 104
CELLS = 3  # in a row


def form_row(word: str, editor: QWidget) -> QWidget:
    """Return a row of a form: the name of an editor, and the editor."""
    row = QWidget()
    row.setProperty("plain", True)
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    name = label(word, tone="secondary", wrap=True)
    name.setFixedWidth(LABEL_WIDTH)
    name.setMinimumHeight(32)
    name.setBuddy(editor)
    grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(editor, 0, 1)
    return row


def cell_rows(word: str, cells: Sequence[QWidget]) -> QWidget:
    """Return numbers side by side, three in a row, with a name for all of them."""
    inside = QWidget()
    inside.setProperty("plain", True)
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(10)
    for column in range(CELLS):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 0)
    for number, cell in enumerate(cells):
        place = (number // CELLS, number % CELLS)
        grid.addWidget(cell, *place, Qt.AlignmentFlag.AlignTop)
    return form_row(word, inside)
