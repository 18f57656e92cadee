from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton

from cnet_ui.widgets.buttons import Button, IconButton

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("make", [lambda: Button("Stop"), lambda: IconButton("x", "Close")])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_with_the_focus_is_pressed_by_enter_and_by_the_space_bar(
    qapp: object, make: Callable[[], QAbstractButton], key: Qt.Key
) -> None:
    button = make()
    pressed = QSignalSpy(button.clicked)
    button.show()
    QTest.keyClick(button, key)
    assert pressed.count() == 1
