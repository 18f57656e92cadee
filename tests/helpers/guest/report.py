"""A plug-in for the pytest that runs in a guest: tells each result on a serial line, as it comes.

The line's other end is a file on the host, where ``run`` reads it.
"""

import json
import os
from pathlib import Path

import pytest

LINE = Path("/dev/ttyS1")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Tell how a test ended: of its call, or of a set-up or clean-up that did not pass."""
    if report.when == "call" or report.outcome != "passed":
        tell(report.nodeid, report.outcome, report.longreprtext, report.duration)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Tell of what could not even be collected."""
    if report.failed:
        tell(report.nodeid, report.outcome, report.longreprtext, 0.0)


def pytest_sessionfinish(exitstatus: int) -> None:
    """Tell that all tests were run."""
    tell("", f"exit {int(exitstatus)}", "", 0.0)


def tell(test: str, outcome: str, text: str, seconds: float) -> None:
    """Write one result as a line of JSON."""
    line = {
        "run": os.environ["GUEST_RUN"],
        "test": test,
        "outcome": outcome,
        "text": text[-20_000:],
        "seconds": round(seconds, 2),
    }
    with LINE.open("w") as opened:
        opened.write(json.dumps(line) + "\n")
