"""What a task's directory takes on disk: found step by step, so that others have their turn.

Counted are blocks that are allocated, so a hole counts nothing; a file with several names counts
once; links are not followed. A file that is deleted and still open takes its room all the same,
and is found by the descriptors of the task's processes.
"""

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator

_STEP = 256  # files between two steps
_BLOCK = 512  # bytes; what st_blocks counts in, whatever the file system's own blocks


def running_size(directory: str, processes: Iterable[int] = ()) -> Iterator[int]:
    """Yield the bytes that a directory takes, growing; the last is the whole.

    Args:
        directory: absolute; what is below it counts, not itself.
        processes: pids of those who may hold deleted files of it open.
    """
    total = 0
    counted: set[tuple[int, int]] = set()  # what can be met twice
    for step in _named(directory, counted):
        total += step
        yield total
    for step in _deleted(f"{directory}/", processes, counted):
        total += step
        yield total


def _named(directory: str, counted: set[tuple[int, int]], *, closed: bool = True) -> Iterator[int]:
    """Yield bytes of files below ``directory``, a folder or ``_STEP`` files at a time.

    Args:
        directory: where to begin.
        counted: files met before.
        closed: whether it is worth while to open ``directory`` where it is closed.
    """
    waiting = [directory]
    while waiting:
        folder = waiting.pop()
        try:
            yield from _files(folder, counted, waiting)
        except PermissionError:  # the task closed it to itself, and so to us
            if folder == directory and not closed:
                continue
            with _unlocked(folder) as unlocked:
                if unlocked:
                    yield from _named(folder, counted, closed=False)
        except OSError:  # it is gone, or has become a link
            continue


def _files(folder: str, counted: set[tuple[int, int]], folders: list[str]) -> Iterator[int]:
    """Yield bytes of what is in a folder, and add the folders in it to ``folders``.

    Raises:
        PermissionError: it cannot be read or searched; nothing of it was counted.
        OSError: it is gone.
    """
    size = files = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                status = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            if stat.S_ISDIR(status.st_mode):
                folders.append(entry.path)
            elif status.st_nlink > 1 and _again(status, counted):
                continue
            size += status.st_blocks * _BLOCK
            files += 1
            if files % _STEP == 0:
                yield size
                size = 0
    yield size


@contextlib.contextmanager
def _unlocked(folder: str) -> Iterator[bool]:
    """Give the owner leave to read a folder for as long as that takes; tell whether that worked."""
    try:
        mode = stat.S_IMODE(os.lstat(folder).st_mode)
        os.chmod(folder, mode | stat.S_IRUSR | stat.S_IXUSR, follow_symlinks=False)
    except (OSError, RuntimeError):  # not ours; or a system that would follow a link
        yield False
        return
    try:
        yield True
    finally:
        with contextlib.suppress(OSError, RuntimeError):
            os.chmod(folder, mode, follow_symlinks=False)


def _deleted(prefix: str, processes: Iterable[int], counted: set[tuple[int, int]]) -> Iterator[int]:
    """Yield bytes of files below ``prefix`` that have no name any more, a process at a time."""
    for pid in processes:
        size = 0
        folder = f"/proc/{pid}/fd"
        try:
            descriptors = os.listdir(folder)
        except OSError:  # it has ended
            continue
        for descriptor in descriptors:
            path = f"{folder}/{descriptor}"
            with contextlib.suppress(OSError):  # it was closed
                name = os.readlink(path)
                if not (name.startswith(prefix) and name.endswith(" (deleted)")):
                    continue
                status = os.stat(path)
                if status.st_nlink == 0 and not _again(status, counted):
                    size += status.st_blocks * _BLOCK
        yield size


def _again(status: os.stat_result, counted: set[tuple[int, int]]) -> bool:
    """Tell whether a file was counted before; from now on it was."""
    key = (status.st_dev, status.st_ino)
    if key in counted:
        return True
    counted.add(key)
    return False
