"""The attempt record: one file that tells what was observed of one attempt.

    offset 0      header: magic and version of the format
    offset 64     intent slot: who supervises and what runs, written before the command may run
    offset 640    stop slot: that somebody wants the end, written by the agent
    offset 1024   exit slot: how it ended
    offset 4096   sections, each ``name length crc32`` and a line of JSON: the description, written
                  before the task is accepted, and the launch order, appended at each start

The slots are real zeros from the beginning and are overwritten in place by one ``pwrite`` each, so
that a full disk still takes the exit, and a stop of the task that filled it. A line in a slot is
``crc32 JSON``. Nothing is fsynced: the page cache survives the death of any process, and after a
power failure every process is gone.

Liveness is ``flock(LOCK_EX)`` on this file: whoever supervises holds it until death. Looking uses
``LOCK_SH | LOCK_NB`` on a descriptor of its own, so two who look do not see each other.
"""

import contextlib
import errno
import fcntl
import json
import os
import time
import zlib
from dataclasses import asdict, dataclass
from typing import Any

VERSION = 1
_MAGIC = b"CNET-ATTEMPT"
_INTENT = (64, 576)  # offset, size
_STOP = (640, 384)
_EXIT = (1024, 3072)
_BODY = 4096
_TRIES = 5  # to take a lock
_READS = 5  # of a slot that another process may be writing
_SPEC = b"spec"
_LAUNCH = b"launch"

Json = dict[str, Any]
StrPath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Record:
    """What a record says, as far as it can be read.

    ``damaged``: bytes are there that cannot be understood, or a newer version wrote them, so that
    nothing may be concluded from what is missing.
    """

    version: int | None = None
    intent: Json | None = None
    exit: Json | None = None
    spec: Json | None = None
    launch: Json | None = None
    damaged: bool = False

    @property
    def never_ran(self) -> bool:
        """Whether the record proves, once its lock is free, that the command was not run."""
        return self.intent is None and self.exit is None and not self.damaged


@dataclass(frozen=True, slots=True)
class StopRequest:
    """How an attempt shall be ended."""

    grace: float  # seconds from the stop signal to SIGKILL
    reason: str = "stopped"  # what the exit will say


def create(path: StrPath, spec: Json) -> None:
    """Write a new record that describes an attempt.

    Raises:
        FileExistsError: there is one already.
        OSError: the disk is full or failing; nothing is left behind.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        _write_all(descriptor, _blank() + _section(_SPEC, spec), 0)
    except OSError:
        os.unlink(path)
        raise
    finally:
        os.close(descriptor)


def rewrite(descriptor: int, spec: Json) -> None:
    """Make an unused record whole again whose writing was cut short."""
    os.ftruncate(descriptor, 0)
    _write_all(descriptor, _blank() + _section(_SPEC, spec), 0)


def open_record(path: StrPath) -> int:
    """Return a descriptor for reading and writing a record."""
    return os.open(path, os.O_RDWR | os.O_CLOEXEC)


def append_launch(descriptor: int, order: Json) -> None:
    """Write the launch order behind the last whole section; the last one counts."""
    text = os.pread(descriptor, os.fstat(descriptor).st_size, 0)
    _, end = _sections(text)
    section = _section(_LAUNCH, order)
    _write_all(descriptor, section, end)
    os.ftruncate(descriptor, end + len(section))


def write_intent(descriptor: int, intent: Json) -> None:
    """Say who supervises the attempt and what is about to run."""
    _write_slot(descriptor, _INTENT, intent)


def write_stop(descriptor: int, request: StopRequest) -> None:
    """Ask for the end of the attempt; the supervisor looks here when it gets SIGTERM."""
    _write_slot(descriptor, _STOP, asdict(request))


def read_stop(descriptor: int) -> StopRequest | None:
    """Return the request for the end of the attempt, None if there is none.

    A request that stays unreadable is still a wish for the end: it counts with no grace.
    """
    for _ in range(_READS):
        text = os.pread(descriptor, _BODY, 0)
        fields, damaged = _read_slot(text, _STOP)
        if fields is not None:
            with contextlib.suppress(KeyError, TypeError, ValueError):
                return StopRequest(float(fields["grace"]), str(fields["reason"]))
            return StopRequest(0.0)
        if not damaged:
            return None
        time.sleep(0.001)  # it may be being written just now
    return StopRequest(0.0)


def write_exit(descriptor: int, end: Json) -> None:
    """Say how the attempt ended; may be repeated with better figures."""
    if len(_line(end)) > _EXIT[1]:
        end = {**end, "detail": str(end.get("detail", ""))[:200]}
    _write_slot(descriptor, _EXIT, end)


def read(path: StrPath) -> Record:
    """Return what the record at ``path`` says; whatever its content, it does not raise for it.

    Raises:
        OSError: the file cannot be opened or read.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return read_from(descriptor)
    finally:
        os.close(descriptor)


