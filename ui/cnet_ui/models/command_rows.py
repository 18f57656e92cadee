"""What the palette shows: commands below the headings of their groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cnet_ui.command_index import Found, Group
from cnet_ui.commands import Kind
from cnet_ui.models.roles import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group, and how many of it are left out."""

    text: str
    rest: str = ""


Row = Heading | Found


class CommandRows(QAbstractListModel):
    """Rows for one search; each search brings rows of its own. ``ROW_ROLE`` answers the row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show what was found."""
        self.beginResetModel()
        self._rows = []
        for group in groups:
            left = group.total - len(group.found)
            rest = self.tr("{count} more").format(count=f"{left:,}") if left else ""
            self._rows += [Heading(self._word(group.kind), rest), *group.found]
        self.endResetModel()

    def found(self, row: int) -> Found | None:
        """Return the command of a row, None for a heading or no row at all."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Found) else None

    def next_row(self, row: int, steps: int) -> int:
        """Return the row of a command ``steps`` further, or the last one in that way."""
        way = 1 if steps > 0 else -1
        at, reached = row, row
        for _ in range(abs(steps)):
            at += way
            while 0 <= at < len(self._rows) and isinstance(self._rows[at], Heading):
                at += way
            if not 0 <= at < len(self._rows):
                break
            reached = at
        return reached

    # -- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        if not index.isValid() or self.found(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, Heading):
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.text if role in shown else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.command.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return row.command.disabled or None
        return None

    # -- words --------------------------------------------------------------------------------

    def _word(self, kind: Kind | None) -> str:
        match kind:
            case Kind.PAGE:
                return self.tr("Pages")
            case Kind.NODE:
                return self.tr("Nodes")
            case Kind.TASK:
                return self.tr("Tasks")
            case Kind.MODEL:
                return self.tr("Models")
            case Kind.PRESET:
                return self.tr("Presets")
            case Kind.ACTION:
                return self.tr("Actions")
            case _:
                return self.tr("Recent")


def spoken(found: Found) -> str:
    """Return what a screen reader says of a command."""
    command = found.command
    state = command.look().label if command.look else ""
    return ", ".join(filter(None, (command.title, state, command.beside, command.shortcut)))
