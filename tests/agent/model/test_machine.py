"""The state machine: the table is complete, and random walks keep its promises."""

import random

import pytest

from cnet_agent.model import inputs as happened
from cnet_agent.model.commands import Prepare, Release, Start, Stop, Wake
from cnet_agent.model.inputs import Input
from cnet_agent.model.machine import TABLE, InvalidTransition, step
from cnet_agent.model.phase import FINAL, Phase, Reason
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Handle, Outcome, Task

INPUTS = (
    happened.Admitted,
    happened.Prepared,
    happened.PrepareFailed,
    happened.Started,
    happened.StartFailed,
    happened.Exited,
    happened.Lost,
    happened.StopWanted,
    happened.RetryDue,
    happened.Edited,
)


def test_every_kind_of_input_is_walked_through() -> None:
    kinds = {kind for kind in vars(happened).values() if isinstance(kind, type)}
    assert set(INPUTS) == {kind for kind in kinds if issubclass(kind, Input) and kind is not Input}


def make_task(**spec: object) -> Task:
    return Task("id", TaskSpec.model_validate({"command": "true", **spec}), created_at=0.0)


def outcome(at: float, reason: Reason = Reason.EXIT, code: int | None = 0) -> Outcome:
    return Outcome(reason, ended_at=at, exit_code=code)


def make_input(kind: type[Input], attempt: int, at: float, rng: random.Random) -> Input:
    end = outcome(at, rng.choice([Reason.EXIT, Reason.TIMEOUT]), rng.choice([0, 3]))
    if kind in (happened.Exited, happened.PrepareFailed, happened.StartFailed):
        return kind(attempt, outcome=end)
    if kind is happened.Lost:
        return kind(attempt, outcome=outcome(at, Reason.LOST, None))
    if kind is happened.Started:
        return kind(attempt, handle=Handle(pid=7, started_at=at, limits={"cpu": "hard"}))
    if kind is happened.StopWanted:
        return kind(attempt, grace=rng.choice([0.5, 5.0]))
    if kind is happened.Edited:
        return kind(attempt, spec=make_task(max_retries=2, priority=rng.randint(0, 9)).spec)
    return kind(attempt)


def running(**spec: object) -> Task:
    task, _ = step(make_task(**spec), happened.Admitted(), 1.0)
    task, _ = step(task, happened.Started(handle=Handle(7, 2.0)), 2.0)
    return task


def test_a_task_goes_from_the_queue_to_its_end() -> None:
    task = make_task()
    task, commands = step(task, happened.Admitted(1, prepare=True, gpus=("GPU-a",)), 1.0)
    assert (task.phase, commands, task.gpus) == (Phase.PREPARING, (Prepare(),), ("GPU-a",))
    task, commands = step(task, happened.Prepared(1), 2.0)
    assert (task.phase, commands) == (Phase.STARTING, (Start(),))
    task, commands = step(task, happened.Started(1, handle=Handle(7, 3.0)), 3.0)
    assert (task.phase, task.started_at, commands) == (Phase.RUNNING, 3.0, ())
    task, commands = step(task, happened.Exited(1, outcome=outcome(9.0)), 9.5)
    assert (task.phase, task.completed_at, commands) == (Phase.SUCCEEDED, 9.0, (Release(),))


def test_an_input_that_cannot_happen_names_the_task_and_the_phase() -> None:
    with pytest.raises(InvalidTransition, match=r"task id, queued, attempt 1: Started"):
        step(make_task(), happened.Started(handle=Handle(7, 1.0)), 1.0)


def test_news_about_an_older_attempt_changes_nothing() -> None:
    task = running()
    assert step(task, happened.Exited(4, outcome=outcome(9.0)), 9.0) == (task, ())


@pytest.mark.parametrize(
    ("stopped_at", "ended_at", "phase"),
    [(5.0, 6.0, Phase.CANCELLED), (6.0, 5.0, Phase.SUCCEEDED)],
)
def test_whichever_came_first_wins_a_stop_or_an_exit(
    stopped_at: float, ended_at: float, phase: Phase
) -> None:
    task, _ = step(running(), happened.StopWanted(grace=1.0), stopped_at)
    task, _ = step(task, happened.Exited(outcome=outcome(ended_at)), 7.0)
    assert task.phase is phase
    assert task.outcome is not None
    assert task.outcome.exit_code == 0
    told = Reason.STOPPED if phase is Phase.CANCELLED else Reason.EXIT
    assert task.attempts[-1].outcome.reason is told


