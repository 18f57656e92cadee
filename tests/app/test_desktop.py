import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from cnet_app.desktop import _Desktop
from cnet_app.failures import Exit
from cnet_app.flags import Options
from cnet_ui.dialogs.crash import CrashDialog
from cnet_ui.dispose import dispose
from cnet_ui.language import Language
from cnet_ui.main_window import LAST_PAGE
from cnet_ui.pages.places import TASKS
from cnet_ui.pages.task_details import METRICS
from cnet_ui.session import AgentSession
from cnet_ui.tray import Tray
from cnet_ui.widgets.buttons import Button
from helpers.console import collect, theme
from helpers.live_agent import live_agent
from helpers.waiting import until

pytestmark = [pytest.mark.gui, pytest.mark.integration]


@contextlib.asynccontextmanager
async def running(folder: Path, **flags: str) -> AsyncIterator[tuple[_Desktop, asyncio.Task[int]]]:
    """Give a console that was started with ``flags``, and what ends with its exit code."""
    theme()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    config = folder / "console.yaml"
    config.write_text("training: {port: 0}\n")
    given = {"--data-dir": str(folder / "data"), "--workspace": str(folder / "workspace")}
    given |= {f"--{name.replace('_', '-')}": text for name, text in flags.items()}
    desktop = _Desktop(application, Options(config, given, agent_only=False))
    ended = asyncio.ensure_future(desktop.run())
    try:
        yield desktop, ended
    finally:
        desktop._leaving.set()
        await ended
        desktop._preferences.language = Language.SYSTEM
        desktop._preferences.remember(LAST_PAGE, "")
        desktop._speech.use(Language.ENGLISH)
        dispose(desktop._window)
        await asyncio.sleep(0)
        collect()


async def answer(desktop: _Desktop, key: str) -> None:
    button = await until(lambda: desktop._window.findChild(Button, f"answer-{key}"), 20)
    button.click()


async def test_the_window_has_an_agent_of_its_own_and_ends_with_it(tmp_path: Path) -> None:
    async with running(tmp_path, port="0") as (desktop, ended):
        await until(lambda: desktop._session.is_live, 20)
        assert (tmp_path / "data" / "agent.json").exists()
        desktop._window.close()
        assert await asyncio.wait_for(ended, 20) == Exit.DONE
        assert not (tmp_path / "data" / "agent.json").exists()


async def test_the_agent_is_started_again_with_what_waited_for_it_and_its_tasks_run_on(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, port="0") as (desktop, ended):
        session = desktop._session
        await until(lambda: session.is_live, 20)
        task = await session.client.submit({"command": "sleep", "args": ["60"]})
        await until(lambda: session.tasks[task.id].phase == "running" if session.tasks else False)
        await session.client.change_config({"agent.node_name": "renamed"})
        assert session.node is not None
        assert session.node.name != "renamed"
        assert session.restart is not None
        session.restart()
        await until(lambda: session.node is not None and session.node.name == "renamed", 20)
        await until(lambda: session.is_live)
        assert (await session.client.task(task.id)).phase == "running"
        assert not ended.done()
        await session.client.stop(task.id, 0)
        await until(lambda: session.tasks[task.id].phase.is_final, 20)


async def test_an_agent_that_cannot_be_started_again_is_said_and_ends_the_console(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, port="0") as (desktop, ended):
        await until(lambda: desktop._session.is_live, 20)
        (tmp_path / "console.yaml").write_text("agent: {port: many}\n")
        assert desktop._session.restart is not None
        desktop._session.restart()
        await answer(desktop, "cancel")
        assert await asyncio.wait_for(ended, 20) == Exit.BAD_CONFIGURATION


async def test_a_task_that_runs_makes_closing_a_question(tmp_path: Path) -> None:
    async with running(tmp_path, port="0") as (desktop, ended):
        await until(lambda: desktop._session.is_live, 20)
        await desktop._session.client.submit({"command": "sleep", "args": ["60"]})
        await until(lambda: desktop._session.tasks)
        desktop._window.close()
        await answer(desktop, "cancel")
        await until(lambda: not desktop._asking)
        assert not ended.done()
        desktop._window.close()
        await answer(desktop, "stop")
        assert await asyncio.wait_for(ended, 20) == Exit.DONE
        assert [task.phase for task in desktop._session.tasks.values()] == ["cancelled"]


async def test_where_there_is_a_tray_the_window_goes_there_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tray, "is_available", lambda: True)
    async with running(tmp_path, port="0") as (desktop, ended):
        await until(lambda: desktop._session.is_live, 20)
        desktop._window.close()
        await answer(desktop, "tray")
        await until(lambda: not desktop._window.isVisible())
        assert not ended.done()
        desktop.come_up()  # what a second start does
        assert desktop._window.isVisible()
        assert desktop._tray is not None
        desktop._tray.quit.trigger()  # nothing runs, so nothing is asked
        assert await asyncio.wait_for(ended, 20) == Exit.DONE


