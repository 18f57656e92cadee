"""Frames survive whatever pieces they arrive in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.wire import sse
from cnet_agent.wire.sse import HEARTBEAT, Decoder, Frame, encode

values = st.recursive(
    st.none() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)
frames = st.builds(
    Frame,
    event=st.sampled_from(["task", "usage", "log"]),
    data=values.map(json.dumps),
    id=st.none() | st.from_regex(r"[a-z0-9]{1,8}-\d{1,6}", fullmatch=True),
)


@given(st.lists(frames), st.lists(st.integers(1, 40)))
def test_frames_come_out_as_they_went_in(sent: list[Frame], sizes: list[int]) -> None:
    data = b"".join(encode(f.event, f.data, f.id) + HEARTBEAT for f in sent)
    decoder, got = Decoder(), []
    for size in sizes:
        got += decoder.feed(data[:size])
        data = data[size:]
    got += decoder.feed(data)
    assert got == sent


def test_what_is_no_frame_is_passed_over() -> None:
    assert Decoder().feed(b": comment\n\nevent: x\n\nnonsense\n\ndata: 1\n\n") == [
        Frame("message", "1", None)
    ]


def test_a_frame_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "MAX_PENDING", 10)
    with pytest.raises(ValueError, match="too long"):
        Decoder().feed(b"data: 12345678")
