"""The log file of one job: appended to, rotated, and taken back to where it is known to be right.

A place in it is the inode and the size of its current file. After a crash more may have been
written than was noted: that is cut off, and written again. Blocking.
"""

import contextlib
import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

_FLAGS = (
    # A pipe would wait for a reader.
    os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
)


class Place(NamedTuple):
    """How far a log file was written."""

    inode: int
    size: int  # bytes


class LogFile:
    """Writes whole lines; a file that somebody took away is begun anew.

    Args:
        path: of the current file, with all links followed; earlier ones have a number behind, 1 is
            the latest.
        max_size: bytes from which on a file is full.
        backups: how many full ones are kept.
    """

    def __init__(self, path: Path, max_size: int, backups: int) -> None:
        self._path = path
        self._max_size = max_size
        self._backups = backups
        self._descriptor = -1
        self._size = 0
        self._inode = 0

    def open(self, place: Place | None = None) -> None:
        """Go on at ``place``, or at the end.

        Raises:
            OSError: it cannot be written, or its folder was moved behind a link.
        """
        folder = self._path.parent
        folder.mkdir(parents=True, exist_ok=True)
        if os.path.realpath(folder) != str(folder):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))
        if place is not None:
            self._go_back(place)
        self._descriptor = os.open(self._path, _FLAGS, 0o644)
        status = os.fstat(self._descriptor)
        if not stat.S_ISREG(status.st_mode):
            self.close()
            raise OSError(errno.EINVAL, "It is no file", str(self._path))
        self._inode, self._size = status.st_ino, status.st_size
        if place is not None and place.inode == self._inode and place.size < self._size:
            os.ftruncate(self._descriptor, place.size)
            self._size = place.size

    def empty(self) -> None:
        """Take away what was written."""
        os.ftruncate(self._descriptor, 0)
        self._size = 0

    @property
    def place(self) -> Place:
        """How far it is written."""
        return Place(self._inode, self._size)

    def write(self, text: bytes) -> None:
        """Append lines.

        Raises:
            OSError: the disk is full or failing; a part may have been written.
        """
        if not self._is_there():
            self.close()
            self.open()
        if self._size and self._size + len(text) > self._max_size:
            self._rotate()
        rest = memoryview(text)
        while rest:
            written = os.write(self._descriptor, rest)
            self._size += written
            rest = rest[written:]

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _is_there(self) -> bool:
        """Tell whether what is written to still stands under its name."""
        try:
            return self._path.lstat().st_ino == self._inode
        except FileNotFoundError:
            return False

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}") if number else self._path

    def _rotate(self) -> None:
        self.close()
        for number in range(self._backups, 0, -1):
            with contextlib.suppress(FileNotFoundError):
                self._numbered(number - 1).replace(self._numbered(number))
        if not self._backups:
            self._path.unlink(missing_ok=True)
        self.open()

    def _go_back(self, place: Place) -> None:
        """Undo the rotations that came after ``place``."""
        found = None
        for number in range(self._backups + 1):
            with contextlib.suppress(FileNotFoundError):
                if self._numbered(number).stat().st_ino == place.inode:
                    found = number
                    break
        if not found:  # not rotated since, or gone
            return
        for number in range(found):
            self._numbered(number).unlink(missing_ok=True)
        for number in range(self._backups + 1 - found):
            with contextlib.suppress(FileNotFoundError):
                self._numbered(number + found).replace(self._numbered(number))
