import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cnet_agent.wire.node import MarkerView
from cnet_ui.plots.mark_strip import HEIGHT, MarkStrip
from helpers.factories import make_id

pytestmark = pytest.mark.gui


def make_mark(at: float, number: int) -> MarkerView:
    return MarkerView(at=at, task_id=make_id(number), name=f"task-{number}", kind="started")


@pytest.fixture
def strip(qtbot: QtBot) -> MarkStrip:
    """A pixel a second, from 0 to 400."""
    made = MarkStrip(lambda at: at)
    qtbot.addWidget(made)
    made.resize(400, HEIGHT)
    made.show_marks([make_mark(100.0, 1), make_mark(200.0, 2), make_mark(203.0, 3)])
    made.show_span(0.0, 400.0)
    made.show()
    return made


def opened(strip: MarkStrip) -> list[str]:
    ids: list[str] = []
    strip.opened.connect(ids.append)
    return ids


def click(strip: MarkStrip, x: int) -> None:
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))


def test_a_click_on_a_mark_opens_its_task(strip: MarkStrip) -> None:
    ids = opened(strip)
    click(strip, 104)
    click(strip, 150)  # beside all of them
    assert ids == [make_id(1)]


def test_joined_marks_ask_which_task_is_meant(strip: MarkStrip, qtbot: QtBot) -> None:
    ids = opened(strip)
    click(strip, 201)
    menu = strip.findChild(QMenu)
    assert menu is not None
    assert [action.text()[:6] for action in menu.actions()] == ["task-2", "task-3"]
    menu.actions()[1].trigger()
    menu.close()
    assert ids == [make_id(3)]


def test_arrow_keys_go_from_mark_to_mark_and_return_opens_one(strip: MarkStrip) -> None:
    ids = opened(strip)
    pointed: list[float | None] = []
    strip.pointed.connect(pointed.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(strip, key)
    assert "task-1 started" in strip.accessibleDescription()
    assert pointed == [201.5, 100.0, 100.0]
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert ids == [make_id(1)]


def test_only_what_lies_in_the_window_is_shown(strip: MarkStrip) -> None:
    strip.show_span(150.0, 550.0)
    assert [len(cluster.marks) for cluster in strip.clusters] == [2]
    strip.show_span(300.0, 700.0)
    assert strip.clusters == []
    assert not strip.isEnabled()


def test_marks_that_are_too_many_are_counted(strip: MarkStrip) -> None:
    before = strip.grab().toImage()
    assert strip._tip(20.0) == ""
    strip.show_marks([make_mark(100.0, 1)], left_out=1234)
    assert strip._tip(20.0) == "1234 earlier starts and ends are not shown"
    assert "task-1 started" in strip._tip(100.0)
    assert strip.grab().toImage() != before


def test_marks_are_drawn_without_a_warning(strip: MarkStrip) -> None:
    failed = {"kind": "ended", "status": "failed"}
    marks = [
        make_mark(50.0, 1),
        make_mark(100.0, 2).model_copy(update=failed),
        make_mark(150.0, 3).model_copy(update={"kind": "ended", "status": "completed"}),
        *(make_mark(200.0 + n, n).model_copy(update=failed) for n in range(4, 20)),
    ]
    before = strip.grab().toImage()
    strip.show_marks(marks)
    assert strip.grab().toImage() != before
