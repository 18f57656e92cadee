"""How every launcher is measured: many short tasks, then tasks one at a time. No dependencies.

Runs in the environment of whatever is measured, so that each is asked through its own interface.
"""

import os
import struct
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, Protocol

from _harness.percentiles import percentiles

SETTLE = 0.02  # seconds between tasks one at a time: the last one's end is no part of the next


class Launcher(Protocol):
    """Something that runs commands."""

    def submit(self, command: list[str]) -> None:
        """Accept a command."""

    def drain(self) -> None:
        """Return when everything that was accepted has ended, and its end is known."""


class Work(NamedTuple):
    """What to run."""

    tasks: int  # short ones, as quickly as it goes
    single: int  # one at a time
    stamp: list[str]  # a command that writes when it began: monotonic nanoseconds, 8 bytes
    pipe: str  # where to


def measure(launcher: Launcher, work: Work, clients: int = 1) -> dict[str, float]:
    """Return ``rate`` (tasks a second), and the latencies of ``one_by_one``."""
    rate = work.tasks / burst(launcher, work.tasks, clients)
    return {"rate": rate, **one_by_one(launcher.submit, work)}


def burst(launcher: Launcher, tasks: int, clients: int) -> float:
    """Return the seconds for a number of short tasks, from the first submission to the last end."""
    began = time.monotonic()
    if clients == 1:
        for _ in range(tasks):
            launcher.submit(["/bin/true"])
    else:
        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(launcher.submit, [["/bin/true"]] * tasks))
    launcher.drain()
    return time.monotonic() - began


def one_by_one(submit: Callable[[list[str]], None], work: Work) -> dict[str, float]:
    """Return milliseconds: ``submit_p50``, ``submit_p99``, and ``running_…`` to its first step."""
    submits, runs = [], []
    stamps = os.open(work.pipe, os.O_RDWR)
    for _ in range(work.single):
        time.sleep(SETTLE)
        began = time.monotonic_ns()
        submit(work.stamp)
        submits.append((time.monotonic_ns() - began) / 1e6)
        (first,) = struct.unpack("q", os.read(stamps, 8))
        runs.append((first - began) / 1e6)
    os.close(stamps)
    return {**percentiles("submit", submits), **percentiles("running", runs)}
