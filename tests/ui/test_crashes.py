import asyncio
import sys
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from cnet_agent.model.errors import Conflict
from cnet_ui.background import spawn
from cnet_ui.crashes import Crashes
from cnet_ui.dialogs.crash import CrashDialog
from cnet_ui.pages.places import LOGS
from cnet_ui.widgets.buttons import Button
from helpers.console import Console, console
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    async with console(FakeAgent(), tmp_path, LOGS) as found:
        yield found


@pytest.fixture
async def crashes(shown: Console, tmp_path: Path) -> AsyncIterator[Crashes]:
    made = Crashes(shown.window, tmp_path / "logs")
    made.start(asyncio.get_running_loop())
    try:
        yield made
    finally:
        made.stop()


def fall() -> None:
    raise ValueError("a mistake")


async def fail(error: Exception) -> None:
    raise error


def in_slot() -> None:
    QTimer.singleShot(0, fall)


def in_callback() -> None:
    asyncio.get_running_loop().call_soon(fall)


def in_thread() -> None:
    threading.Thread(target=fall).start()


def reports(folder: Path) -> list[str]:
    return [path.read_text() for path in folder.glob("logs/console-crash-*.txt")]


async def dialog(shown: Console) -> CrashDialog:
    found = await until(lambda: shown.window.findChild(CrashDialog))
    assert isinstance(found, CrashDialog)
    return found


@pytest.mark.parametrize("begin", [in_slot, in_callback, in_thread])
async def test_a_mistake_is_said_with_where_its_report_lies_and_the_console_goes_on(
    shown: Console, crashes: Crashes, tmp_path: Path, begin: Callable[[], None]
) -> None:
    begin()
    said = await dialog(shown)
    (report,) = reports(tmp_path)
    assert "ValueError: a mistake" in report
    assert str(tmp_path / "logs") in said.where.text()
    said.accept()
    await until(lambda: shown.window.findChild(CrashDialog) is None)
    shown.window.show_page("settings")
    assert shown.window.settings.isVisible()


async def test_spawned_work_that_goes_wrong_is_a_mistake_but_what_the_agent_refuses_is_none(
    shown: Console, crashes: Crashes, tmp_path: Path
) -> None:
    spawn(fail(Conflict("The task has ended.")), shown.window)
    await until(lambda: shown.window.desk.toasts.sentences == ["The task has ended."])
    assert reports(tmp_path) == []
    spawn(fail(KeyError("mine")), shown.window)
    await dialog(shown)
    assert "KeyError: 'mine'" in reports(tmp_path)[0]


async def test_a_connection_in_trouble_is_no_mistake(
    shown: Console, crashes: Crashes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    loop = asyncio.get_running_loop()
    trouble = OSError(24, "Too many open files")
    loop.call_exception_handler({"message": "accept", "exception": trouble, "socket": None})
    await asyncio.sleep(0)
    assert "Too many open files" in caplog.text
    assert reports(tmp_path) == []


async def test_the_same_mistake_is_said_once(
    shown: Console, crashes: Crashes, tmp_path: Path
) -> None:
    for _ in range(5):
        in_slot()
    (await dialog(shown)).accept()
    in_slot()
    await until(lambda: shown.window.findChild(CrashDialog) is None)
    await asyncio.sleep(0)
    assert len(reports(tmp_path)) == 1
    assert shown.window.findChild(CrashDialog) is None


async def test_another_one_meanwhile_is_kept_without_a_second_dialog(
    shown: Console, crashes: Crashes, tmp_path: Path
) -> None:
    in_slot()
    await dialog(shown)
    spawn(fail(KeyError("another")), shown.window)
    await until(lambda: len(reports(tmp_path)) == 2)
    assert len(shown.window.findChildren(CrashDialog)) == 1


async def test_a_report_can_be_copied(shown: Console, crashes: Crashes, tmp_path: Path) -> None:
    in_slot()
    copy = (await dialog(shown)).findChild(Button, "copy-report")
    assert copy is not None
    copy.click()
    assert QGuiApplication.clipboard().text() == reports(tmp_path)[0]


async def test_a_folder_that_cannot_be_written_is_said(
    shown: Console, crashes: Crashes, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    crashes.folder = tmp_path / "file" / "logs"
    in_slot()
    said = await dialog(shown)
    assert said.where.text().startswith("The report could not be kept")
    folder = said.findChild(Button, "open-reports")
    assert folder is not None
    assert not folder.isEnabled()
    assert isinstance(said.where, QLabel)


async def test_the_end_of_the_program_is_no_mistake(shown: Console, tmp_path: Path) -> None:
    seen: list[type[BaseException]] = []
    before = sys.excepthook
    sys.excepthook = lambda kind, *_: seen.append(kind)
    crashes = Crashes(shown.window, tmp_path / "logs")
    crashes.start(asyncio.get_running_loop())
    try:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        assert seen == [KeyboardInterrupt]
    finally:
        crashes.stop()
        sys.excepthook = before
    assert reports(tmp_path) == []
