"""The files of a task's own directory, and never any other.

Every path is walked from the directory's descriptor, a name at a time, without following links.
What was checked is what is open: there is no moment in which a link could be put in between.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cnet_agent.model.errors import BadRequest, NotFound
from cnet_agent.model.sentence import Sentence
from cnet_agent.wire.task import FileView

MAX_LISTED = 10_000

_DIRECTORY = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
# A named pipe would make a plain open wait for its writer.
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open regular file; whoever has it closes ``descriptor``."""

    descriptor: int
    size: int
    name: str


def open_beneath(root: Path, folders: Sequence[str], path: str) -> OpenFile:
    """Open a file below ``root/folders``; only ``root`` itself may be reached through links.

    Raises:
        BadRequest: ``path`` is no relative path of plain names.
        NotFound: there is no such regular file, or a link lies on the way.
    """
    *inner, name = _names(path)
    try:
        with _walk(root, [*folders, *inner]) as folder:
            descriptor = os.open(name, _FILE, dir_fd=folder)
    except OSError:
        raise NotFound(Sentence("The task has no file {path}.", path=repr(path))) from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise NotFound(Sentence("{path} is not a file that can be read.", path=repr(path)))
    return OpenFile(descriptor, status.st_size, name)


def list_beneath(root: Path, folders: Sequence[str]) -> tuple[list[FileView], bool]:
    """Return the files and folders below ``root/folders``, and whether some were left out."""
    try:
        with _walk(root, folders) as top:
            return _list(top)
    except OSError:  # the task has not started yet
        return [], False


def _list(top: int) -> tuple[list[FileView], bool]:
    found: list[FileView] = []
    for folder, folders, files, descriptor in os.fwalk(".", dir_fd=top):
        folders.sort()
        place = Path(folder)
        for name in sorted([*folders, *files]):
            if len(found) == MAX_LISTED:
                return found, True
            try:
                status = os.stat(name, dir_fd=descriptor, follow_symlinks=False)
            except OSError:  # removed meanwhile
                continue
            if stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode):
                found.append(_view(place / name, status))
    return found, False


def supported() -> bool:
    """Tell whether this system can walk from a descriptor."""
    return os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")


def _names(path: str) -> list[str]:
    names = path.split("/")
    if "\0" in path or "\\" in path or any(name in ("", ".", "..") for name in names):
        raise BadRequest(Sentence("{path} is not a path of plain names.", path=repr(path)))
    return names


@contextmanager
def _walk(root: Path, folders: Sequence[str]) -> Iterator[int]:
    descriptor = os.open(root, _DIRECTORY)
    try:
        for name in folders:
            inner = os.open(name, _DIRECTORY, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        yield descriptor
    finally:
        os.close(descriptor)


def _view(path: Path, status: os.stat_result) -> FileView:
    directory = stat.S_ISDIR(status.st_mode)
    return FileView(
        path=path.as_posix().encode("utf-8", "replace").decode(),
        size=0 if directory else status.st_size,
        modified=status.st_mtime,
        directory=directory,
    )
