"""Records as rows that stay while their records do."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from cnet_ui.models.record_table import RecordColumn, RecordTable
from cnet_ui.models.roles import ID_ROLE, SORT_ROLE

pytestmark = pytest.mark.gui

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Fruit:
    name: str
    weight: int = 1


def make_table() -> tuple[RecordTable, QAbstractItemModelTester]:
    columns = [
        RecordColumn("Name", lambda each: each.name),
        RecordColumn("Weight", lambda each: f"{each.weight} g", sort=lambda each: each.weight),
    ]
    table = RecordTable(columns, lambda each: each.name)
    return table, QAbstractItemModelTester(table, FATAL)


def names(table: RecordTable) -> list[str]:
    return [table.index(row, 0).data() for row in range(table.rowCount())]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "abc"),
        ("abc", ""),
        ("abc", "cab"),
        ("abcd", "db"),
        ("ac", "abcd"),
        ("abc", "xay"),
        ("abcdef", "fxyaz"),
        ("abcdef", "bcxe"),
    ],
)
def test_the_rows_become_the_records(qtbot: QtBot, before: str, after: str) -> None:
    table, _tester = make_table()
    table.show_records([Fruit(name) for name in before])
    table.show_records([Fruit(name) for name in after])
    assert names(table) == list(after)


def test_what_is_chosen_stays_chosen(qtbot: QtBot) -> None:
    table, _tester = make_table()
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(table)
    table.show_records([Fruit("a"), Fruit("b"), Fruit("c")])
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().select(table.index(1, 0), flags.Select | flags.Rows)
    table.show_records([Fruit("c"), Fruit("b", 5), Fruit("d")])
    (chosen,) = view.selectionModel().selectedRows()
    assert chosen.data(ID_ROLE) == "b"
    assert table.index(chosen.row(), 1).data() == "5 g"


def test_only_rows_that_changed_are_drawn(qtbot: QtBot) -> None:
    table, _tester = make_table()
    table.show_records([Fruit("a"), Fruit("b")])
    changed: list[int] = []
    table.dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    table.show_records([Fruit("a"), Fruit("b", 2)])
    assert changed == [1]


def test_records_that_are_new_together_come_together(qtbot: QtBot) -> None:
    """A thousand entries of a log are one change, not a thousand."""
    table, _tester = make_table()
    changes: list[tuple[int, int]] = []
    table.rowsInserted.connect(lambda _parent, first, last: changes.append((first, last)))
    table.rowsRemoved.connect(lambda _parent, first, last: changes.append((first, last)))
    old = [Fruit(f"old-{number}") for number in range(1000)]
    table.show_records(old)
    table.show_records([Fruit("new-1"), Fruit("new-2"), *old[:900]])
    assert changes == [(0, 999), (900, 999), (0, 1)]


def test_numbers_sort_as_numbers_and_words_without_case(qtbot: QtBot) -> None:
    table, _tester = make_table()
    table.show_records([Fruit("Pear", 12)])
    assert table.index(0, 0).data(SORT_ROLE) == "pear"
    assert table.index(0, 1).data(SORT_ROLE) == 12
    assert table.record("Pear") == Fruit("Pear", 12)
    assert table.record("plum") is None
