from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.spec import Resources
from cnet_agent.wire.task import MASK, AttemptView, OutputView, UsageHistoryView, UsageView
from cnet_ui.dispose import dispose
from cnet_ui.pages.places import TASKS
from cnet_ui.pages.task_details import FILES, LOGS, METRICS, OVERVIEW, TIMELINE, TaskDetails
from cnet_ui.pages.task_outputs import MOST as MOST_FILES
from cnet_ui.pages.task_outputs import TaskOutputs
from cnet_ui.pages.tasks import TasksPage
from cnet_ui.plots.limit_curve import LimitCurve
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.command_text import CommandText
from helpers.console import Console, console
from helpers.factories import EPOCH
from helpers.fake_agent import FakeAgent, make_records, make_view
from helpers.job_scene import make_job
from helpers.waiting import until

pytestmark = pytest.mark.gui

LIMITS = Resources(cpu_limit=1.0, memory_limit=100_000_000)
RUNS = make_view(
    1,
    args=["--epochs", "50"],
    env={"EPOCHS": "50", "API_TOKEN": MASK},
    resources=LIMITS,
    limits={"cpu": "hard", "memory": "hard"},
    limited_by="cgroup v2",
    labels={"team": "vision"},
    usage=UsageView(cpu_percent=50.0, memory=60_000_000, pids=2),
)
STARVED = make_view(
    2,
    Phase.FAILED,
    reason=Reason.OOM,
    message="It ran out of its memory limit of 100 MB.",
    resources=LIMITS,
    rerun_of=make_view(1).id,
)
USED = UsageHistoryView(
    timestamps=[1.0, 2.0, 3.0], cpu_percent=[10.0, 90.0, 50.0], memory=[1e7, 5e7, 1e8]
)


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    agent = FakeAgent(RUNS, STARVED, make_view(3, Phase.QUEUED))
    agent.usages = {RUNS.id: USED, STARVED.id: USED}
    agent.logs[STARVED.id] = make_records("one", "\x1b[31mtwo\x1b[0m")
    async with console(agent, tmp_path, TASKS) as found:
        await until(lambda: found.window.tasks.table.rowCount() == 3)
        yield found


def details(shown: Console, task_id: str, tab: str) -> TaskDetails:
    shown.window.tasks.choose(task_id, tab)
    return shown.window.tasks.details


def texts(widget: QWidget) -> str:
    labels = widget.findChildren(QLabel)
    return "\n".join(f"{each.text()} {each.accessibleName()}" for each in labels)


def button(widget: QWidget, name: str) -> Button:
    found = widget.findChild(Button, name)
    assert found is not None, name
    return found


async def test_the_overview_says_what_was_asked_for_and_what_holds(shown: Console) -> None:
    overview = details(shown, RUNS.id, OVERVIEW)._overview
    command = overview.findChild(CommandText)
    assert command is not None
    assert command.accessibleDescription() == "sleep --epochs 50"
    said = texts(overview)
    for words in ("100 MB", "hard", "Enforced by cgroup v2", "team=vision", f"API_TOKEN={MASK}"):
        assert words in said
    meters = overview._limits
    assert meters is not None
    assert {key: each.accessibleName() for key, each in meters._meters.items()} == {
        "cpu": "50 %",
        "memory": "60 %",
    }


async def test_a_failure_says_cause_figures_next_step_and_offers_more(shown: Console) -> None:
    overview = details(shown, STARVED.id, OVERVIEW)._overview
    said = texts(overview)
    for words in ("Out of memory", "limit 100 MB · after 5.0 s", "Next: Give it 200 MB"):
        assert words in said
    await until(lambda: overview.findChild(LimitCurve))
    await until(lambda: "one\ntwo" in texts(overview))
    button(overview, "run-with-more").click()
    spec = (await until(lambda: shown.agent.questions("submit")))[0]
    assert spec["resources"] == {"cpu_limit": 1.0, "memory_limit": 200_000_000}
    await until(lambda: shown.window.tasks.chosen == make_view(1001).id)