def test_a_stop_is_placed_once_unless_a_later_one_is_more_urgent() -> None:
    task, commands = step(running(), happened.StopWanted(grace=10.0), 5.0)
    assert commands == (Stop(10.0),)
    again, commands = step(task, happened.StopWanted(grace=10.0), 6.0)
    assert (again, commands) == (task, ())
    sooner, commands = step(task, happened.StopWanted(grace=0.5), 6.0)
    assert commands == (Stop(0.5),)
    assert sooner.stop is not None
    assert sooner.stop.at == 5.0


def test_a_task_stopped_while_it_starts_is_stopped_once_it_has_started() -> None:
    task, _ = step(make_task(), happened.Admitted(), 1.0)
    task, _ = step(task, happened.StopWanted(grace=2.0), 2.0)
    task, commands = step(task, happened.Started(handle=Handle(7, 2.5)), 3.0)
    assert (task.phase, commands) == (Phase.STOPPING, (Stop(2.0),))


def test_a_failure_backs_off_and_tries_again_as_often_as_asked() -> None:
    task = running(max_retries=1, retry={"delay": 4, "jitter": 0})
    task, commands = step(task, happened.Exited(1, outcome=outcome(9.0, code=3)), 10.0)
    assert task.phase is Phase.BACKING_OFF
    assert commands == (Release(), Wake(4.0))
    assert "Attempt 1 of 2 failed" in task.message
    task, _ = step(task, happened.RetryDue(1), 14.0)
    assert (task.phase, task.attempt, task.started_at) == (Phase.QUEUED, 2, None)
    task, _ = step(task, happened.Admitted(2), 15.0)
    task, _ = step(task, happened.Started(2, handle=Handle(8, 15.0)), 15.0)
    task, _ = step(task, happened.Exited(2, outcome=outcome(16.0, code=3)), 16.0)
    assert task.phase is Phase.FAILED
    assert [attempt.number for attempt in task.attempts] == [1, 2]


def test_what_cannot_succeed_is_not_retried() -> None:
    task, _ = step(make_task(max_retries=5), happened.Admitted(), 1.0)
    missing = Outcome(Reason.SPAWN_ERROR, 2.0, detail="No such file: pythn", retryable=False)
    task, _ = step(task, happened.StartFailed(outcome=missing), 2.0)
    assert task.phase is Phase.FAILED
    assert task.message == (
        "It could not be started: No such file: pythn. "
        "Another attempt would fail in the same way, so none is made."
    )


def test_a_stop_while_backing_off_ends_the_task() -> None:
    task = running(max_retries=3)
    task, _ = step(task, happened.Exited(outcome=outcome(9.0, code=3)), 9.0)
    task, _ = step(task, happened.StopWanted(grace=1.0), 10.0)
    assert (task.phase, task.due_at) == (Phase.CANCELLED, None)
    assert task.message == "Stopped before its attempt 2 ran."


def test_a_lost_attempt_takes_the_exit_that_is_found_later() -> None:
    lost = Outcome(Reason.LOST, 9.0, detail="gone")
    task, _ = step(running(), happened.Lost(outcome=lost), 9.0)
    assert (task.phase, task.reason) == (Phase.FAILED, Reason.LOST)
    task, _ = step(task, happened.Exited(outcome=outcome(8.0)), 20.0)
    assert (task.phase, task.completed_at, task.message) == (Phase.SUCCEEDED, 8.0, "")
    assert len(task.attempts) == 1


def test_a_failed_task_that_was_not_lost_keeps_its_end() -> None:
    task, _ = step(running(), happened.Exited(outcome=outcome(9.0, code=3)), 9.0)
    assert step(task, happened.Exited(outcome=outcome(9.0)), 20.0) == (task, ())


