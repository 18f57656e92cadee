"""What tables of text and numbers have in common: headings, and numbers to the right."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class HeadedTable(QAbstractTableModel):
    """A table whose columns have a heading, and stand to the right where they have numbers."""

    @abstractmethod
    def heading(self, column: int) -> str:
        """Return what stands above a column."""

    @abstractmethod
    def is_number(self, column: int) -> bool:
        """Return whether a column has numbers."""

    def alignment(self, column: int) -> int:
        """Return where a column's heading and cells stand."""
        return _RIGHT if self.is_number(column) else _LEFT

    def headerData(  # noqa: N802, D102
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return self.heading(section) if role == Qt.ItemDataRole.DisplayRole else None
