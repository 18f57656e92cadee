"""What is logged while no connection can be accepted."""

import logging

import pytest

from cnet_agent.server.overload import EVERY, AcceptTrouble, accept_trouble_shortened


def accept_failed() -> logging.LogRecord:
    """Return what asyncio logs."""
    error = OSError(24, "Too many open files")
    said = "socket.accept() out of system resource\nsocket: <TransportSocket fd=15>"
    about = (OSError, error, None)
    return logging.LogRecord("asyncio", logging.ERROR, "base_events.py", 1, said, (), about)


def test_it_is_said_in_one_line_and_then_not_for_a_while() -> None:
    now = 1000.0
    trouble = AcceptTrouble(lambda: now)
    first = accept_failed()
    assert trouble.filter(first)
    assert first.getMessage() == (
        "No connection can be accepted for now: [Errno 24] Too many open files"
    )
    assert (first.exc_info, first.levelname) == (None, "WARNING")
    assert not any(trouble.filter(accept_failed()) for _ in range(100))
    now += EVERY
    assert trouble.filter(accept_failed())


def test_everything_else_that_asyncio_says_is_left_as_it_is(
    caplog: pytest.LogCaptureFixture,
) -> None:
    logger = logging.getLogger("asyncio")
    with accept_trouble_shortened():
        logger.error("Task exception was never retrieved")
    assert caplog.messages == ["Task exception was never retrieved"]
    assert not logger.filters
