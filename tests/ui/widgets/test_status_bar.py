from itertools import pairwise

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from cnet_agent.wire.node import ExecutorView
from cnet_ui.progress import Progress
from cnet_ui.widgets.job_progress import JobProgress
from cnet_ui.widgets.status_bar import StatusBar
from helpers.console import theme

pytestmark = pytest.mark.gui


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    theme()
    made = StatusBar()
    qtbot.addWidget(made)
    made.resize(1024, 28)
    made.show()
    return made


def job(bar: StatusBar) -> JobProgress:
    found = bar.findChild(JobProgress, "running-job")
    assert isinstance(found, QAbstractButton)
    return found


def test_a_runtime_that_is_off_says_why_in_its_tool_tip(bar: StatusBar) -> None:
    bar.show_runtimes(
        {
            "container": ExecutorView(available=True, detail="Docker 28.2"),
            "vm": ExecutorView(available=False, detail="libvirtd is not running"),
        }
    )
    found = {
        widget.accessibleName(): widget.toolTip()
        for widget in bar.findChildren(QWidget)
        if widget.accessibleDescription()
    }
    assert found == {
        "Docker 28.2": "Container: Docker 28.2",
        "VM off": "VM: libvirtd is not running",
    }


def test_the_job_that_runs_shows_how_far_it_is_and_leads_to_its_task(bar: StatusBar) -> None:
    wanted: list[str] = []
    bar.job_wanted.connect(wanted.append)
    bar.show_job("t1", "mnist-cnn")
    bar.show_progress("t1", Progress(0.62, "epoch 31/50"))
    assert job(bar).accessibleName() == "Show the task mnist-cnn · epoch 31/50"
    job(bar).click()
    assert wanted == ["t1"]


def test_the_progress_of_another_job_is_not_shown(bar: StatusBar) -> None:
    bar.show_job("t1", "mnist-cnn")
    bar.show_progress("t1", Progress(0.62, "epoch 31/50"))
    bar.show_job("t2", "etl")
    assert job(bar).accessibleName() == "Show the task etl"
    bar.show_progress("t1", Progress(0.64, "epoch 32/50"))
    assert job(bar).accessibleName() == "Show the task etl"


def test_nothing_runs_and_nothing_is_shown_for_it(bar: StatusBar) -> None:
    bar.show_job("t1", "mnist-cnn")
    assert job(bar).isVisible()
    bar.show_job("", "")
    assert not job(bar).isVisible()


def test_the_bell_says_how_many_notices_are_new(bar: StatusBar) -> None:
    bar.bell.show_state(3, quiet=False)
    assert bar.bell.accessibleName() == "Notifications, 3 new"
    bar.bell.show_state(0, quiet=True)
    assert bar.bell.accessibleName() == "Notifications"
    assert "do not disturb" in bar.bell.toolTip()


def test_everything_has_room_in_the_smallest_window(bar: StatusBar) -> None:
    bar.show_agent("Agent running · 127.0.0.1:8080", "good")
    off = ExecutorView(available=False, detail="Not part of this version")
    bar.show_runtimes({"container": off, "vm": off})
    bar.show_job("t1", "a-very-long-name-of-a-task-that-nobody-would-want-to-read")
    bar.show_progress("t1", Progress(0.62, "iteration 310000/500000"))
    bar.show_counts("12 running · 3,000 waiting")
    bar.grab()
    parts = [each for each in bar.children() if isinstance(each, QWidget) and each.isVisible()]
    places = sorted((part.geometry().left(), part.geometry().right()) for part in parts)
    assert all(left[1] < right[0] for left, right in pairwise(places))
    assert places[-1][1] < bar.width()
