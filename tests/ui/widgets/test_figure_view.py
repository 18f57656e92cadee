import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cnet_ui.models.figure_table import Cell, FigureTable, Heading, Row
from cnet_ui.widgets.figure_view import FigureView

pytestmark = pytest.mark.gui


def row(name: str, size: float) -> Row:
    return Row(name, (Cell(name), Cell(f"{size:g} GB", size)))


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    table = FigureTable([Heading("Name"), Heading("Size", is_number=True)])
    made = FigureView(table, "Disks")
    qtbot.addWidget(made)
    table.show_rows([row("b", 9), row("a", 10)])
    made.resize(300, 200)
    made.show()
    return made


def clipboard() -> list[str]:
    return QGuiApplication.clipboard().text().splitlines()


def test_rows_can_be_sorted_by_any_column(view: FigureView) -> None:
    assert view.all_text().splitlines()[1:] == ["a\t10 GB", "b\t9 GB"]
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert view.all_text().splitlines()[1:] == ["b\t9 GB", "a\t10 GB"]
    heading = view.model().headerData(1, Qt.Orientation.Horizontal)
    assert heading == "Size ↑"


def test_the_chosen_rows_are_copied(view: FigureView) -> None:
    view.selectRow(1)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == ["b\t9 GB"]


def test_all_of_it_is_copied_with_its_headings(view: FigureView) -> None:
    view.copy_all()
    assert clipboard() == ["Name\tSize", "a\t10 GB", "b\t9 GB"]


def test_the_choice_survives_what_changes(view: FigureView) -> None:
    view.selectRow(1)
    view.table.show_rows([row("b", 8), row("c", 1), row("a", 10)])
    (chosen,) = view.selectionModel().selectedRows()
    assert chosen.data() == "b"


def test_its_menu_opens_without_a_loop_of_its_own(view: FigureView) -> None:
    view.customContextMenuRequested.emit(view.rect().center())
    menu = view.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Copy", "Copy all"]
    menu.close()
