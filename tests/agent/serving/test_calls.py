"""Requests over a socket."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator

import pytest

from cnet_agent.serving.calls import WORD, Calls, TooLate, WorkerGone
from cnet_worker.frames import PREDICT, Reply, Request, Requests, pack_reply
from helpers.waiting import until


class Other:
    """The other end, which a test plays."""

    def __init__(self) -> None:
        self.words: list[Reply] = []
        self.losses = 0
        self.calls = Calls(self.words.append, self._lose)
        self._requests = Requests()

    async def open(self) -> None:
        ours, self._socket = socket.socketpair()
        self._socket.setblocking(False)
        await asyncio.get_running_loop().create_connection(lambda: self.calls, sock=ours)

    async def hear(self) -> list[Request]:
        loop = asyncio.get_running_loop()
        return list(self._requests.feed(await loop.sock_recv(self._socket, 65536)))

    def answer(self, number: int, body: bytes) -> None:
        self._socket.send(pack_reply(number, 200, 1, 2, 3, body))

    def send(self, data: bytes) -> None:
        self._socket.send(data)

    def close(self) -> None:
        self._socket.close()

    def _lose(self) -> None:
        self.losses += 1


@pytest.fixture
async def other() -> AsyncIterator[Other]:
    other = Other()
    await other.open()
    yield other
    other.calls.close()
    other.close()
    await until(lambda: other.losses)


async def test_answers_reach_their_requests_in_any_order(other: Other) -> None:
    futures = [other.calls.ask(PREDICT, b"%d" % n) for n in range(3)]
    first = await other.hear()
    assert [request.body for request in first] == [b"0"]  # at once: nothing was being done
    rest = await other.hear()
    assert [request.body for request in rest] == [b"1", b"2"]  # in one piece
    requests = [*first, *rest]
    assert len(other.calls) == 3
    for request in reversed(requests):
        other.answer(request.id, b"to " + request.body)
    assert [(await future).body for future in futures] == [b"to 0", b"to 1", b"to 2"]
    assert len(other.calls) == 0


async def test_the_other_end_speaks_for_itself_under_a_number_of_its_own(other: Other) -> None:
    other.answer(WORD, b"ready")
    await until(lambda: other.words)
    assert other.words[0].body == b"ready"


async def test_what_is_late_is_given_up_and_its_answer_dropped(other: Other) -> None:
    early = other.calls.ask(PREDICT, b"early")
    (first,) = await other.hear()
    between = time.monotonic()
    late = other.calls.ask(PREDICT, b"late")
    (second,) = await other.hear()
    assert other.calls.give_up(between) == 1
    with pytest.raises(TooLate):
        await early
    other.answer(first.id, b"too late")
    other.answer(second.id, b"in time")
    assert (await late).body == b"in time"


async def test_the_end_of_the_socket_is_told_to_everybody_who_waits(other: Other) -> None:
    waiting = other.calls.ask(PREDICT, b"")
    other.close()
    with pytest.raises(WorkerGone):
        await waiting
    with pytest.raises(WorkerGone):
        await other.calls.ask(PREDICT, b"")
    assert other.losses == 1


async def test_a_request_that_nobody_waits_for_any_more_harms_nobody(other: Other) -> None:
    gone = other.calls.ask(PREDICT, b"")
    (request,) = await other.hear()
    gone.cancel()
    other.answer(request.id, b"")
    kept = other.calls.ask(PREDICT, b"")
    (request,) = await other.hear()
    other.answer(request.id, b"here")
    assert (await kept).body == b"here"


async def test_one_can_wait_for_all_answers_but_not_for_ever(other: Other) -> None:
    await other.calls.settle(5)
    waiting = other.calls.ask(PREDICT, b"")
    await other.calls.settle(0.01)
    assert not waiting.done()
    (request,) = await other.hear()
    other.answer(request.id, b"")
    await other.calls.settle(5)
    assert waiting.done()


async def test_a_request_given_up_counts_until_the_other_end_has_done_with_it(other: Other) -> None:
    late = other.calls.ask(PREDICT, b"late")
    (request,) = await other.hear()
    assert other.calls.give_up(time.monotonic() + 1) == 1
    with pytest.raises(TooLate):
        await late
    assert len(other.calls) == 1  # the other end computes it all the same
    assert other.calls.give_up(0.0) == 1
    other.answer(request.id, b"")
    await until(lambda: not len(other.calls))
    assert other.calls.give_up(time.monotonic() + 1) == 0


async def test_who_sends_what_is_no_answer_is_heard_no_more(
    other: Other, caplog: pytest.LogCaptureFixture
) -> None:
    waiting = other.calls.ask(PREDICT, b"")
    await other.hear()
    other.send(b"\xff" * 100)
    with pytest.raises(WorkerGone):
        await waiting
    assert caplog.messages == [f"The other end sent a frame of {2**32 - 1} bytes"]
