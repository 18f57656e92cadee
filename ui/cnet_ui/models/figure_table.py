"""Figures as a table: keyed by row, updated by cell, never reset while somebody looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from cnet_ui.models.headed_table import ROOT, HeadedTable, Index
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE, MUTED_ROLE, SORT_ROLE
from cnet_ui.words import NONE


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its name, and whether it has numbers, which stand to the right."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says; ``sort`` is what it sorts by, its text where None."""

    text: str
    sort: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row and its name, which is never another row's."""

    key: str
    cells: tuple[Cell, ...]
    icon: str = ""


class FigureTable(HeadedTable):
    """Rows of figures. ``SORT_ROLE`` answers values that sort, ``ID_ROLE`` the row's name."""

    def __init__(self, headings: Sequence[Heading], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings = headings
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; those that stay keep their place, new ones come last."""
        new = {row.key: row for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].key not in new:
                self.beginRemoveRows(ROOT, place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(self._rows):
            self._change(place, row, new.pop(row.key))
        if new:
            first = len(self._rows)
            self.beginInsertRows(ROOT, first, first + len(new) - 1)
            self._rows += new.values()
            self.endInsertRows()

    def _change(self, place: int, old: Row, row: Row) -> None:
        self._rows[place] = row
        for column, (before, now) in enumerate(zip(old.cells, row.cells, strict=True)):
            if before != now:
                index = self.index(place, column)
                self.dataChanged.emit(index, index)

    # -- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self.headings)

    def heading(self, column: int) -> str:  # noqa: D102
        return self.headings[column].text

    def is_number(self, column: int) -> bool:  # noqa: D102
        return self.headings[column].is_number

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        cell = row.cells[column]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
            case _ if role == SORT_ROLE:
                return cell.text.casefold() if cell.sort is None else cell.sort
            case _ if role == ID_ROLE:
                return row.key
            case _ if role == ICON_ROLE:
                return (row.icon or None) if column == 0 else None
            case _ if role == MUTED_ROLE:
                return cell.text == NONE
        return None
