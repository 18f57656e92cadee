import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnet_ui.plots.ring import Ring
from cnet_ui.plots.sparkline import Sparkline
from cnet_ui.widgets.metric_card import MetricCard

pytestmark = pytest.mark.gui


@pytest.fixture
def card(qtbot: QtBot) -> MetricCard:
    made = MetricCard("CPU", "cpu", "cpu", Sparkline(Ring(["cpu"], 3), [("cpu", "cpu")]))
    qtbot.addWidget(made)
    made.resize(240, 118)
    made.show()
    return made


def test_a_card_opens_with_the_mouse_anywhere_and_with_the_keyboard(card: MetricCard) -> None:
    opened: list[None] = []
    card.opened.connect(lambda: opened.append(None))
    under_mouse = card.childAt(card.rect().center())
    assert under_mouse is not None
    QTest.mouseClick(under_mouse, Qt.MouseButton.LeftButton)
    QTest.keyClick(card.cover, Qt.Key.Key_Space)
    assert len(opened) == 2


def test_a_card_says_what_it_shows(card: MetricCard) -> None:
    assert card.cover.accessibleName() == "CPU"  # before the first sample
    card.show_figure("41", "%", "8 threads", "Busiest core: 90 %")
    assert card.cover.accessibleName() == "CPU: 41 %"
    assert card.cover.toolTip() == "Busiest core: 90 %"
