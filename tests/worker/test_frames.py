"""What a model server and a worker send each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_worker import frames
from cnet_worker.frames import BadFrame, Replies, Reply, Request, Requests, pack_reply, pack_request

BODIES = st.lists(st.binary(max_size=200), max_size=20)


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    """Return data cut at some places."""
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[a:b] for a, b in pairwise(places)]


@given(BODIES, st.lists(st.integers(0, 10_000), max_size=30))
def test_frames_come_out_whole_wherever_they_are_cut(bodies: list[bytes], cuts: list[int]) -> None:
    asked = [Request(number, 1, body) for number, body in enumerate(bodies)]
    requests = Requests()
    stream = b"".join(pack_request(*each) for each in asked)
    assert [each for part in pieces(stream, cuts) for each in requests.feed(part)] == asked
    answers = [Reply(number, 200, 1, 2, 3, body) for number, body in enumerate(bodies)]
    replies = Replies()
    stream = b"".join(pack_reply(*each) for each in answers)
    assert [each for part in pieces(stream, cuts) for each in replies.feed(part)] == answers


def test_figures_that_are_too_large_are_cut() -> None:
    (reply,) = Replies().feed(pack_reply(1, 200, 10**12, 10**12, 10**6, b""))
    assert (reply.waited_us, reply.computed_us, reply.rows) == (2**32 - 1, 2**32 - 1, 2**16 - 1)


def test_a_frame_that_is_longer_than_any_may_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "MOST", 10)
    with pytest.raises(BadFrame, match="11 bytes"):
        list(Requests().feed(pack_request(1, 1, b"x" * 11)))
