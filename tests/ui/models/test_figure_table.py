import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cnet_ui.models.figure_table import Cell, FigureTable, Heading, Row
from cnet_ui.models.roles import SORT_ROLE

pytestmark = pytest.mark.gui

HEADINGS = [Heading("Name"), Heading("Size", is_number=True)]


def row(name: str, size: float) -> Row:
    return Row(name, (Cell(name), Cell(f"{size} GB", size)))


def make_table(*rows: Row) -> FigureTable:
    table = FigureTable(HEADINGS)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    table.show_rows(rows)
    return table


def names(table: FigureTable) -> list[str]:
    return [table.index(place, 0).data() for place in range(table.rowCount())]


def test_rows_that_stay_keep_their_place(qtbot: QtBot) -> None:
    table = make_table(row("a", 1), row("b", 2), row("c", 3))
    resets: list[None] = []
    table.modelReset.connect(lambda: resets.append(None))
    table.show_rows([row("d", 4), row("c", 3), row("a", 1)])
    assert names(table) == ["a", "c", "d"]
    assert resets == []


def test_only_cells_that_changed_are_told(qtbot: QtBot) -> None:
    table = make_table(row("a", 1), row("b", 2))
    told: list[tuple[int, int]] = []
    table.dataChanged.connect(lambda at, _: told.append((at.row(), at.column())))
    table.show_rows([row("a", 1), row("b", 7)])
    assert told == [(1, 1)]


def test_numbers_sort_as_numbers_and_words_as_words(qtbot: QtBot) -> None:
    table = make_table(row("Beta", 10), row("alpha", 9))
    assert table.index(0, 1).data(SORT_ROLE) == 10
    assert table.index(0, 0).data(SORT_ROLE) == "beta"
