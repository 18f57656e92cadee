"""The switch."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnet_ui.widgets.switch import Switch
from helpers.console import theme

pytestmark = pytest.mark.gui


def test_it_is_switched_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    theme()
    switch = Switch("Light")
    qtbot.addWidget(switch)
    switch.show()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert switch.accessibleName() == "Light"


def test_on_and_off_and_disabled_look_different(qtbot: QtBot) -> None:
    theme()
    switch = Switch("Light")
    qtbot.addWidget(switch)
    off = switch.grab().toImage()
    switch.setChecked(True)
    on = switch.grab().toImage()
    switch.setEnabled(False)
    disabled = switch.grab().toImage()
    assert off != on
    assert disabled not in (off, on)