def read_from(descriptor: int) -> Record:
    """Return what an open record says."""
    return parse(os.pread(descriptor, os.fstat(descriptor).st_size, 0))


def read_slots(path: StrPath) -> Record:
    """Return what a record's slots say, without its sections: quicker than ``read``."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return parse(os.pread(descriptor, _BODY, 0))
    finally:
        os.close(descriptor)


def parse(text: bytes) -> Record:
    """Return what the bytes of a record say."""
    header = text[: _INTENT[0]]
    if not header.strip(b"\0"):
        return Record(damaged=bool(text.strip(b"\0")))
    words = header.rstrip(b"\0\n").split(b" ")
    if len(words) != 2 or words[0] != _MAGIC or not words[1].isdigit() or int(words[1]) != VERSION:
        # A header cut short is one that was just being written: nothing follows it.
        return Record(damaged=len(text) >= _INTENT[0])
    intent, intent_damaged = _read_slot(text, _INTENT)
    end, end_damaged = _read_slot(text, _EXIT)
    sections, _ = _sections(text)
    return Record(
        version=VERSION,
        intent=intent,
        exit=end,
        spec=sections.get(_SPEC),
        launch=sections.get(_LAUNCH),
        damaged=intent_damaged or end_damaged,
    )


def is_held(path: StrPath) -> bool:
    """Tell whether somebody supervises the attempt.

    Raises:
        OSError: the file cannot be opened.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def hold(descriptor: int) -> bool:
    """Take the lock of an open record; tell whether it was free."""
    for _ in range(_TRIES):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.001)  # somebody may just be looking
        else:
            return True
    return False


def _blank() -> bytes:
    return b"%s %d\n".__mod__((_MAGIC, VERSION)).ljust(_BODY, b"\0")


def _section(name: bytes, value: Json) -> bytes:
    text = json.dumps(value, separators=(",", ":")).encode()
    return b"%s %d %08x\n%s\n" % (name, len(text), zlib.crc32(text), text)


def _sections(text: bytes) -> tuple[dict[bytes, Json], int]:
    """Return the whole sections by name and where the last one ends."""
    found: dict[bytes, Json] = {}
    end = _BODY
    while (newline := text.find(b"\n", end, end + 80)) >= 0:
        words = text[end:newline].split(b" ")
        if len(words) != 3 or not words[1].isdigit():
            break
        start = newline + 1
        length = int(words[1])
        value = _json(text[start : start + length], words[2])
        if value is None or text[start + length : start + length + 1] != b"\n":
            break
        found[words[0]] = value
        end = start + length + 1
    return found, end


def _line(value: Json) -> bytes:
    text = json.dumps(value, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _write_slot(descriptor: int, slot: tuple[int, int], value: Json) -> None:
    offset, size = slot
    line = _line(value)
    if len(line) > size:
        raise ValueError(f"{len(line)} bytes do not fit into a slot of {size}")
    _write_all(descriptor, line.ljust(size, b"\0"), offset)


def _read_slot(text: bytes, slot: tuple[int, int]) -> tuple[Json | None, bool]:
    """Return what a slot says, and whether it holds something that cannot be read."""
    offset, size = slot
    line = text[offset : offset + size].rstrip(b"\0")
    if not line:
        return None, False
    checksum, _, rest = line.rstrip(b"\n").partition(b" ")
    value = _json(rest, checksum)
    return value, value is None


def _json(text: bytes, checksum: bytes) -> Json | None:
    if b"%08x" % zlib.crc32(text) != checksum:
        return None
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _write_all(descriptor: int, text: bytes, offset: int) -> None:
    while text:
        written = os.pwrite(descriptor, text, offset)
        if written == 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        text, offset = text[written:], offset + written
