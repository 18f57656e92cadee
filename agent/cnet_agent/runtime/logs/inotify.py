"""Tells when files of a folder change: by inotify where there is one, else by polling."""

import asyncio
import ctypes
import errno
import logging
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

logger = logging.getLogger(__name__)

POLL = 0.02  # seconds between looks where there is no inotify

# Wake-ups of the loop: up to 100 a second come at once; above that they are put together.
RATE = 100.0  # a second
BURST = 20.0
PAUSE = 0.004  # seconds

_MODIFY, _CREATE, _DELETE, _DELETE_SELF = 0x2, 0x100, 0x200, 0x400
_OVERFLOW, _IGNORED, _ONLYDIR = 0x4000, 0x8000, 0x0100_0000
_EVENT = struct.Struct("iIII")


class Watch:
    """One follower's view of one folder."""

    def __init__(self, poll: bool) -> None:
        self.poll = poll
        self.changed = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Return when something may have changed since the last call, or after ``seconds``."""
        if self.poll:
            await asyncio.sleep(min(seconds, POLL))
            return
        try:
            async with asyncio.timeout(seconds):
                await self.changed.wait()
        except TimeoutError:
            return
        finally:
            self.changed.clear()


class FolderWatcher:
    """All watches of an agent, on one inotify instance; used on one event loop."""

    def __init__(self, *, use_inotify: bool = sys.platform == "linux") -> None:
        self._use_inotify = use_inotify
        self._inotify: _Inotify | None = None
        self._watches: dict[int, set[Watch]] = {}
        self._credit = BURST
        self._drained_at = 0.0
        self._timer: asyncio.TimerHandle | None = None

    @contextmanager
    def watch(self, folder: Path) -> Iterator[Watch]:
        """Give a watch of ``folder``, which polls where it cannot be told of changes."""
        descriptor = self._add(folder)
        watch = Watch(poll=descriptor is None)
        if descriptor is None:
            yield watch
            return
        self._watches.setdefault(descriptor, set()).add(watch)
        try:
            yield watch
        finally:
            self._remove(descriptor, watch)

    def close(self) -> None:
        """Give back the inotify instance; later watches poll."""
        self._use_inotify = False
        if self._timer is not None:
            self._timer.cancel()
        if self._inotify is not None:
            self._loop.remove_reader(self._inotify.descriptor)
            self._inotify.close()
            self._inotify = None
        for watch in {watch for watches in self._watches.values() for watch in watches}:
            watch.poll = True
            watch.changed.set()
        self._watches.clear()

    def _add(self, folder: Path) -> int | None:
        if not self._use_inotify:
            return None
        try:
            if self._inotify is None:
                self._inotify = _Inotify()
                self._loop = asyncio.get_running_loop()
                self._loop.add_reader(self._inotify.descriptor, self._drain)
            return self._inotify.add(folder)
        except OSError as error:
            if error.errno != errno.ENOENT:
                logger.warning("logs are followed by polling: inotify: %s", error.strerror)
            return None

    def _remove(self, descriptor: int, watch: Watch) -> None:
        watches = self._watches.get(descriptor)
        if watches is None:
            return
        watches.discard(watch)
        if not watches:
            del self._watches[descriptor]
            if self._inotify is not None:
                self._inotify.remove(descriptor)

    def _drain(self) -> None:
        """Wake whom the events concern; look again later if they come thick and fast."""
        assert self._inotify is not None
        for descriptor, mask in self._inotify.read():
            concerned = (
                [watch for watches in self._watches.values() for watch in watches]
                if mask & _OVERFLOW
                else self._watches.get(descriptor, ())
            )
            for watch in concerned:
                watch.changed.set()
                if mask & _IGNORED:  # the folder is gone
                    watch.poll = True
        now = self._loop.time()
        self._credit = min(BURST, self._credit + (now - self._drained_at) * RATE) - 1.0
        self._drained_at = now
        if self._credit < 0.0:
            self._loop.remove_reader(self._inotify.descriptor)
            self._timer = self._loop.call_later(PAUSE, self._look_again)

    def _look_again(self) -> None:
        self._timer = None
        assert self._inotify is not None
        self._loop.add_reader(self._inotify.descriptor, self._drain)


class _Inotify:
    """The system calls.

    Raises:
        OSError: the system has none to give.
    """

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self.descriptor = self._checked(self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))

    def add(self, folder: Path) -> int:
        mask = _MODIFY | _CREATE | _DELETE | _DELETE_SELF | _ONLYDIR
        return self._checked(
            self._libc.inotify_add_watch(self.descriptor, os.fsencode(folder), mask)
        )

    def remove(self, descriptor: int) -> None:
        self._libc.inotify_rm_watch(self.descriptor, descriptor)  # it may be gone by itself

    def read(self) -> list[tuple[int, int]]:
        """Return the watch descriptor and mask of each event that waits."""
        try:
            data = os.read(self.descriptor, 65_536)
        except BlockingIOError:
            return []
        events, offset = [], 0
        while offset < len(data):
            descriptor, mask, _cookie, length = _EVENT.unpack_from(data, offset)
            events.append((descriptor, mask))
            offset += _EVENT.size + length
        return events

    def close(self) -> None:
        os.close(self.descriptor)

    @staticmethod
    def _checked(result: int) -> int:
        if result < 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
        return result
