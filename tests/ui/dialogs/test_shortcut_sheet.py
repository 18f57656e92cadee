import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.dialogs.shortcut_sheet import ShortcutLine, ShortcutSheet
from helpers.console import theme

pytestmark = pytest.mark.gui

LINES = [
    ShortcutLine("Ctrl+1", "Dashboard", "Pages"),
    ShortcutLine("Ctrl+2", "Tasks", "Pages"),
    ShortcutLine("Ctrl+N", "New task", "Tasks"),
]


@pytest.fixture
def sheet(qtbot: QtBot) -> ShortcutSheet:
    theme()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 680)
    window.show()
    shown = ShortcutSheet(window, LINES)
    shown.open()
    return shown


def visible(sheet: ShortcutSheet) -> list[str]:
    return [
        row.accessibleName()
        for row in sheet.findChildren(QFrame)
        if row.isVisible() and ": Ctrl+" in row.accessibleName()
    ]


def headings(sheet: ShortcutSheet) -> list[str]:
    labels = sheet.findChildren(QLabel)
    return [
        each.text() for each in labels if each.isVisible() and each.property("role") == "section"
    ]


def test_all_keys_stand_under_their_groups(sheet: ShortcutSheet) -> None:
    assert visible(sheet) == ["Dashboard: Ctrl+1", "Tasks: Ctrl+2", "New task: Ctrl+N"]
    assert headings(sheet) == ["Pages", "Tasks"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("new", ["New task: Ctrl+N"]),
        ("ctrl+2", ["Tasks: Ctrl+2"]),
        ("pages dash", ["Dashboard: Ctrl+1"]),
    ],
)
def test_a_search_finds_words_keys_and_groups(
    sheet: ShortcutSheet, text: str, found: list[str]
) -> None:
    QTest.keyClicks(search(sheet), text)
    assert visible(sheet) == found
    assert len(headings(sheet)) == 1


def test_nothing_found_says_so(sheet: ShortcutSheet) -> None:
    QTest.keyClicks(search(sheet), "xyzzy")
    texts = [each.text() for each in sheet.findChildren(QLabel) if each.isVisible()]
    assert "No shortcut is called “xyzzy”." in texts
    QTest.keyClick(search(sheet), Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def search(sheet: ShortcutSheet) -> QLineEdit:
    found = sheet.findChild(QLineEdit, "shortcut-search")
    assert found is not None
    return found
