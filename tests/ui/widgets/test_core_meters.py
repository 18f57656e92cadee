import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from cnet_ui.widgets.core_meters import CoreMeters

pytestmark = pytest.mark.gui


def meters(qtbot: QtBot, count: int, width: int = 560) -> CoreMeters:
    made = CoreMeters()
    qtbot.addWidget(made)
    made.resize(width, made.height())
    made.show()
    made.show_values([float(number % 100) for number in range(count)])
    return made


@pytest.mark.parametrize("count", [1, 2, 4, 8, 16, 17, 32, 64, 96, 128])
@pytest.mark.parametrize("width", [380, 560, 2400])
def test_any_number_of_cores_is_shown_in_little_room(qtbot: QtBot, count: int, width: int) -> None:
    made = meters(qtbot, count, width)
    assert made.height() <= 60
    found = {
        made.core_at(QPointF(x + 0.5, y + 0.5))
        for x in range(0, width, 1)
        for y in range(0, made.height(), 15)
    }
    assert found - {None} == set(range(count))


def test_the_busiest_core_is_named(qtbot: QtBot) -> None:
    made = meters(qtbot, 0)
    made.show_values([1.0] * 40 + [97.6] + [2.0] * 40)
    assert made.accessibleDescription() == "busiest: core 40 at 98 %"


def test_what_did_not_change_is_not_drawn_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = meters(qtbot, 4)
    draws: list[None] = []
    monkeypatch.setattr(made, "update", lambda: draws.append(None))
    made.show_values([0.0, 1.0, 2.0, 3.0])
    assert draws == []
    made.show_values([0.0, 1.0, 2.0, 4.0])
    assert draws == [None]
