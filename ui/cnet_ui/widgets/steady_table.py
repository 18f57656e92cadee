"""A table that keeps what is chosen and where one looks by id, whatever its rows do."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from cnet_ui.models.headed_table import Index
from cnet_ui.models.task_columns import Column
from cnet_ui.models.task_table import TaskTable
from cnet_ui.widgets.rows import HEIGHT

MANY = 50  # rows; more are quicker found in a list of all

_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one saw before all rows were taken over anew."""

    chosen: list[str]
    current: str
    anchor: tuple[str, int] | None
    place: int  # of the scroll bar
    order: tuple[Column, bool]


class SteadyTable(QTableView):
    """Rows of tasks, of which several may be chosen.

    A chosen row that a filter takes away is chosen again when it comes back, unless a person has
    chosen something else. What is read stays in its place when rows come and go above it.
    """

    chosen_changed = Signal()

    def __init__(self, table: TaskTable) -> None:
        super().__init__()
        self._table = table
        self._out: set[str] = set()  # chosen, and hidden by the filter
        self._kept = _Kept([], "", None, 0, table.order)
        self._is_restoring = False
        self.setModel(table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    # -- what is chosen -----------------------------------------------------------------------

    @property
    def chosen_ids(self) -> list[str]:
        """The ids of the chosen tasks that are shown, from the top."""
        rows = sorted(self._chosen_rows())
        if len(rows) <= MANY:
            return [self._table.id_at(row) for row in rows]
        ids = self._table.ids()
        return [ids[row] for row in rows]

    @property
    def chosen_count(self) -> int:
        """How many are chosen."""
        return len(self._chosen_rows())

    @property
    def current_id(self) -> str:
        """The id of the task that was chosen last, empty if none is."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isRowSelected(index.row()):
            return self._table.id_at(index.row())
        rows = self._chosen_rows()
        return self._table.id_at(min(rows)) if rows else ""

    def choose(self, task_id: str) -> None:
        """Choose one task that is shown, and bring it into view."""
        row = self._table.row_of(task_id)
        if row is None:
            return
        self._out.clear()
        index = self._table.index(row, Column.NAME)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)

    def choose_none(self) -> None:
        """Let go of everything."""
        self._out.clear()
        self.selectionModel().clear()

    def forget_hidden(self) -> None:
        """Let go of what was chosen and is hidden: a person chooses anew."""
        self._out.clear()

    def _chosen_rows(self) -> set[int]:
        return {
            row
            for part in self.selectionModel().selection().toList()
            for row in range(part.top(), part.bottom() + 1)
        }

    # -- keeping it ---------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        """Take a model; what is noted before a change must be asked before Qt takes part."""
        assert isinstance(model, TaskTable)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.rowsAboutToBeRemoved.connect(self._before_removal)
        super().setModel(model)
        model.modelReset.connect(self._after_reset)
        model.rowsRemoved.connect(self._after_removal)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            # With the table's own, a header that is drawn asks of every row whether it is chosen.
            header.setSelectionModel(QItemSelectionModel(model, header))
        self.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:  # noqa: N802
        """Choose again what comes back, and keep what is read in its place."""
        super().rowsInserted(parent, start, end)
        if self._out:
            back = [row for row in range(start, end + 1) if self._table.id_at(row) in self._out]
            self._out -= {self._table.id_at(row) for row in back}
            self._select(back, _Flag.Select)
        self._shift(start, end - start + 1)

    def _before_removal(self, _: Index, start: int, end: int) -> None:
        chosen = self.selectionModel()
        rows = range(start, end + 1)
        self._out |= {self._table.id_at(row) for row in rows if chosen.isRowSelected(row)}

    def _after_removal(self, _: Index, start: int, end: int) -> None:
        self._shift(start, start - end - 1)

    def _shift(self, row: int, count: int) -> None:
        bar = self.verticalScrollBar()
        if bar.value() > 0 and row * HEIGHT < bar.value():
            place = bar.value() + count * HEIGHT
            self.updateGeometries()
            bar.setValue(place)

    def _before_reset(self) -> None:
        self._kept = _Kept(
            self.chosen_ids,
            self.current_id,
            self._anchor(),
            self.verticalScrollBar().value(),
            self._table.order,
        )

    def _after_reset(self) -> None:
        kept = self._kept
        wanted = {*kept.chosen, *self._out}
        rows = self._rows_of(wanted)
        self._out = wanted - rows.keys()
        self._is_restoring = True
        if kept.current in rows:
            index = self._table.index(rows[kept.current], Column.NAME)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self._select(rows.values(), _Flag.ClearAndSelect)
        self._is_restoring = False
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._place_after(kept))
        self.chosen_changed.emit()

    def _rows_of(self, wanted: set[str]) -> dict[str, int]:
        if len(wanted) > MANY:
            return {one: row for row, one in enumerate(self._table.ids()) if one in wanted}
        places = {one: self._table.row_of(one) for one in wanted}
        return {one: row for one, row in places.items() if row is not None}

    def _anchor(self) -> tuple[str, int] | None:
        """Return the id of a row to keep in its place, and by how much it lies below the top."""
        place, height = self.verticalScrollBar().value(), self.viewport().height()
        current = self._table.row_of(self.current_id)
        if current is not None and 0 <= current * HEIGHT - place < height:
            return self.current_id, current * HEIGHT - place
        top = place // HEIGHT
        if place == 0 or top >= self._table.rowCount():
            return None
        return self._table.id_at(top), top * HEIGHT - place

    def _place_after(self, kept: _Kept) -> int:
        if kept.anchor is None:
            return 0
        task_id, below = kept.anchor
        if task_id != kept.current and self._table.order != kept.order:
            return kept.place  # what was on top may now be anywhere
        row = self._table.row_of(task_id)
        return 0 if row is None else row * HEIGHT - below

    def _select(self, rows: Iterable[int], how: QItemSelectionModel.SelectionFlag) -> None:
        chosen = QItemSelection()
        for first, last in _runs(sorted(rows)):
            chosen.select(self._table.index(first, 0), self._table.index(last, Column.ACTIONS))
        self.selectionModel().select(chosen, how | _Flag.Rows)

    def _chosen_changed(self) -> None:
        if not self._is_restoring:
            self.chosen_changed.emit()


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return ascending rows as first and last of each run without a gap."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
