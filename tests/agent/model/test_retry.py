"""Retries: which failures, and how long to wait."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.model.cause import Cause
from cnet_agent.model.phase import Reason
from cnet_agent.model.retry import may_retry, wait_before, wait_left
from cnet_agent.model.spec import RetryPolicy, TaskSpec
from cnet_agent.model.task import Outcome, Task


def task(**spec: object) -> Task:
    body = {"command": "x", "max_retries": 3, **spec}
    return Task("id", TaskSpec.model_validate(body), 0.0)


@pytest.mark.parametrize(
    ("reason", "retried"),
    [
        (Reason.EXIT, True),
        (Reason.LOST, True),
        (Reason.TIMEOUT, True),
        (Reason.OOM, False),
        (Reason.DISK_LIMIT, False),
    ],
)
def test_only_ends_that_another_try_may_change_are_retried(reason: Reason, retried: bool) -> None:
    assert may_retry(task(), Outcome(reason, 1.0, exit_code=1)) is retried


def test_running_out_of_memory_is_retried_where_the_policy_says_so() -> None:
    assert may_retry(task(retry={"on": ["oom"]}), Outcome(Reason.OOM, 1.0))


def test_exit_codes_can_be_named() -> None:
    picky = task(retry={"exit_codes": [75]})
    assert may_retry(picky, Outcome(Reason.EXIT, 1.0, exit_code=75))
    assert not may_retry(picky, Outcome(Reason.EXIT, 1.0, exit_code=1))


@given(st.integers(1, 2000), st.text(max_size=8))
def test_the_wait_grows_to_its_cap_and_jitter_adds_at_most_its_share(
    attempt: int, name: str
) -> None:
    policy = RetryPolicy(delay=10, factor=2, max_delay=300, jitter=0.25)
    base = min(10 * 2.0 ** min(attempt - 1, 64), 300)
    wait = wait_before(policy, name, attempt)
    assert base <= wait <= base * 1.25
    assert wait == wait_before(policy, name, attempt)


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (103.0, 7.0),
        (0.0, 10.0),  # the clock was set back: no longer than the policy says
        (1e9, 0.0),  # or forward: at once, and once
    ],
)
def test_what_is_left_of_a_wait_fits_the_policy_whatever_the_date(now: float, left: float) -> None:
    waiting = replace(task(retry={"delay": 10, "jitter": 0}), due_at=110.0)
    assert wait_left(waiting, now) == left


@pytest.mark.parametrize("cause", [Cause.IMPORT_ERROR, Cause.SYNTAX_ERROR])
def test_what_fails_in_the_same_way_each_time_is_not_tried_again(cause: Cause) -> None:
    assert not may_retry(task(), Outcome(Reason.EXIT, 1.0, exit_code=1, cause=cause))


@pytest.mark.parametrize("cause", [Cause.GPU_MEMORY, Cause.MEMORY])
def test_too_little_memory_is_retried_where_the_policy_says_so(cause: Cause) -> None:
    outcome = Outcome(Reason.EXIT, 1.0, exit_code=1, cause=cause)
    assert not may_retry(task(), outcome)
    assert may_retry(task(retry={"on": ["exit", "oom"]}), outcome)


@pytest.mark.parametrize("cause", [Cause.NCCL, Cause.NETWORK, Cause.EXCEPTION, Cause.GPU_FAULT])
def test_what_may_pass_is_tried_again(cause: Cause) -> None:
    assert may_retry(task(), Outcome(Reason.EXIT, 1.0, exit_code=1, cause=cause))


def test_a_start_that_docker_itself_failed_is_retried_where_the_policy_says_so() -> None:
    failed = Outcome(Reason.SPAWN_ERROR, 1.0)
    assert not may_retry(task(), failed)
    assert may_retry(task(retry={"on": ["spawn_error"]}), failed)
    assert not may_retry(task(retry={"on": ["spawn_error"]}), replace(failed, retryable=False))
