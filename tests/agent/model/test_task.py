"""A task's values."""

from helpers.factories import make_task


def test_retries_are_the_attempts_after_the_first() -> None:
    assert make_task(attempt=1).retry_count == 0
    assert make_task(attempt=3).retry_count == 2