def test_an_exit_with_zero_after_an_oom_kill_completes_with_a_warning() -> None:
    end = Outcome(Reason.EXIT, 9.0, exit_code=0, oom_kills=1)
    task, _ = step(running(), happened.Exited(outcome=end), 9.0)
    assert task.phase is Phase.SUCCEEDED
    assert "memory limit killed" in task.message


@pytest.mark.parametrize("seed", range(20))
def test_random_walks_keep_the_promises(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(100):
        task, now, held = make_task(max_retries=2, retry={"delay": 1}), 0.0, False
        for _ in range(60):
            now += rng.random()
            kind = rng.choice(INPUTS)
            before = task
            attempt = rng.choice([0, task.attempt, task.attempt, task.attempt - 1])
            what = make_input(kind, attempt, now - rng.random(), rng)
            try:
                task, commands = step(task, what, now)
            except InvalidTransition:
                assert (before.phase, kind) not in TABLE
                continue
            if before.phase in FINAL and before.reason is not Reason.LOST:
                assert (task, commands) == (before, ())
            assert task.attempt <= task.spec.max_retries + 1
            assert task.attempt >= before.attempt
            assert (task.handle is not None) <= task.phase.holds_slot
            assert (task.due_at is not None) == (task.phase is Phase.BACKING_OFF)
            assert (task.completed_at is not None) == task.phase.is_final
            if task.phase is Phase.SUCCEEDED:
                assert task.outcome is not None
                assert task.outcome.exit_code == 0
            if any(isinstance(command, Start) for command in commands):
                assert task.phase is Phase.STARTING
            if held and not task.phase.holds_slot:
                assert Release() in commands
            held = task.phase.holds_slot


def test_every_pair_of_phase_and_input_is_a_row_or_known_to_be_impossible() -> None:
    impossible = {
        Phase.QUEUED: {"Prepared", "PrepareFailed", "Started", "StartFailed", "Exited", "Lost"},
        Phase.PREPARING: {"Admitted", "Started", "StartFailed", "Exited", "Lost", "RetryDue"},
        Phase.STARTING: {"Admitted", "Prepared", "PrepareFailed", "RetryDue"},
        Phase.RUNNING: {"Admitted", "Prepared", "PrepareFailed", "StartFailed", "RetryDue"},
        Phase.STOPPING: {"Admitted", "RetryDue"},
        Phase.BACKING_OFF: {
            *("Admitted", "Prepared", "PrepareFailed", "Started", "StartFailed", "Exited", "Lost"),
        },
        **{phase: {"Prepared", "PrepareFailed", "Started", "StartFailed"} for phase in FINAL},
    }
    for phase in Phase:
        missing = {kind.__name__ for kind in INPUTS if (phase, kind) not in TABLE}
        assert missing == impossible[phase], phase


def test_a_task_whose_clock_is_set_back_still_ends_after_it_began() -> None:
    task = Task("id", TaskSpec(command="x"), created_at=1000.0)
    task, _ = step(task, happened.Admitted(), 1000.0)
    task, _ = step(task, happened.Started(handle=Handle(7, 400.0)), 400.0)
    assert task.started_at == 1000.0
    task, _ = step(task, happened.Exited(outcome=outcome(402.5)), 403.0)
    assert (task.started_at, task.completed_at) == (1000.0, 1002.5)  # it ran for 2.5 seconds
    assert task.attempts[0].outcome.ended_at == 1002.5


def test_a_task_lost_after_the_clock_was_set_back_ends_no_sooner_than_it_began() -> None:
    task, _ = step(running(), happened.Lost(outcome=outcome(-50.0, Reason.LOST, None)), 1.0)
    assert task.completed_at == task.started_at == 2.0


def test_a_wait_stopped_after_the_clock_was_set_back_ends_no_sooner_than_it_began() -> None:
    task, _ = step(running(max_retries=1), happened.Exited(outcome=outcome(4.0, code=3)), 4.0)
    task, _ = step(task, happened.StopWanted(grace=1.0), -100.0)
    assert task.phase is Phase.CANCELLED
    assert task.completed_at == 4.0
