"""The records of attempts of every kind: made before a task is accepted, found after a loss."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cnet_agent.config.layout import Layout
from cnet_agent.executors.base import AttemptKey, KnownAttempt
from cnet_agent.model.spec import Kind
from cnet_agent.supervisor import record

_NAME = re.compile(r"(\d+)\.record")


def path_of(layout: Layout, key: AttemptKey) -> Path:
    """Return where the record of an attempt lies."""
    return layout.task(key.task_id).record(key.number)


def reserve(layout: Layout, key: AttemptKey, description: dict[str, Any]) -> None:
    """Write an attempt's record unless there is one.

    Raises:
        OSError: the disk is full or failing; nothing was left behind.
    """
    path = path_of(layout, key)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        record.create(path, description)
    except FileExistsError:
        return
    except OSError:
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
        raise


def known(layout: Layout, kind: Kind) -> Iterator[KnownAttempt]:
    """Yield the latest attempt of every task of a kind that has a record."""
    if not layout.tasks.is_dir():
        return
    with os.scandir(layout.tasks) as entries:
        for entry in entries:
            numbers = attempts_in(Path(entry.path))
            if not numbers:
                continue
            key = AttemptKey(entry.name, max(numbers))
            found = record.read(path_of(layout, key))
            if found.spec is not None and _kind(found.spec) == kind:
                started = found.launch is not None or not found.never_ran
                yield KnownAttempt(key, found.spec, started)


def attempts_in(folder: Path) -> list[int]:
    """Return the numbers of the attempts that have a record in a task's folder."""
    try:
        matches = [_NAME.fullmatch(path.name) for path in folder.iterdir()]
    except NotADirectoryError:
        return []
    return [int(match[1]) for match in matches if match]


def _kind(description: dict[str, Any]) -> str:
    spec = description.get("spec")
    return str(spec.get("type", "process")) if isinstance(spec, dict) else "process"
