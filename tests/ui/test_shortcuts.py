from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.pages.places import places
from cnet_ui.shortcuts import install, keys_of, page_action, shortcuts

pytestmark = pytest.mark.gui


def test_no_two_actions_have_the_same_keys_or_name(qapp: object) -> None:
    table = shortcuts()
    for values in ([each.keys for each in table], [each.action for each in table]):
        assert [value for value, count in Counter(values).items() if count > 1] == []
    assert all(each.words for each in table)


def test_pages_have_the_numbers_of_their_order(qapp: object) -> None:
    keys = [keys_of(page_action(place.key)) for place in places()]
    assert keys == [f"Ctrl+{number}" for number in range(1, len(keys) + 1)]


def test_a_window_acts_on_the_keys_it_has_actions_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    done: list[str] = []
    install(window, {"refresh": lambda: done.append("refresh")})
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F5)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == ["refresh"]
