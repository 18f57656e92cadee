"""Keeps what belongs to training jobs beside their tasks: curves, log files, a record of events."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from cnet_agent.config.schema import TrainingSettings
from cnet_agent.model.errors import QueueFull
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.model.training import Training
from cnet_agent.runtime.intake import RETRY_AFTER
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.training.collector import Collector
from cnet_agent.runtime.training.curve import Curve
from cnet_agent.runtime.training.inputs import find_log_dir
from cnet_agent.runtime.training.journal import Journal
from cnet_agent.runtime.training.log_names import forget, reserve
from cnet_agent.runtime.training.views import training_view
from cnet_agent.wire.progress import TrainingView

FORGET_EVERY = 3600.0  # seconds between looks for old log files
_NOTHING = Curve()


logger = logging.getLogger(__name__)


class Keeper:
    """Implements ``Jobs`` for training jobs.

    Args:
        ledger: the tasks in memory.
        collector: reads what jobs print.
        journal: where it is written down what happens to them.
        settings: of the training service.
        kept_since: Unix seconds; log files that were last written before are removed.
        workspace: where relative folders begin.
        now: Unix seconds.
    """

    def __init__(
        self,
        ledger: Ledger,
        collector: Collector,
        journal: Journal,
        settings: Callable[[], TrainingSettings],
        kept_since: Callable[[], float],
        workspace: Path,
        now: Callable[[], float],
    ) -> None:
        self._ledger = ledger
        self._collector = collector
        self._journal = journal
        self._settings = settings
        self._kept_since = kept_since
        self._workspace = workspace
        self._now = now
        self._arriving = 0

    async def open(self) -> None:
        """Go on with the jobs of an earlier agent, and remember those that ended lately."""
        for task in self._ledger.open.values():
            if task.spec.training is not None:
                self._follow(task)
        for task in self._ledger.recent:
            if task.spec.training is not None:
                await self._collector.finish(task.id, self._file(task.spec.training))

    async def run(self) -> None:
        """Remove log files that are too old, for ever."""
        while True:
            await asyncio.to_thread(self._forget, self._folders())
            await asyncio.sleep(FORGET_EVERY)

    @asynccontextmanager
    async def taking(self, spec: TaskSpec) -> AsyncIterator[TaskSpec]:
        """Give a job its log file; take no more of them than may wait.

        Raises:
            QueueFull: too many jobs wait.
        """
        if spec.training is None:
            yield spec
            return
        self.check_room()
        self._arriving += 1
        try:
            file = await asyncio.to_thread(self._reserve, spec.training.log_dir)
            training = spec.training.model_copy(update={"log_file": file})
            yield spec.model_copy(update={"training": training})
        finally:
            self._arriving -= 1

    def changed(self, task: Task) -> None:
        """Take note of a job that is new, or has made a step."""
        if task.spec.training is None:
            return
        self._journal.changed(task)
        self._follow(task)

    async def know(self, tasks: Iterable[Task]) -> None:
        """Have the curves of ended jobs at hand."""
        for task in tasks:
            if task.spec.training is not None:
                await self._collector.summary(task.id)

    def view(self, task: Task) -> TrainingView | None:
        """Return what is known of a job, None for any other task."""
        if task.spec.training is None:
            return None
        return training_view(task, self._collector.known.get(task.id, _NOTHING))

    async def curve(self, task: Task) -> Curve:
        """Return what a job said of itself."""
        return await self._collector.curve(task.id)

    async def summary(self, task: Task) -> Curve:
        """Return the same, without its points where it has ended."""
        return await self._collector.summary(task.id)

    def _folders(self) -> set[Path]:
        """Return where log files are: the usual folder, and those that jobs of late had."""
        tasks = (*self._ledger.open.values(), *self._ledger.recent)
        jobs = (task.spec.training for task in tasks if task.spec.training is not None)
        files = filter(None, map(self._file, jobs))
        usual = find_log_dir("", self._settings().log_dir, self._workspace)
        return {usual, *(file.parent for file in files)}

    def _forget(self, folders: Iterable[Path]) -> None:
        for folder in folders:
            if os.path.realpath(folder) != str(folder):  # moved behind a link
                continue
            for file in forget(folder, self._kept_since(), self._collector.files):
                logger.info("Removed %s: it was not written to for longer than logs are kept", file)

    def _reserve(self, log_dir: str) -> str:
        """Make the log file of a job that is submitted now, and return it as the seeds write it."""
        folder = find_log_dir(log_dir, self._settings().log_dir, self._workspace)
        try:
            file = reserve(folder, self._now())
        except OSError as error:
            logger.warning("Training logs cannot be collected in %s: %s", folder, error)
            return ""
        root = Path(os.path.realpath(self._workspace))
        return f"./{file.relative_to(root)}" if file.is_relative_to(root) else str(file)

    def _follow(self, task: Task) -> None:
        training = task.spec.training
        if training is not None:
            self._collector.follow(task.id, self._file(training))

    def _file(self, training: Training) -> Path | None:
        if not training.log_file:
            return None
        return Path(os.path.realpath(self._workspace)) / training.log_file

    def check_room(self) -> None:
        """See whether one more job may wait.

        Raises:
            QueueFull: too many do.
        """
        most = self._settings().queue_size
        waiting = sum(1 for task in self._ledger.queue if task.spec.training is not None)
        if waiting + self._arriving >= most:
            raise QueueFull(
                Sentence("Task queue is full: {count} tasks wait. Try again later.", count=most),
                retry_after=RETRY_AFTER,
            )
