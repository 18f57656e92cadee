"""Records as a table: keyed by id, updated by row, whatever they are records of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from cnet_ui.models.headed_table import ROOT, HeadedTable, Index
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE, LOOK_ROLE, MUTED_ROLE, SHARE_ROLE, SORT_ROLE
from cnet_ui.words import NONE, Look


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """What a column says of a record; ``sort`` answers something that sorts, the text if None.

    ``width`` is in pixels; a column without one shares what is left. ``icon`` names what stands
    before the text; ``look`` makes a pill of it, and ``share`` (0 to 1) a bar before it.
    """

    heading: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    tip: Callable[[Any], str] | None = None
    width: int = 0
    is_number: bool = False
    icon: Callable[[Any], str] | None = None
    look: Callable[[Any], Look] | None = None
    share: Callable[[Any], float] | None = None


class RecordTable(HeadedTable):
    """Shows records in the order in which they are given.

    Args:
        columns: from the left.
        id_of: what tells records apart.
        parent: as with any ``QObject``.
    """

    def __init__(
        self,
        columns: Sequence[RecordColumn],
        id_of: Callable[[Any], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._id_of = id_of
        self._records: list[Any] = []

    @property
    def records(self) -> Sequence[Any]:
        """The records of all rows."""
        return self._records

    def record(self, record_id: str) -> Any | None:
        """Return a record by its id, None if it is not here."""
        return next((each for each in self._records if self._id_of(each) == record_id), None)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show records: rows that stay are kept, whoever has chosen them keeps them."""
        ids = [self._id_of(record) for record in records]
        self._remove_all_but(set(ids))
        present = {self._id_of(record) for record in self._records}
        row = 0
        while row < len(records):
            end = row
            while end < len(records) and ids[end] not in present:
                end += 1
            if end > row:  # new ones that stand together come together
                self.beginInsertRows(ROOT, row, end - 1)
                self._records[row:row] = records[row:end]
                self.endInsertRows()
                row = end
            else:
                self._place(row, ids[row], records[row])
                row += 1

    def refresh(self) -> None:
        """Draw every row anew: what the columns say has changed, the records have not."""
        if self._records:
            last = self.index(len(self._records) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _remove_all_but(self, wanted: set[str]) -> None:
        end = len(self._records)
        while end > 0:
            first = end
            while first > 0 and self._id_of(self._records[first - 1]) not in wanted:
                first -= 1
            if first < end:
                self.beginRemoveRows(ROOT, first, end - 1)
                del self._records[first:end]
                self.endRemoveRows()
            end = first - 1

    def _place(self, row: int, record_id: str, record: Any) -> None:
        """Bring a record that is here already to its row."""
        found = row
        while self._id_of(self._records[found]) != record_id:
            found += 1
        if found != row:
            self.beginMoveRows(ROOT, found, found, ROOT, row)
            self._records.insert(row, self._records.pop(found))
            self.endMoveRows()
        if self._records[row] != record:
            self._records[row] = record
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    # -- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self.columns)

    def heading(self, column: int) -> str:  # noqa: D102
        return self.columns[column].heading

    def is_number(self, column: int) -> bool:  # noqa: D102
        return self.columns[column].is_number

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        record, column = self._records[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(record)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(record) if column.tip is not None else column.text(record)
        if role == ID_ROLE:
            return self._id_of(record)
        if role == ICON_ROLE:
            return column.icon(record) if column.icon else None
        if role == LOOK_ROLE:
            return column.look(record) if column.look else None
        if role == SHARE_ROLE:
            return column.share(record) if column.share else None
        if role == SORT_ROLE:
            return column.sort(record) if column.sort else column.text(record).casefold()
        if role == MUTED_ROLE:
            return column.text(record) == NONE
        return None
