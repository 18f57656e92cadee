"""The rows of lists that drop down and of menus are high enough to be hit, in either theme."""

import pytest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from cnet_ui.icons import icon
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.completion import complete
from cnet_ui.widgets.drop_down import DropDown
from helpers.console import theme

pytestmark = pytest.mark.gui

LEAST = 28  # pixels


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK], autouse=True)
def dressed(request: pytest.FixtureRequest, qtbot: QtBot) -> None:
    theme().use(request.param)


def test_the_rows_of_a_drop_down_list(qtbot: QtBot) -> None:
    box = DropDown()
    qtbot.addWidget(box)
    box.addItems(["Last hour", "全部保留的内容"])
    box.show()
    box.showPopup()
    rows = [box.view().visualRect(box.model().index(row, 0)).height() for row in (0, 1)]
    box.hidePopup()
    assert min(rows) >= LEAST


def test_the_rows_of_a_menu(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    actions = [
        menu.addAction("Stop"),
        menu.addAction(icon("plug"), "Connect"),
        menu.addAction("停"),
    ]
    actions[0].setCheckable(True)
    assert min(menu.actionGeometry(action).height() for action in actions) >= LEAST


def test_the_rows_of_words_that_a_field_offers(qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.setAccessibleName("Group")
    complete(edit, ["General", "Gardening"])
    edit.show()
    edit.setText("G")
    completer = edit.completer()
    assert completer is not None
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    assert popup.accessibleName() == "Group"
    assert popup.sizeHintForRow(0) >= LEAST
    popup.hide()