async def test_a_job_that_failed_is_run_with_more_as_a_job(shown: Console) -> None:
    job = make_job(9, Phase.FAILED, reason=Reason.OOM, memory_cap=8_000_000_000)
    shown.agent.change(job)
    await until(lambda: job.id in shown.session.tasks)
    overview = details(shown, job.id, OVERVIEW)._overview
    await until(lambda: "8 GB" in texts(overview))
    button(overview, "run-with-more").click()
    asked = shown.agent.training.asked
    await until(lambda: "submit" in dict(asked))
    assert dict(asked)["submit"]["memory_limit"] == 16_000_000_000


async def test_a_task_that_fails_while_one_reads_its_log_says_so_above_it(shown: Console) -> None:
    pane = details(shown, RUNS.id, LOGS)
    assert not pane._failure.isVisible()
    failed = {"phase": Phase.FAILED, "reason": Reason.EXIT, "message": "It exited with code 3."}
    shown.agent.change(RUNS.model_copy(update=failed))
    await until(pane._failure.isVisible)
    assert pane.tab == LOGS
    assert pane.log.isVisible()
    assert pane._failure.accessibleName().endswith("It exited with code 3.")
    button(pane, "see-why").click()
    assert pane.tab == OVERVIEW
    assert not pane._failure.isVisible()  # what it leads to says the same
    pane.show_tab(LOGS)
    assert pane._failure.isVisible()
    details(shown, make_view(3).id, LOGS)
    assert not pane._failure.isVisible()


async def test_a_task_that_had_failed_opens_with_why(shown: Console) -> None:
    shown.window.tasks.view.choose(STARVED.id)
    await until(lambda: shown.window.tasks.details.tab == OVERVIEW)


async def test_the_tabs_keep_their_place_whatever_the_task_is_called(shown: Console) -> None:
    long = make_view(5, Phase.SUCCEEDED, name="a-name-that-is-much-longer-than-there-is-room-for")
    shown.agent.change(long)
    await until(lambda: shown.window.tasks.table.row_of(long.id) is not None)
    pane = details(shown, RUNS.id, LOGS)
    place = await until(lambda: pane._tabs.mapTo(pane, QPoint(0, 0)).x())
    for task_id in (long.id, STARVED.id, make_view(3).id):
        details(shown, task_id, LOGS)
        QApplication.sendPostedEvents()
        assert pane._tabs.mapTo(pane, QPoint(0, 0)).x() == place


async def test_another_page_takes_over_the_search_and_the_place_in_a_log(shown: Console) -> None:
    lines = [
        make_records(f"line {number}", first=number, at=number / 100) for number in range(3000)
    ]
    shown.agent.logs[STARVED.id] = [record for (record,) in lines]
    before = details(shown, STARVED.id, LOGS)
    await until(lambda: before.log.buffer.held == 2000)
    before.log.show_earlier(shown.agent.logs[STARVED.id][:1000], has_more=False)
    before.log.bar.search.setText("line 7")
    before.log.show_row(500)
    shown.window.tasks.bar.search.setText("task")
    after = TasksPage(shown.session)
    after.resize(1000, 700)
    after.take_over(shown.window.tasks)
    after.show()
    log = after.details.log
    await until(lambda: log.buffer.held == 3000 and not log.following)
    assert log.buffer.rows[log.text.seen()[0]].text == "line 500"
    assert log.bar.search.text() == "line 7"
    assert (after.chosen, after.details.tab) == (STARVED.id, LOGS)
    assert after.bar.search.text() == "task"
    after.hide()
    dispose(after)


async def test_a_rerun_leads_to_what_it_is_a_rerun_of(shown: Console) -> None:
    overview = details(shown, STARVED.id, OVERVIEW)._overview
    button(overview, "rerun-of").click()
    assert shown.window.tasks.chosen == RUNS.id


