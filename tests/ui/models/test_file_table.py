import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cnet_agent.wire.task import FileView
from cnet_ui.models.file_table import FileColumn, FileTable
from cnet_ui.words import NONE

pytestmark = pytest.mark.gui


def file(path: str, size: int = 1, *, directory: bool = False) -> FileView:
    return FileView(path=path, size=size, modified=0.0, directory=directory)


def column(table: FileTable, which: FileColumn) -> list[str]:
    return [table.index(row, which).data() for row in range(table.rowCount())]


def test_files_come_in_the_order_of_their_paths_and_change_by_row(qtbot: QtBot) -> None:
    table = FileTable()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(table, fatal)
    resets: list[None] = []
    table.modelReset.connect(lambda: resets.append(None))
    table.show([file("b", 2000), file("a", directory=True)])
    assert column(table, FileColumn.PATH) == ["a", "b"]
    assert column(table, FileColumn.SIZE) == [NONE, "2.0 kB"]
    table.show([file("c"), file("b", 5)])
    assert column(table, FileColumn.PATH) == ["b", "c"]
    assert column(table, FileColumn.SIZE) == ["5 B", "1 B"]
    assert table.size == 6
    table.clear()
    assert table.rowCount() == 0
    assert not resets
    assert tester.model() is table
