from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from cnet_agent.wire.node import ExecutorView, GpuInfo, GpuUsage, MarkerView
from cnet_ui.pages.dashboard_details import CPU, DISK, GPU, HARDWARE, NETWORK, ResourceDetails
from cnet_ui.plots.history_chart import STAGGER
from cnet_ui.widgets.buttons import Button
from helpers.console import Console, console
from helpers.factories import EPOCH, make_id
from helpers.fake_agent import NODE, FakeAgent, make_usage, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent(make_view(1, name="mnist-cnn"))
    agent.times = [EPOCH - 300 + second for second in range(300)]
    agent.series = {"cpu": [50.0] * 300}
    agent.markers = [MarkerView(at=EPOCH - 9, task_id=make_id(1), name="a", kind="started")]
    async with console(agent, tmp_path) as found:
        await until(lambda: len(found.window.dashboard.feed.chosen) >= 300)
        yield found


def reaches(shown: Console, second: int) -> bool:
    return shown.window.dashboard.feed.now == EPOCH + second


def details(shown: Console) -> ResourceDetails | None:
    return shown.window.findChild(ResourceDetails)


def find(parent: QWidget, name: str) -> Button:
    button = parent.findChild(Button, name)
    assert button is not None, name
    return button


async def test_the_cards_are_filled_from_the_stored_history_at_once(shown: Console) -> None:
    assert len(shown.window.dashboard.cards.cpu.history._ring) >= 300


async def test_a_click_on_a_card_opens_its_part_of_the_details(shown: Console) -> None:
    shown.window.dashboard.cards.disk.cover.click()
    sheet = await until(lambda: details(shown))
    assert sheet.part == DISK
    await until(lambda: shown.agent.questions("resources"))
    (view,) = sheet.views()
    await until(lambda: "/dev/sda1" in view.all_text())
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    await until(lambda: details(shown) is None)


async def test_the_details_are_live_and_can_be_copied(shown: Console) -> None:
    shown.window.dashboard.show_details(CPU)
    sheet = await until(lambda: details(shown))
    shown.agent.sample(make_usage(1.0, cpu=63.0))
    await until(lambda: "63.0 %" in sheet.views()[1].all_text())
    find(sheet, "copy-resources").click()
    text = QGuiApplication.clipboard().text()
    assert "Load over 1, 5 and 15 minutes\t0.10 · 0.10 · 0.10" in text
    assert "0\t63.0 %" in text
    for part in (NETWORK, HARDWARE):
        sheet.show_part(part)
        assert all(view.table.rowCount() for view in sheet.views())
    assert GPU not in sheet._places


async def test_details_of_an_agent_that_is_gone_say_as_of_when(shown: Console) -> None:
    shown.window.dashboard.show_details(NETWORK)
    sheet = await until(lambda: details(shown))
    shown.agent.go_away()
    await until(lambda: "does not answer" in sheet._said.text())
    assert "eth0" in sheet.views()[0].all_text()


async def test_gpus_have_cards_and_a_part_of_the_details(shown: Console) -> None:
    cards = shown.window.dashboard.cards
    assert not cards.gpus.isVisible()
    gpu = GpuInfo(index=0, name="RTX 4090", memory=24 * 10**9)
    shown.agent.become(NODE.model_copy(update={"gpus": [gpu]}))
    await until(cards.gpus.isVisible)
    usage = GpuUsage(index=0, percent=63.0, memory_used=4 * 10**9, temperature=61.0)
    shown.agent.sample(make_usage(1.0).model_copy(update={"gpus": [usage]}))
    await until(lambda: "63 %" in cards.gpus.cards[0].cover.accessibleName())
    cards.gpus.cards[0].cover.click()
    sheet = await until(lambda: details(shown))
    assert sheet.part == GPU
    assert "61 °C" in sheet.views()[0].all_text()


async def test_check_again_asks_the_agent_to_look(shown: Console) -> None:
    mended = ExecutorView(available=True, detail="Docker 28.2")
    executors = {**NODE.executors, "container": mended}
    shown.agent.view = NODE.model_copy(update={"executors": executors})
    button = find(shown.window.dashboard, "check-runtimes")
    button.click()
    await until(lambda: shown.agent.questions("node") == [True])
    await until(lambda: shown.window.dashboard.runtimes._shown == executors)
    await until(button.isEnabled)


async def test_what_needs_the_agent_is_disabled_while_it_is_gone(shown: Console) -> None:
    button = find(shown.window.dashboard, "check-runtimes")
    shown.agent.go_away()
    await until(lambda: not button.isEnabled())
    assert button.toolTip() == "The agent does not answer."
    assert not shown.window.dashboard.history._windows.isEnabled()
    shown.agent.come_back()
    await until(button.isEnabled)


async def test_another_window_is_read_from_the_agents_history(shown: Console) -> None:
    history = shown.window.dashboard.history
    history._windows.chosen.emit("604800")
    await until(lambda: 604_800.0 in [window for window, _ in shown.agent.questions("history")])
    assert history.chart.plots[0].end - history.chart.start == 604_800.0


async def test_a_mark_opens_its_task(shown: Console) -> None:
    strip = shown.window.dashboard.history.chart.marks
    await until(lambda: strip.clusters)
    strip.opened.emit(make_id(1))
    await until(shown.window.tasks.isVisible)
    assert shown.window.tasks.chosen == make_id(1)


async def test_the_chart_is_saved_as_a_picture_and_as_a_table(
    shown: Console, tmp_path: Path
) -> None:
    history = shown.window.dashboard.history
    for place, name in enumerate(("chart.png", "chart.csv")):
        history.save.click()
        menu = await until(lambda: history.findChild(QMenu))
        menu.actions()[place].trigger()
        menu.close()
        await until(lambda: history.findChild(QMenu) is None)
        dialog = await until(lambda: shown.window.findChild(QFileDialog))
        dialog.setDirectory(str(tmp_path))
        dialog.findChild(QLineEdit).setText(name)
        dialog.accept()
        await until((tmp_path / name).exists)
        await until(lambda: shown.window.findChild(QFileDialog) is None)
    await until(lambda: not QImage(str(tmp_path / "chart.png")).isNull())
    lines = await until((tmp_path / "chart.csv").read_text)
    assert lines.splitlines()[0].startswith("time,cpu_percent,memory_percent")
    assert len(lines.splitlines()) >= 300


class Paints(QObject):
    """Notes what is painted of a window, whatever others do that are still around."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.painted: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if event.type() == QEvent.Type.Paint:
            self.painted.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


async def test_nothing_is_painted_while_the_window_is_minimised(shown: Console) -> None:
    paints = Paints(shown.window)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(paints)
    shown.window.showMinimized()
    await until(shown.window.isMinimized)

    async def still() -> bool:
        """Whether nothing is drawn once all that waits its turn, and Qt's own timer, had it."""
        paints.painted.clear()
        passed: list[bool] = []
        QTimer.singleShot(STAGGER * 4, lambda: passed.append(True))
        await until(lambda: passed)
        QApplication.sendEvent(shown.window, QEvent(QEvent.Type.UpdateRequest))
        return not paints.painted

    await until(still)
    shown.agent.sample(make_usage(3.0, cpu=77.0))
    await until(partial(reaches, shown, 3))
    assert await still(), paints.painted
    application.removeEventFilter(paints)