async def test_labels_can_be_changed_until_it_has_ended(shown: Console) -> None:
    overview = details(shown, RUNS.id, OVERVIEW)._overview
    edit = button(overview, "edit-task")
    assert edit.isEnabled()
    edit.click()
    save = await until(lambda: shown.window.findChild(Button, "save-task"))
    save.click()
    await until(lambda: shown.agent.questions("edit") == [(RUNS.id, 0, {"team": "vision"})])
    overview = details(shown, STARVED.id, OVERVIEW)._overview
    last = overview._edit
    assert last is not None
    assert not last.isEnabled()
    assert "history" in last.toolTip()


async def test_the_overview_says_which_files_were_made_and_leads_to_them(
    shown: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    model = OutputView(
        name="models/line.joblib", path=f"{tmp_path}/line.joblib", size=600, modified=EPOCH
    )
    notes = OutputView(name="notes.txt", path="/data/notes.txt", size=2, modified=EPOCH, own=True)
    shown.agent.outputs_of[RUNS.id] = [model, notes]
    overview = details(shown, RUNS.id, OVERVIEW)._overview
    assert shown.agent.questions("outputs") == []  # while it runs nobody asks
    shown.agent.change(RUNS.model_copy(update={"phase": Phase.SUCCEEDED}))
    ways = await until(lambda: overview.findChildren(Button, "output-way"))
    assert [each.accessibleName() for each in ways] == [
        "Open folder: models/line.joblib",
        "Show in Files: notes.txt",
    ]
    assert "models/line.joblib" in texts(overview)
    ways[0].click()
    await until(lambda: opened == [str(tmp_path)])
    ways[1].click()
    assert shown.window.tasks.details.tab == FILES


async def test_where_a_file_of_another_node_lies_can_be_copied(qtbot: QtBot) -> None:
    copied: list[str] = []
    made = TaskOutputs()
    qtbot.addWidget(made)
    made.path_wanted.connect(copied.append)
    files = [
        OutputView(name=f"{number}", path=f"/srv/{number}", size=1, modified=EPOCH)
        for number in range(MOST_FILES + 2)
    ]
    made.show_outputs(files, is_local=False)
    ways = made.findChildren(Button, "output-way")
    assert [each.text() for each in ways] == ["Copy path"] * MOST_FILES
    ways[0].click()
    assert copied == ["/srv/0"]
    assert "2 more" in texts(made)


async def test_metrics_are_drawn_with_peak_average_and_limit_and_go_on(shown: Console) -> None:
    pane = details(shown, RUNS.id, METRICS)
    metrics = pane._metrics
    assert metrics is not None
    await until(lambda: "peak 90 %" in texts(metrics))
    assert "average 50 %" in texts(metrics)
    assert "limit 100 MB" in texts(metrics)
    used = UsageView(cpu_percent=99.0, memory=70_000_000, pids=2)
    shown.agent.change(RUNS.model_copy(update={"usage": used}))
    await until(lambda: "now 99 %" in texts(metrics))
    assert "peak 99 %" in texts(metrics)


async def test_metrics_without_a_sample_show_what_the_record_of_the_end_says(
    shown: Console,
) -> None:
    attempt = AttemptView(
        number=1,
        started_at=EPOCH,
        ended_at=EPOCH + 0.4,
        reason=Reason.EXIT,
        peak_memory=34_200_000,
        cpu_seconds=0.3,
    )
    brief = make_view(5, Phase.SUCCEEDED, attempts=[attempt], resources=LIMITS)
    shown.agent.change(brief)
    await until(lambda: shown.window.tasks.table.row_of(brief.id) is not None)
    metrics = details(shown, brief.id, METRICS)._metrics
    assert metrics is not None
    await until(lambda: "peak 34.2 MB · limit 100 MB" in texts(metrics))
    assert "average 75 % · 0.30 s of CPU time · limit 100 %" in texts(metrics)
    assert not metrics.cpu.isVisible()
    assert not metrics.memory.isVisible()
    details(shown, RUNS.id, METRICS)
    await until(metrics.cpu.isVisible)


async def test_a_peak_between_two_samples_counts(shown: Console) -> None:
    attempt = AttemptView(number=1, ended_at=EPOCH, reason=Reason.EXIT, peak_memory=120_000_000)
    ended = make_view(5, Phase.SUCCEEDED, attempts=[attempt])
    shown.agent.usages[ended.id] = USED
    shown.agent.change(ended)
    await until(lambda: shown.window.tasks.table.row_of(ended.id) is not None)
    metrics = details(shown, ended.id, METRICS)._metrics
    assert metrics is not None
    await until(lambda: "peak 120 MB" in texts(metrics))
    assert metrics.memory.isVisible()


async def test_metrics_of_a_task_that_was_not_recorded_say_so(shown: Console) -> None:
    pane = details(shown, make_view(3).id, METRICS)
    metrics = pane._metrics
    assert metrics is not None
    await until(lambda: "Nothing was recorded" in texts(metrics))


async def test_the_timeline_has_every_event(shown: Console) -> None:
    pane = details(shown, RUNS.id, TIMELINE)
    await until(lambda: "Created" in texts(pane._timeline))


async def test_files_are_read_when_one_looks_and_not_before(shown: Console) -> None:
    shown.agent.files_of[RUNS.id] = {"model.bin": b"0123456789", "logs/": b""}
    pane = details(shown, RUNS.id, LOGS)
    assert shown.agent.questions("files") == []
    pane.show_tab(FILES)
    await until(lambda: pane._files.table.rowCount() == 2)
    assert shown.agent.questions("files") == [RUNS.id]
    assert "2 files and folders, 10 B" in texts(pane._files)


async def test_a_file_is_saved_whole_or_not_at_all(shown: Console, tmp_path: Path) -> None:
    shown.agent.files_of[RUNS.id] = {"model.bin": b"0123456789"}
    files = details(shown, RUNS.id, FILES)._files
    await until(lambda: files.table.rowCount() == 1)
    assert files.save_button.toolTip() == "Choose a file."
    files.view.selectRow(0)
    assert files.save_button.isEnabled()
    place = tmp_path / "copy.bin"
    files.save_to("model.bin", place)
    await until(place.exists)
    assert place.read_bytes() == b"0123456789"
    await until(lambda: [each.name for each in tmp_path.glob("copy*")] == ["copy.bin"])
    files.save_to("model.bin", tmp_path / "missing" / "copy.bin")
    toasts = shown.window.desk.toasts
    await until(lambda: toasts.sentences)
    assert "copy.bin could not be saved" in toasts.sentences[-1]


async def test_a_task_without_files_says_so(shown: Console) -> None:
    files = details(shown, RUNS.id, FILES)._files
    await until(lambda: "written no files" in files._empty.text())


async def test_stop_becomes_kill_while_a_task_is_stopping(shown: Console) -> None:
    pane = details(shown, RUNS.id, LOGS)
    stop, kill = button(pane, "stop-task"), button(pane, "kill-task")
    assert (stop.isHidden(), kill.isHidden()) == (False, True)
    shown.agent.change(RUNS.model_copy(update={"phase": Phase.STOPPING}))
    await until(lambda: stop.isHidden() and not kill.isHidden())
    assert kill.isEnabled()


async def test_a_dead_agent_is_not_asked_to_do_anything(shown: Console) -> None:
    pane = details(shown, RUNS.id, OVERVIEW)
    stop = button(pane, "stop-task")
    shown.agent.go_away()
    await until(lambda: not stop.isEnabled())
    assert "does not answer" in stop.toolTip()
    assert "100 MB" in texts(pane._overview)
    shown.agent.come_back()
    await until(stop.isEnabled)


async def test_the_keys_go_on_from_stop_to_run_again(shown: Console) -> None:
    pane = details(shown, RUNS.id, LOGS)
    stop, again = button(pane, "stop-task"), button(pane, "run-again")
    shown.window.activateWindow()
    stop.setFocus()
    assert stop.hasFocus()
    shown.agent.change(RUNS.model_copy(update={"phase": Phase.STOPPING}))
    await until(lambda: not stop.isVisible())
    shown.agent.change(RUNS.model_copy(update={"phase": Phase.CANCELLED}))
    await until(again.isVisible)
    assert again.hasFocus()
