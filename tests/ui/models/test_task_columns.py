import pytest

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.wire.task import UsageView, WaitingView
from cnet_ui.models.task_columns import Column, cell_text, heading, row_text, sort_key, tip
from cnet_ui.words import NONE
from helpers.factories import EPOCH
from helpers.fake_agent import make_view

NOW = EPOCH + 100
USED = UsageView(cpu_percent=94.25, memory=412_000_000, pids=3)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (Column.NAME, "mnist"),
        (Column.TYPE, "Process"),
        (Column.STATUS, "Running"),
        (Column.CPU, "94.2 %"),
        (Column.MEMORY, "412 MB"),
        (Column.RUN_TIME, "00:01:39"),
        (Column.FINISHED, NONE),
        (Column.ATTEMPTS, "1 / 3"),
        (Column.RESULT, NONE),
        (Column.LABELS, "team=vision, user=ada"),
        (Column.PRIORITY, "5"),
        (Column.ACTIONS, ""),
    ],
)
def test_a_cell_says_what_its_column_is_for(column: Column, text: str) -> None:
    labels = {"user": "ada", "team": "vision"}
    task = make_view(1, name="mnist", usage=USED, labels=labels, max_retries=2, priority=5)
    assert cell_text(task, column, NOW) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"phase": Phase.SUCCEEDED, "exit_code": 0, "reason": Reason.EXIT}, "exit 0"),
        ({"phase": Phase.FAILED, "exit_code": 3, "reason": Reason.EXIT}, "exit 3"),
        ({"phase": Phase.FAILED, "signal": "SIGSEGV", "reason": Reason.SIGNAL}, "SIGSEGV"),
        ({"phase": Phase.FAILED, "signal": "SIGKILL", "reason": Reason.OOM}, "Out of memory"),
        ({"phase": Phase.FAILED, "reason": Reason.LOST}, "Lost"),
        ({"phase": Phase.CANCELLED, "reason": Reason.STOPPED}, NONE),
        ({"phase": Phase.RUNNING}, NONE),
    ],
)
def test_a_result_says_how_it_ended(fields: dict[str, object], text: str) -> None:
    assert cell_text(make_view(1, **fields), Column.RESULT, NOW) == text  # type: ignore[arg-type]


def test_every_column_has_a_heading_but_that_of_the_icons() -> None:
    without = [column for column in Column if not heading(column)]
    assert without == [Column.ACTIONS]


def test_keys_of_a_column_compare_whatever_is_missing() -> None:
    tasks = [make_view(n, phase) for n, phase in enumerate(Phase, start=1)]
    tasks.append(make_view(20, usage=USED, labels={"a": "b"}))
    tasks.append(make_view(21, Phase.FAILED, started_at=None, completed_at=None))
    for column in Column:
        assert len(sorted(sort_key(task, column) for task in tasks)) == len(tasks)


def test_what_waits_comes_before_what_runs_where_the_newest_is_first() -> None:
    waiting, runs = make_view(1, Phase.QUEUED), make_view(2)
    ended = make_view(3, Phase.SUCCEEDED)
    keys = [sort_key(task, Column.STARTED) for task in (waiting, ended, runs)]
    assert keys == sorted(keys, reverse=True)


def test_usage_of_a_task_that_has_ended_counts_for_nothing() -> None:
    ended = make_view(1, Phase.SUCCEEDED, usage=USED)
    assert sort_key(ended, Column.CPU) == sort_key(ended, Column.MEMORY) == -1.0
    assert cell_text(ended, Column.CPU, NOW) == NONE


def test_a_tip_says_more_than_the_cell() -> None:
    waiting = WaitingView(on="slots", message="It waits for a slot.")
    task = make_view(1, Phase.QUEUED, waiting=waiting, args=["--epochs", "5"])
    assert tip(task, Column.NAME) == "sleep --epochs 5"
    assert tip(task, Column.STATUS) == "It waits for a slot."
    assert tip(task, Column.CPU) == ""
    assert tip(make_view(2, labels={"a": "1", "b": "2"}), Column.LABELS) == "a=1\nb=2"


def test_a_row_is_said_whole() -> None:
    task = make_view(1, Phase.FAILED, name="mnist", exit_code=3, reason=Reason.EXIT)
    assert row_text(task, NOW) == "mnist, Process, Failed, ran 00:00:05, exit 3"
    assert row_text(make_view(2), NOW, stopping=True).startswith("task-2, Process, Stopping…")
