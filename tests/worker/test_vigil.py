"""Waiting for a socket with and without sleep."""

import select
import socket
from collections.abc import Iterator

import pytest

from cnet_worker.vigil import SOON, Vigil, may_watch


class Ready:
    """A poll that is told beforehand when it finds something, and moves the clock itself.

    Attributes:
        comes: seconds from a call of ``wait`` until there is something.
        slept: how often it was waited for with sleep.
    """

    def __init__(self) -> None:
        self.now = 100.0
        self.comes = 0.0
        self.looks = 0
        self.slept = 0
        self._due = 0.0

    def clock(self) -> float:
        return self.now

    def begin(self, comes: float) -> None:
        self._due = self.now + comes
        self.looks = self.slept = 0

    def register(self, *_: object) -> None:
        pass

    def poll(self, timeout: float | None = None) -> list[tuple[int, int]]:
        if timeout is None:
            self.slept += 1
            self.now = max(self.now, self._due)
        else:
            self.looks += 1
            self.now += SOON / 10
        return [(0, select.POLLIN)] if self.now >= self._due else []


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> Ready:
    ready = Ready()
    monkeypatch.setattr(select, "poll", lambda: ready)
    return ready


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def waited(vigil: Vigil, ready: Ready, comes: float, *, alone: bool = True) -> str:
    ready.begin(comes)
    vigil.wait(alone=alone)
    return f"{'awake' if ready.looks else ''}{'asleep' if ready.slept else ''}"


def test_what_came_soon_is_waited_for_awake(
    ready: Ready, ends: tuple[socket.socket, socket.socket]
) -> None:
    vigil = Vigil(ends[0], watches=True, clock=ready.clock)
    assert [waited(vigil, ready, SOON / 2) for _ in range(3)] == ["asleep", "awake", "awake"]


def test_what_does_not_come_is_waited_for_asleep_and_the_next_as_well(
    ready: Ready, ends: tuple[socket.socket, socket.socket]
) -> None:
    vigil = Vigil(ends[0], watches=True, clock=ready.clock)
    times = [SOON / 2, SOON * 100, SOON / 2, SOON / 2]
    assert [waited(vigil, ready, comes) for comes in times] == [
        "asleep",
        "awakeasleep",
        "asleep",
        "awake",
    ]


def test_where_several_came_together_the_processor_is_left_to_others(
    ready: Ready, ends: tuple[socket.socket, socket.socket]
) -> None:
    vigil = Vigil(ends[0], watches=True, clock=ready.clock)
    waited(vigil, ready, 0)
    assert waited(vigil, ready, 0, alone=False) == "asleep"


def test_who_may_not_wait_awake_sleeps(
    ready: Ready, ends: tuple[socket.socket, socket.socket]
) -> None:
    vigil = Vigil(ends[0], watches=False, clock=ready.clock)
    assert [waited(vigil, ready, 0) for _ in range(3)] == ["asleep"] * 3


@pytest.mark.parametrize(
    ("there_are", "cores", "may"),
    [(8, None, True), (8, 2.0, True), (8, 1.5, False), (1, None, False), (1, 4.0, False)],
)
def test_a_core_for_each_of_server_and_model_lets_them_wait_awake(
    monkeypatch: pytest.MonkeyPatch, there_are: int, cores: float | None, *, may: bool
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: there_are)
    assert may_watch(cores) is may


def test_a_socket_with_something_to_read_is_not_waited_for_nor_one_that_has_ended(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    ours, theirs = ends
    vigil = Vigil(ours, watches=True)
    theirs.send(b"x")
    for _ in range(3):
        vigil.wait(alone=True)
    assert ours.recv(10) == b"x"
    theirs.close()
    for _ in range(3):
        vigil.wait(alone=True)
    assert ours.recv(10) == b""