async def test_quitting_from_the_tray_asks_in_the_window_what_becomes_of_tasks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tray, "is_available", lambda: True)
    async with running(tmp_path, port="0") as (desktop, ended):
        await until(lambda: desktop._session.is_live, 20)
        await desktop._session.client.submit({"command": "sleep", "args": ["60"]})
        await until(lambda: desktop._session.tasks)
        desktop._window.hide()
        assert desktop._tray is not None
        desktop._tray.quit.trigger()
        await answer(desktop, "stop")
        assert desktop._window.findChild(Button, "answer-tray") is None
        assert await asyncio.wait_for(ended, 20) == Exit.DONE


async def test_a_mistake_leaves_a_report_beside_the_agents_log(tmp_path: Path) -> None:
    async with running(tmp_path, port="0") as (desktop, _):
        await until(lambda: desktop._session.is_live, 20)

        def fall() -> None:
            raise ValueError("a mistake")

        asyncio.get_running_loop().call_soon(fall)
        await until(lambda: desktop._window.findChild(CrashDialog))
        (report,) = (tmp_path / "data" / "logs").glob("console-crash-*.txt")
        assert "ValueError: a mistake" in report.read_text()


async def test_a_port_that_is_taken_is_said_with_another_one_to_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with running(tmp_path, port=str(port)) as (desktop, _):
            await answer(desktop, "use")
            await until(lambda: desktop._session.is_live, 20)
            assert desktop._session.address.startswith("127.0.0.1:")
            assert not desktop._session.address.endswith(f":{port}")


async def test_one_may_also_give_up(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        async with running(tmp_path, port=str(taken.getsockname()[1])) as (desktop, ended):
            await answer(desktop, "cancel")
            assert await asyncio.wait_for(ended, 20) == Exit.PORT_IN_USE


async def test_a_bad_configuration_is_said_in_the_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with running(tmp_path, port="many") as (desktop, ended):
        await answer(desktop, "cancel")
        assert await asyncio.wait_for(ended, 20) == Exit.BAD_CONFIGURATION
    assert "--port" in capsys.readouterr().err


async def test_an_agent_that_runs_already_is_shown_and_left_alone(tmp_path: Path) -> None:
    with live_agent(tmp_path) as agent:
        async with running(tmp_path, port="0") as (desktop, ended):
            await until(lambda: desktop._session.is_live, 20)
            assert desktop._session.address in agent.url
            task_id = agent.shell("sleep 60")
            await until(lambda: agent.task(task_id)["status"] == "running")
            await until(lambda: desktop._session.tasks)
            desktop._window.close()  # nothing to ask: the tasks are not this window's
            assert await asyncio.wait_for(ended, 20) == Exit.DONE
        assert agent.task(task_id)["status"] == "running"


async def test_the_next_start_is_where_one_left_off_and_connects_the_other_node_again(
    tmp_path: Path,
) -> None:
    async def both_live(desktop: _Desktop) -> list[AgentSession]:
        found = desktop._connections
        await until(lambda: [each.is_live for each in found.sessions] == [True, True], 20)
        return found.sessions

    flags = {"port": "0", "data-dir": str(tmp_path / "here")}
    with live_agent(tmp_path / "beside") as beside:
        async with running(tmp_path, **flags) as (desktop, _):
            await until(lambda: desktop._session.is_live, 20)
            desktop._connections.connect_to(beside.url)
            desktop._window.show_page(TASKS)
            await both_live(desktop)
        desktop._preferences.remember(LAST_PAGE, TASKS)  # forgotten between other tests
        async with running(tmp_path, **flags) as (again, _):
            here, _there = await both_live(again)
            assert again._connections.current is here
            assert again._window.node.key == TASKS
        again._preferences.connected = []


async def test_another_language_is_spoken_at_once_over_the_same_tasks(tmp_path: Path) -> None:
    async with running(tmp_path, port="0") as (desktop, ended):
        await until(lambda: desktop._session.is_live, 20)
        task = await desktop._session.client.submit({"command": "sleep", "args": ["60"]})
        before = desktop._window
        await until(lambda: before.tasks.table.row_of(task.id) is not None)
        before.resize(1024, 720)
        before.tasks.choose(task.id, METRICS)
        before.tasks.details.log.bar.search.setText("epoch")
        everywhere = before.logs.filters.findChild(QLineEdit, "search-all-logs")
        assert everywhere is not None
        everywhere.setText("loss")
        before.show_page(TASKS)
        before.language_chosen.emit("zh_TW")
        await until(lambda: not isValid(before))
        after = desktop._window
        assert (after.node.key, after.tasks.chosen) == (TASKS, task.id)
        assert after.tasks.details.tab == METRICS
        assert after.tasks.details.log.bar.search.text() == "epoch"
        assert after.logs.filters.text == "loss"
        assert (after.isVisible(), after.height()) == (True, 720)
        assert find(after, "rail-tasks").text() == "任務"
        categories = [preset.category for preset in desktop._session.presets]
        await until(lambda: "機器學習" in [each.category for each in desktop._session.presets])
        assert "機器學習" not in categories
        after.language_chosen.emit("zh_TW")
        after.language_chosen.emit("system")
        await until(lambda: not isValid(after))
        assert find(desktop._window, "rail-tasks").text() == "Tasks"
        desktop._window.close()
        await answer(desktop, "stop")
        assert await asyncio.wait_for(ended, 20) == Exit.DONE


def find(window: QWidget, name: str) -> QAbstractButton:
    button = window.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton), name
    return button
