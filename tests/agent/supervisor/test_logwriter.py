"""CRI lines, segments, full disks."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.supervisor import logwriter
from cnet_agent.supervisor.logwriter import PARTIAL, CriStream, LogWriter

STAMP = b"2026-01-28T19:00:02.123456Z"
LINE = re.compile(rb"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) (stdout|stderr) ([FP]) ([^\n]*)\n")


def decode(text: bytes, stream: bytes) -> bytes:
    """Return what a reader makes of CRI lines: parts joined, full lines ended."""
    lines = LINE.findall(text)
    assert b"".join(b"%s %s %s %s\n" % line for line in lines) == text
    chosen = [(tag, message) for _, name, tag, message in lines if name == stream]
    return b"".join(message + (b"\n" if tag == b"F" else b"") for tag, message in chosen)


def read(folder: Path) -> bytes:
    segments = sorted(folder.glob("1.log.*"), key=lambda path: int(path.suffix[1:]))
    return b"".join(path.read_bytes() for path in segments)


text = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from([b"\n", b"\r", b"a", b"\xff\xfe", b"line\n", b"\r\n"])).map(b"".join),
    st.integers(1, 40_000).map(lambda n: b"x" * n),
)
steps = st.lists(st.one_of(text, st.none()), max_size=30)


@given(steps)
def test_what_was_written_is_read_back_byte_for_byte(chunks: list[bytes | None]) -> None:
    stream = CriStream(b"stdout")
    out, raw = b"", b""
    for chunk in chunks:
        if chunk is None:
            out += stream.flush(STAMP) if stream.pending else b""
        elif chunk:
            raw += chunk
            out += stream.feed(chunk, STAMP)
    out += stream.close(STAMP)
    assert decode(out, b"stdout") == raw + (b"" if raw.endswith(b"\n") or not raw else b"\n")


def test_dense_and_long_lines_come_out_alike() -> None:
    short, long = b"a\n" * 1000, b"b" * 200 + b"\n"
    stream = CriStream(b"stderr")
    assert decode(stream.feed(short + long, STAMP), b"stderr") == short + long


def test_text_without_newline_is_kept_back_up_to_a_size() -> None:
    stream = CriStream(b"stdout")
    assert stream.feed(b"x" * (PARTIAL - 1), STAMP) == b""
    assert stream.feed(b"x", STAMP) == STAMP + b" stdout P " + b"x" * PARTIAL + b"\n"


def test_a_carriage_return_ends_no_line() -> None:
    assert CriStream(b"stdout").feed(b"10%\r20%\r\n", STAMP).count(b"\n") == 1


def test_no_output_makes_no_file(tmp_path: Path) -> None:
    log = LogWriter(f"{tmp_path}/1.log.")
    log.close()
    assert list(tmp_path.iterdir()) == []


def test_both_streams_share_the_segments_with_their_names(tmp_path: Path) -> None:
    log = LogWriter(f"{tmp_path}/1.log.", clock=lambda: 1769626802.123456)
    assert log.feed(0, b"out") is True
    assert log.feed(1, b"err\n") is False
    log.flush(0)
    log.feed(0, b"rest\n")
    log.close()
    assert read(tmp_path) == (
        b"2026-01-28T19:00:02.123456Z stderr F err\n"
        b"2026-01-28T19:00:02.123456Z stdout P out\n"
        b"2026-01-28T19:00:02.123456Z stdout F rest\n"
    )


def test_segments_hold_whole_lines_within_their_size_and_the_oldest_go(tmp_path: Path) -> None:
    log = LogWriter(f"{tmp_path}/1.log.", segment=10_000, kept=5)
    for number in range(5000):
        log.feed(0, b"%d\n" % number)
    log.close()
    segments = sorted(int(path.suffix[1:]) for path in tmp_path.glob("1.log.*"))
    assert len(segments) == 6
    assert segments == list(range(segments[0], log.index + 1))
    assert all(path.stat().st_size <= 10_000 for path in tmp_path.iterdir())
    numbers = [int(line) for line in decode(read(tmp_path), b"stdout").split()]
    assert numbers == list(range(numbers[0], 5000))


def test_an_existing_segment_is_never_written_to(tmp_path: Path) -> None:
    (tmp_path / "1.log.0").write_bytes(b"set-up\n")
    log = LogWriter(f"{tmp_path}/1.log.")
    log.feed(0, b"hello\n")
    log.close()
    assert (tmp_path / "1.log.0").read_bytes() == b"set-up\n"
    assert log.index == 1


class FullDisk:
    """Lets ``room`` bytes be written, then refuses like a full disk."""

    def __init__(self, room: int) -> None:
        self.room = room
        self._write = os.write

    def write(self, descriptor: int, data: bytes) -> int:
        if self.room == 0:
            raise OSError(28, "No space left on device")
        taken = self._write(descriptor, data[: self.room])
        self.room -= taken
        return taken


def test_a_full_disk_drops_whole_lines_counts_them_and_goes_on_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(100)
    monkeypatch.setattr(os, "write", disk.write)
    log = LogWriter(f"{tmp_path}/1.log.")
    log.feed(0, b"0123456789\n" * 10)  # two lines of 48 bytes fit
    assert log.dropped == 8 * 11
    log.feed(0, b"lost\n")
    assert log.dropped == 8 * 11 + 5
    disk.room = 1 << 20
    log.feed(0, b"back\n")
    log.close()
    assert decode(read(tmp_path), b"stdout") == b"0123456789\n" * 2 + b"back\n"


def test_the_last_of_a_disk_is_left_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [1_000]
    monkeypatch.setattr(logwriter, "room", lambda _disk, _spare, _share: free[0])
    log = LogWriter(f"{tmp_path}/1.log.")
    log.feed(0, b"kept\n")
    log.feed(0, b"x" * 2_000 + b"\n")
    log.feed(0, b"lost\n" * 100)
    assert log.dropped == 2_001 + 500
    free[0] = 1_000_000
    log.feed(0, b"back\n")
    log.close()
    assert decode(read(tmp_path), b"stdout") == b"kept\nback\n"


def test_what_is_free_is_not_asked_for_every_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def plenty(disk: int, _spare: int, _share: int) -> int:
        asked.append(disk)
        return 10**9

    monkeypatch.setattr(logwriter, "room", plenty)
    log = LogWriter(f"{tmp_path}/1.log.")
    for _ in range(100):
        log.feed(0, b"x" * 10_000 + b"\n")
    log.close()
    assert len(asked) == 2  # for a million bytes


def test_dropped_parts_are_counted_as_what_was_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", FullDisk(0).write)
    log = LogWriter(f"{tmp_path}/1.log.")
    log.feed(0, b"a\n" + b"x" * PARTIAL)
    log.feed(0, b"tail")
    log.close()
    # The newline that ends the last line was never said; it is counted as one.
    assert log.dropped == 2 + PARTIAL + 5


def test_a_folder_that_is_gone_drops_everything(tmp_path: Path) -> None:
    log = LogWriter(f"{tmp_path}/missing/1.log.")
    log.feed(0, b"hello\n")
    log.close()
    assert (log.dropped, log.index) == (6, -1)


@pytest.mark.parametrize("number", [0, 1])
def test_flushing_a_stream_without_pending_text_writes_nothing(tmp_path: Path, number: int) -> None:
    log = LogWriter(f"{tmp_path}/1.log.")
    log.flush(number)
    log.close()
    assert list(tmp_path.iterdir()) == []
