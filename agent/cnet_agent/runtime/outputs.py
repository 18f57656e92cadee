"""The files that a task made: in its own directory, and where its command line says. Blocking."""

import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.wire.task import FileView, OutputView, is_secret

MOST = 50  # of either kind
_NAMED = 500  # words that are looked at
_LONGEST = 1000  # characters of a path
_BEFORE = 0.05  # seconds that a file system's clock may be behind
_AFTER = 1.0  # seconds in which what was written last may come to the disk
_APART = re.compile(r"[\s;|&<>(){}=,'\"`]+")


def named_outputs(task: Task, working_dir: Path, own: Path) -> list[OutputView]:
    """Return the files that a task's arguments and variables name and that it wrote.

    A file counts that was written while the task ran and not changed since, wherever it lies;
    a folder if it lies below ``working_dir``. What lies in the task's ``own`` directory does not.
    """
    began = next((each.started_at for each in task.attempts if each.started_at), task.started_at)
    if began is None:
        return []
    until = task.completed_at + _AFTER if task.completed_at is not None else float("inf")
    found: dict[Path, OutputView] = {}
    for name in islice(_names(task.spec), _NAMED):
        path = Path(os.path.normpath(working_dir / name))
        if path in found or path.is_relative_to(own):
            continue
        try:
            status = path.stat()
        except OSError:  # no such file, or no path at all
            continue
        is_folder = stat.S_ISDIR(status.st_mode)
        is_inside = path.is_relative_to(working_dir) and path != working_dir
        if not (is_inside if is_folder else stat.S_ISREG(status.st_mode)):
            continue
        if began - _BEFORE <= status.st_mtime <= until:
            size = 0 if is_folder else status.st_size
            found[path] = OutputView(
                name=name, path=str(path), size=size, modified=status.st_mtime, directory=is_folder
            )
    return list(found.values())[:MOST]


def own_outputs(files: list[FileView], own: Path) -> list[OutputView]:
    """Return the files of a task's own directory, without those that are temporary."""
    return [
        OutputView(
            name=each.path,
            path=str(own / each.path),
            size=each.size,
            modified=each.modified,
            own=True,
        )
        for each in files
        if not each.directory and not each.path.startswith("tmp/")
    ][:MOST]


def _names(spec: TaskSpec) -> Iterator[str]:
    """Yield what may be a path in a task's arguments and variables; a script's words, too."""
    values = [value for name, value in spec.env.items() if not is_secret(name)]
    for text in (*spec.args, *values):
        for word in dict.fromkeys((text, text.partition("=")[2], *_APART.split(text))):
            if 0 < len(word) <= _LONGEST and word.isprintable():
                yield word
