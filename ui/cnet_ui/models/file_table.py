"""The files of a task as a table: by path, with size and time."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from cnet_agent.wire.task import FileView
from cnet_ui.models.headed_table import ROOT, HeadedTable, Index
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE, MUTED_ROLE
from cnet_ui.words import NONE, full_moment, moment, size_text


class FileColumn(IntEnum):
    """The columns, from the left."""

    PATH = 0
    SIZE = 1
    MODIFIED = 2


class FileTable(HeadedTable):
    """Files and folders in the order of their paths; ``ID_ROLE`` answers the path."""

    def __init__(self) -> None:
        super().__init__()
        self._files: list[FileView] = []

    def file(self, row: int) -> FileView:
        """Return the file of a row."""
        return self._files[row]

    @property
    def size(self) -> int:
        """The bytes of all files together."""
        return sum(each.size for each in self._files if not each.directory)

    def show(self, files: Sequence[FileView]) -> None:
        """Show what lies there now, by row: what stays keeps its place."""
        new = {each.path: each for each in sorted(files, key=lambda each: each.path)}
        for row in reversed(range(len(self._files))):
            if self._files[row].path not in new:
                self.beginRemoveRows(ROOT, row, row)
                del self._files[row]
                self.endRemoveRows()
        for row, (path, each) in enumerate(new.items()):
            if row < len(self._files) and self._files[row].path == path:
                if self._files[row] != each:
                    self._files[row] = each
                    last = self.index(row, FileColumn.MODIFIED)
                    self.dataChanged.emit(self.index(row, FileColumn.PATH), last)
                continue
            self.beginInsertRows(ROOT, row, row)
            self._files.insert(row, each)
            self.endInsertRows()

    def clear(self) -> None:
        """Show nothing."""
        self.show(())

    # -- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(FileColumn)

    def heading(self, column: int) -> str:  # noqa: D102
        words = (self.tr("Name"), self.tr("Size"), self.tr("Changed"))
        return words[column]

    def is_number(self, column: int) -> bool:  # noqa: D102
        return column != FileColumn.PATH

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        column, each = index.column(), self._files[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(each, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return full_moment(each.modified) if column == FileColumn.MODIFIED else None
            case Qt.ItemDataRole.AccessibleTextRole if column == FileColumn.PATH:
                return f"{each.path}, {_text(each, FileColumn.SIZE)}"
            case _ if role == ID_ROLE:
                return each.path
            case _ if role == ICON_ROLE and column == FileColumn.PATH:
                return "folder-open" if each.directory else "file-code"
            case _ if role == MUTED_ROLE:
                return column == FileColumn.MODIFIED
        return None


def _text(each: FileView, column: int) -> str:
    match column:
        case FileColumn.PATH:
            return each.path
        case FileColumn.SIZE:
            return NONE if each.directory else size_text(each.size)
        case _:
            return moment(each.modified)
