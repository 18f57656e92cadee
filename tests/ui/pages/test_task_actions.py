import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.model.errors import Conflict
from cnet_agent.model.phase import Phase
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.pages import task_offers
from cnet_ui.pages.places import TASKS
from cnet_ui.widgets.buttons import Button
from helpers.console import Console, console
from helpers.fake_agent import NODE, FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui

RUNS = [make_view(number).id for number in range(1, 8)]
ENDED = [make_view(number).id for number in range(21, 24)]


@pytest.fixture
async def running(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    tasks = [make_view(number) for number in range(1, 8)]
    tasks += [make_view(number, Phase.SUCCEEDED) for number in range(21, 24)]
    async with console(FakeAgent(*tasks), tmp_path, TASKS) as found:
        await until(lambda: found.window.tasks.table.rowCount() == len(tasks))
        yield found


async def answer(shown: Console, key: str) -> str:
    """Answer the question that is asked, and return its words."""
    button = await until(lambda: shown.window.findChild(Button, f"answer-{key}"))
    sheet = shown.window.findChild(QWidget, "sheet")
    assert sheet is not None
    texts = [each.property("text") for each in sheet.findChildren(QWidget)]
    words = " ".join(text for text in texts if isinstance(text, str))
    button.click()
    await until(lambda: shown.window.findChild(QWidget, "sheet") is None)
    return words


def told(shown: Console) -> str:
    return " ".join(shown.window.desk.toasts.sentences)


async def test_many_are_stopped_after_one_question_that_names_five(running: Console) -> None:
    actions, agent = running.window.tasks.acts, running.agent
    agent.holding = asyncio.Event()
    actions.do(task_offers.STOP, RUNS)
    words = await answer(running, "stop")
    assert "Stop 7 tasks?" in words
    assert "task-5" in words
    assert "task-6" not in words
    assert "and 2 more" in words
    await until(lambda: all(running.session.is_stopping(each) for each in RUNS))
    agent.holding.set()
    await until(lambda: not any(running.session.is_stopping(each) for each in RUNS))
    assert sorted(agent.questions("stop")) == RUNS


async def test_cancel_is_the_answer_that_comes_first(running: Console) -> None:
    running.window.tasks.acts.do(task_offers.REMOVE, ENDED)
    button = await until(lambda: running.window.findChild(Button, "answer-cancel"))
    await until(lambda: running.window.focusWidget() is button)
    assert "cannot be undone" in await answer(running, "cancel")
    assert running.agent.questions("purge") == []


async def test_what_could_not_be_done_is_told_in_a_sentence(running: Console) -> None:
    running.agent.refused[ENDED[1]] = Conflict("It is held.")
    running.window.tasks.acts.do(task_offers.REMOVE, ENDED)
    await answer(running, "remove")
    await until(lambda: told(running) == "1 of 3 could not be removed: task-22: It is held.")
    await until(lambda: running.window.tasks.table.rowCount() == 8)


async def test_delete_stops_what_runs_and_removes_what_ended(running: Console) -> None:
    actions, agent = running.window.tasks.acts, running.agent
    actions.remove_or_stop([RUNS[0], ENDED[0]])
    await answer(running, "stop")
    await until(lambda: agent.questions("stop") == [RUNS[0]])
    assert agent.questions("purge") == []
    actions.remove_or_stop(ENDED[:1])
    await answer(running, "remove")
    await until(lambda: agent.questions("purge") == ENDED[:1])


async def test_several_run_again_in_the_order_they_had(running: Console) -> None:
    running.window.tasks.acts.do(task_offers.AGAIN, list(reversed(ENDED)))
    await until(lambda: running.agent.questions("restart") == ENDED)
    await until(lambda: running.window.tasks.chosen == make_view(1003).id)


async def test_running_many_again_is_asked_about(running: Console) -> None:
    running.window.tasks.acts.do(task_offers.AGAIN, RUNS)
    assert "Run 7 tasks again?" in await answer(running, "cancel")
    assert running.agent.questions("restart") == []


async def test_what_does_not_end_can_be_killed(running: Console) -> None:
    running.agent.change(make_view(1, Phase.STOPPING))
    known = running.session.tasks
    await until(lambda: known[RUNS[0]].phase is Phase.STOPPING)
    await until(lambda: running.window.tasks.history.tasks[RUNS[0]].phase is Phase.STOPPING)
    running.window.tasks.acts.do(task_offers.KILL, RUNS[:1])
    assert "up to 10 s" in await answer(running, "kill")
    await until(lambda: running.agent.questions("stop") == [(RUNS[0], 0)])


async def test_a_signal_is_sent_by_its_name(running: Console) -> None:
    running.window.tasks.acts.send(RUNS[0], "SIGUSR1")
    await until(lambda: running.agent.questions("signal") == [(RUNS[0], "SIGUSR1")])


async def test_ids_commands_and_curl_are_copied(running: Console) -> None:
    actions, clipboard = running.window.tasks.acts, QGuiApplication.clipboard()
    actions.do(task_offers.COPY_IDS, RUNS[:2])
    assert clipboard.text() == "\n".join(RUNS[:2])
    actions.do(task_offers.COPY_COMMAND, RUNS[:1])
    assert clipboard.text() == "sleep 60"
    actions.do(task_offers.COPY_CURL, RUNS[:1])
    assert clipboard.text().startswith("curl -X POST http://127.0.0.1:8080/api/tasks")


async def test_rows_are_copied_as_the_list_shows_them(running: Console) -> None:
    running.window.tasks.acts.do(task_offers.COPY_ROWS, ENDED[:1])
    clipboard = QGuiApplication.clipboard()
    await until(lambda: clipboard.text().startswith("Name\tType\tStatus"))
    assert clipboard.text().splitlines()[1].startswith("task-21\tProcess\tCompleted")


async def test_forms_are_asked_for(running: Console) -> None:
    page = running.window.tasks
    asked: list[tuple[str, str]] = []
    page.duplicate.connect(lambda task_id: asked.append(("duplicate", task_id)))
    page.save_as_preset.connect(lambda task_id: asked.append(("preset", task_id)))
    page.acts.do(task_offers.DUPLICATE, RUNS[:1])
    page.acts.do(task_offers.PRESET, ENDED[:1])
    page.acts.do(task_offers.DUPLICATE, RUNS[:2])
    assert asked == [("duplicate", RUNS[0]), ("preset", ENDED[0])]


async def test_the_folder_of_a_task_is_opened_where_it_is(
    running: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(url.toLocalFile())  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    node = NODE.model_copy(update={"data_dir": str(tmp_path)})
    running.session._take(running.session._mirror.apply(node))
    running.window.tasks.acts.do(task_offers.FOLDER, RUNS[:1])
    await until(lambda: told(running) == "There is no folder of task-1.")
    folder = tmp_path / "tasks" / RUNS[0] / "work"
    folder.mkdir(parents=True)
    running.window.tasks.acts.do(task_offers.FOLDER, RUNS[:1])
    await until(lambda: opened == [str(folder)])


async def test_a_task_of_long_ago_is_duplicated_as_well(running: Console) -> None:
    old = make_view(0, Phase.SUCCEEDED, name="long ago")
    running.agent.tasks.keep_older(old)
    await running.window.tasks.history.fetch(old.id)
    running.window.tasks.acts.do(task_offers.DUPLICATE, [old.id])
    form = await until(lambda: running.window.findChild(NewTaskDialog))
    await until(form.isVisible)
    form.reject()
