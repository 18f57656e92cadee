r"""Writes a task's output as CRI lines into segments of bounded number and size.

A line reads ``2026-01-28T19:00:02.123456Z stdout F message``; ``P`` in place of ``F`` marks text
whose end has not come yet and which goes on in the stream's next line. Output is cut at ``\n``
only (``\r`` belongs to the text), prefixed a chunk at a time, all of a chunk with one time.
A segment ends before it grows beyond its size, is never renamed, and holds whole lines only.
Nothing here blocks or raises when the disk is full: what does not fit is counted. A log never
takes the last of a disk, so that ends and stops of tasks still find room in the database.
"""

import os
import time
from collections.abc import Callable

from cnet_agent.supervisor.spare import room

CHUNK = 65_536  # bytes read at a time: more leaves the processor's cache and is slower
PARTIAL = 16_384  # bytes without a newline after which they are written as they are
PATIENCE = 0.1  # seconds of silence after which they are

SEGMENT = 10_000_000  # bytes
KEPT = 5  # segments beside the current one

SPARE = 64_000_000  # bytes of the disk that logs leave free
SPARE_SHARE = 50  # and at most a fiftieth of it
_LOOK_EVERY = 1_000_000  # bytes written between looks at what is free

_PREFIX = len("2026-01-28T19:00:02.123456Z stdout F ")
_DENSE = 40  # bytes of a mean line below which split and join beats replace


class CriStream:
    """Turns one stream's chunks into CRI lines, keeping back the text after the last newline."""

    def __init__(self, name: bytes) -> None:
        self._tag = b" " + name + b" "
        self.pending = b""
        self._open = False  # whether the last line written is a part

    def feed(self, chunk: bytes, stamp: bytes) -> bytes:
        """Return the CRI lines that ``chunk`` completes."""
        text = self.pending + chunk if self.pending else chunk
        end = text.rfind(b"\n") + 1
        self.pending = text[end:]
        lines = b""
        if end:
            self._open = False
            lines = _prefix_lines(text[: end - 1], stamp + self._tag + b"F ")
        if len(self.pending) >= PARTIAL:
            lines += self.flush(stamp)
        return lines

    def flush(self, stamp: bytes) -> bytes:
        """Return the text that still waits for its newline, as a part."""
        text, self.pending = self.pending, b""
        self._open = True
        return stamp + self._tag + b"P " + text + b"\n"

    def close(self, stamp: bytes) -> bytes:
        """Return the last line, if one is not finished."""
        text, self.pending = self.pending, b""
        return stamp + self._tag + b"F " + text + b"\n" if text or self._open else b""


class LogWriter:
    """Both streams of one attempt, and the segments they go to.

    ``index`` is the current segment's, -1 while there is none; ``dropped`` counts the bytes of
    output that a full disk did not take.
    """

    def __init__(
        self,
        prefix: str,
        clock: Callable[[], float] = time.time,
        segment: int = SEGMENT,
        kept: int = KEPT,
    ) -> None:
        self.index = -1
        self.dropped = 0
        self._prefix = prefix
        self._clock = clock
        self._segment = segment
        self._kept = kept
        self._streams = (CriStream(b"stdout"), CriStream(b"stderr"))
        self._descriptor = -1
        self._size = 0
        self._allowed = 0  # bytes that may be written before the next look at what is free
        self._second = -1
        self._second_text = b""

    def feed(self, number: int, chunk: bytes) -> bool:
        """Write what stream ``number`` said (0 is stdout, 1 stderr).

        Returns:
            Whether text was kept back that ``flush`` writes if no newline comes.
        """
        stream = self._streams[number]
        self._write(stream.feed(chunk, self._stamp()))
        return bool(stream.pending)

    def flush(self, number: int) -> None:
        """Write text of a stream that has waited long enough for its newline."""
        stream = self._streams[number]
        if stream.pending:
            self._write(stream.flush(self._stamp()))

    def close(self) -> None:
        """Finish the last lines."""
        for stream in self._streams:
            self._write(stream.close(self._stamp()))
        self._close_segment()

    def abandon(self) -> None:
        """Let go of the log without what waits for its newline."""
        self._close_segment()

    def _stamp(self) -> bytes:
        second, fraction = divmod(int(self._clock() * 1e6), 1_000_000)
        if second != self._second:
            self._second = second
            self._second_text = time.strftime("%Y-%m-%dT%H:%M:%S.", time.gmtime(second)).encode()
        return b"%s%06dZ" % (self._second_text, fraction)

    def _write(self, lines: bytes) -> None:
        if not lines:
            return
        if self._descriptor < 0 or self._size + len(lines) > self._segment:
            self._next_segment()
        written = 0
        if self._descriptor >= 0 and self._has_room(len(lines)):
            written = _write_whole_lines(self._descriptor, lines, self._size)
            self._size += written
        if written < len(lines):
            self.dropped += _size_of_text(lines[written:])

    def _has_room(self, size: int) -> bool:
        if size > self._allowed:
            left = room(self._descriptor, SPARE, SPARE_SHARE)
            if left < size:
                return False
            self._allowed = max(size, min(left // 4, _LOOK_EVERY))  # others write too
        self._allowed -= size
        return True

    def _next_segment(self) -> None:
        """Begin another segment, where the disk allows it, and forget the oldest."""
        if self._descriptor >= 0 and self._size == 0:
            return
        self._close_segment()
        index = self.index + 1
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        while self._descriptor < 0:
            try:
                self._descriptor = os.open(f"{self._prefix}{index}", flags, 0o600)
            except FileExistsError:
                index += 1
            except OSError:
                return
        self._size, self.index = 0, index
        if index > self._kept:
            _remove(f"{self._prefix}{index - self._kept - 1}")

    def _close_segment(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _prefix_lines(text: bytes, prefix: bytes) -> bytes:
    """Return the lines of ``text``, whose last newline is left out, each with ``prefix``."""
    separator = b"\n" + prefix
    if text.count(b"\n") * _DENSE > len(text):
        return prefix + separator.join(text.split(b"\n")) + b"\n"
    return prefix + text.replace(b"\n", separator) + b"\n"


def _write_whole_lines(descriptor: int, lines: bytes, start: int) -> int:
    """Write ``lines`` at ``start``; return how many bytes of whole lines the disk took."""
    written = 0
    try:
        while written < len(lines):
            written += os.write(descriptor, lines[written:] if written else lines)
    except OSError:
        written = lines.rfind(b"\n", 0, written) + 1
        os.ftruncate(descriptor, start + written)
        os.lseek(descriptor, start + written, os.SEEK_SET)
    return written


def _size_of_text(lines: bytes) -> int:
    """Return how many bytes of output ``lines`` stand for."""
    last = lines.rfind(b"\n", 0, -1) + 1
    is_part = lines[last + _PREFIX - 2 : last + _PREFIX - 1] == b"P"
    return len(lines) - lines.count(b"\n") * _PREFIX - is_part


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
