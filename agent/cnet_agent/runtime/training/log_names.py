"""The log files of training, as the seeds name them."""

import contextlib
import os
import re
import time
from itertools import count
from pathlib import Path

from cnet_agent.wire.log_search import SERVICES

_DAY = re.compile(rf"(?:{'|'.join(SERVICES)})_\d{{8}}\.log(?:\.\d{{1,4}})?")
_JOB = re.compile(r"(training_\d{8}_\d{6}(?:_\d{1,6})?\.log)(?:\.\d{1,4})?")


def day_file(folder: Path, name: str, at: float) -> Path:
    """Return the file of a day; ``at`` in Unix seconds, days are those of local time."""
    return folder / f"{name}_{time.strftime('%Y%m%d', time.localtime(at))}.log"


def reserve(folder: Path, at: float) -> Path:
    """Make the empty file of a job that is submitted at ``at`` (Unix seconds), and return it.

    A second job of the same second gets a number. Blocking.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = time.strftime("training_%Y%m%d_%H%M%S", time.localtime(at))
    for number in count(1):
        path = folder / (f"{stem}.log" if number == 1 else f"{stem}_{number}.log")
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644))
            return path
    raise AssertionError("unreachable")


def forget(folder: Path, before: float, in_use: set[Path]) -> list[Path]:
    """Remove log files that were last written before a time, in Unix seconds. Blocking.

    Only those that bear our names, and none of a job that still writes.

    Returns:
        What was removed.
    """
    removed = []
    with contextlib.suppress(OSError):  # there is no such folder, or it cannot be read
        for path in folder.iterdir():
            job = _JOB.fullmatch(path.name)
            if not (job or _DAY.fullmatch(path.name)) or (job and folder / job[1] in in_use):
                continue
            with contextlib.suppress(OSError):  # removed meanwhile, or not ours to remove
                if path.stat(follow_symlinks=False).st_mtime < before:
                    path.unlink()
                    removed.append(path)
    return removed
