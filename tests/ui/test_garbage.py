"""Where garbage is collected: never in a worker."""

import gc
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from cnet_ui import garbage
from cnet_ui.garbage import Garbage
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
def collector(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Garbage]:
    monkeypatch.setattr(garbage, "EVERY", 1)
    was_enabled = gc.isenabled()
    made = Garbage()
    yield made
    made.deleteLater()
    if was_enabled:
        gc.enable()


class Cycle:
    """Tells in which thread it ends; only the collector finds it."""

    def __init__(self, ended_in: list[threading.Thread]) -> None:
        self.itself = self
        self.ended_in = ended_in

    def __del__(self) -> None:
        self.ended_in.append(threading.current_thread())


async def test_what_a_worker_leaves_ends_on_the_thread_of_qt(
    collector: Garbage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "THRESHOLDS", (1000, 1000, 1000))
    ended_in: list[threading.Thread] = []
    held: list[Any] = []

    def work() -> None:
        Cycle(ended_in)
        held.extend([number] for number in range(100_000))  # plenty for the automatic collection

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert ended_in == []
    await until(lambda: ended_in == [threading.main_thread()])


def test_only_what_is_due_is_collected(collector: Garbage, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    counts = [(10, 3, 3), (60_000, 3, 3), (60_000, 21, 3), (60_000, 21, 101)]
    monkeypatch.setattr(gc, "get_count", lambda: counts.pop(0))
    monkeypatch.setattr(gc, "collect", collected.append)
    for _ in range(4):
        collector.look()
    monkeypatch.undo()
    assert collected == [0, 1, 2]
