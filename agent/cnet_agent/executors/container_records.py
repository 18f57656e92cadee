"""What the record of a container's attempt is told. Blocking; for threads."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.executors.base import AttemptKey
from cnet_agent.executors.container_log import segments
from cnet_agent.executors.records import path_of
from cnet_agent.model.task import Outcome
from cnet_agent.supervisor import record
from cnet_agent.supervisor.record import Json, Record, StopRequest


class ContainerRecords:
    """The records below one data directory.

    The intent names the container, and is there before the container may run. The exit is there
    before the container is removed.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def read(self, key: AttemptKey) -> Record:
        """Return what a record says.

        Raises:
            FileNotFoundError: there is none.
        """
        return record.read(path_of(self._layout, key))

    def begin(self, key: AttemptKey, container: str) -> Json:
        """Note which container an attempt runs in, and where its log begins; return the note."""
        intent = {"container": container, "log": max(segments(self.prefix(key)), default=-1) + 1}
        with self._opened(key) as descriptor:
            record.write_intent(descriptor, intent)
        return intent

    def ask_to_stop(self, key: AttemptKey, grace: float, reason: str) -> None:
        """Note that an attempt shall end, and why; what was noted first stays."""
        with self._opened(key) as descriptor:
            if record.read_stop(descriptor) is None:
                record.write_stop(descriptor, StopRequest(grace, reason))

    def stop_request(self, key: AttemptKey) -> StopRequest | None:
        """Return what was noted, if an attempt shall end."""
        with self._opened(key) as descriptor:
            return record.read_stop(descriptor)

    def end(self, key: AttemptKey, outcome: Outcome) -> None:
        """Note how an attempt ended."""
        with self._opened(key) as descriptor:
            record.write_exit(descriptor, {**asdict(outcome), "final": True})

    def work(self, task_id: str) -> Path:
        """Make a task's own directory, and return it."""
        work = self._layout.task(task_id).work
        for folder in (work, work / "checkpoints"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return work

    def prefix(self, key: AttemptKey) -> str:
        """Return what the path of each segment of an attempt's log begins with."""
        return self._layout.task(key.task_id).log_prefix(key.number)

    @contextmanager
    def _opened(self, key: AttemptKey) -> Iterator[int]:
        descriptor = record.open_record(path_of(self._layout, key))
        try:
            yield descriptor
        finally:
            os.close(descriptor)
