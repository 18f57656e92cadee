from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.toast import AT_ONCE, Offer, Toast, Toasts
from helpers.console import theme

pytestmark = pytest.mark.gui


class Scene:
    def __init__(self, qtbot: QtBot) -> None:
        theme()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1024, 680)
        self.window.show()
        self.toasts = Toasts(self.window)

    @property
    def shown(self) -> list[Toast]:
        found = [each for each in self.window.findChildren(Toast) if each.isVisible()]
        return sorted(found, key=lambda each: each.y())


def test_three_stand_above_each_other_and_the_oldest_makes_room(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    for number in range(AT_ONCE + 2):
        scene.toasts.tell(f"sentence {number}")
    assert scene.toasts.sentences == ["sentence 2", "sentence 3", "sentence 4"]
    places = [toast.geometry() for toast in scene.shown]
    for above, below in pairwise(places):
        assert above.bottom() < below.top()
    assert scene.window.rect().contains(places[0])
    assert [toast.accessibleName() for toast in scene.shown] == scene.toasts.sentences


def test_a_long_sentence_has_room(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.toasts.tell("A sentence that goes on for a while. " * 8)
    (toast,) = scene.shown
    assert toast.height() >= toast.heightForWidth(toast.width())
    assert scene.window.rect().contains(toast.geometry())


def test_a_sentence_that_is_shown_already_is_not_shown_twice(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.toasts.tell("It did not work.")
    scene.toasts.tell("It did not work.")
    assert scene.toasts.sentences == ["It did not work."]


def test_a_toast_offers_what_can_be_done_and_goes(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    done: list[str] = []
    scene.toasts.tell("mnist-cnn failed", Offer("Show", lambda: done.append("shown")))
    button = scene.window.findChild(Button, "toast-offer")
    assert button is not None
    button.click()
    assert done == ["shown"]
    assert scene.toasts.sentences == []


def test_a_toast_stays_while_the_pointer_is_on_it(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.toasts.tell("It did not work.")
    (toast,) = scene.shown
    at = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(at, at, at))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert scene.toasts.sentences == []


def test_a_toast_goes_by_keyboard(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.toasts.tell("one")
    scene.toasts.tell("two")
    scene.toasts.leave_newest()
    assert scene.toasts.sentences == ["one"]
    (toast,) = scene.shown
    QTest.keyClick(toast, Qt.Key.Key_Escape)
    assert scene.toasts.sentences == []
    scene.toasts.leave_newest()


def test_toasts_stay_in_their_corner(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.toasts.tell("one")
    scene.window.resize(1400, 900)
    qtbot.waitUntil(lambda: scene.shown[0].geometry().right() > 1300)
    assert scene.shown[0].geometry().bottom() > 800
