import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnet_ui.widgets.disclosure import Disclosure
from helpers.console import theme

pytestmark = pytest.mark.gui


def test_what_is_folded_is_told_in_a_few_words(qtbot: QtBot) -> None:
    theme()
    made = Disclosure("Limits")
    qtbot.addWidget(made)
    inside = QLabel("inside")
    made.body.addWidget(inside)
    made.set_summary("2 cores")
    made.show()
    assert not inside.isVisible()
    assert made._button.accessibleName() == "Limits: 2 cores"
    made._button.click()
    assert made.is_open
    assert inside.isVisible()
