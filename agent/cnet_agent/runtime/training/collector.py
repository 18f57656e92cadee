"""Reads what training jobs print as they print it: into their log files, and into their curves."""

import asyncio
import errno
import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import LoggingSettings
from cnet_agent.runtime.background import Background
from cnet_agent.runtime.logs.inotify import FolderWatcher, Watch
from cnet_agent.runtime.training.curve import Curve
from cnet_agent.runtime.training.job_reader import JobReader, load_curve
from cnet_agent.runtime.training.log_file import LogFile

logger = logging.getLogger(__name__)

T = TypeVar("T")

NEWS = 1.0  # seconds between two times that observers hear of a job
LOOK = 1.0  # seconds after which text waits no longer for its end
AGAIN = 2.0  # seconds until a file that could not be written is tried again
KNOWN = 1000  # curves of ended jobs that are kept in memory
# What goes by: no room, no descriptors.
_PASSING = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM}


class Collector:
    """Follows jobs, each in turn, in a thread of its own.

    ``known`` are the curves at hand, which observers may look at, those of jobs that have ended
    without their points; ``on_news`` is told when that of a job has changed, once a second at most.

    Args:
        layout: of the data directory.
        is_final: tells by its id whether a job has ended.
        settings: how long a log file grows, and how many are kept.
    """

    def __init__(
        self,
        layout: Layout,
        is_final: Callable[[str], bool],
        settings: Callable[[], LoggingSettings],
    ) -> None:
        self.known: OrderedDict[str, Curve] = OrderedDict()
        self.on_news: Callable[[str], None] = lambda _: None
        self._layout = layout
        self._is_final = is_final
        self._settings = settings
        self._watcher = FolderWatcher()
        self._background = Background()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="training-log")
        self._files: dict[str, Path | None] = {}  # of the jobs that are followed
        self._watches: dict[str, Watch] = {}

    async def close(self) -> None:
        """Stop; what was not noted is taken again by the next agent."""
        await self._background.close()
        self._thread.shutdown()
        self._watcher.close()

    def follow(self, task_id: str, file: Path | None) -> None:
        """Read a job until it has ended; it does not matter how often this is asked.

        Args:
            task_id: the job.
            file: its log file; None where it has none.
        """
        if task_id in self._files:
            if (watch := self._watches.get(task_id)) is not None:
                watch.changed.set()  # it may have ended
        else:
            self._files[task_id] = file
            self._background.spawn(self._follow(task_id, file), f"collect {task_id}")

    @property
    def files(self) -> set[Path]:
        """The log files of jobs that are followed."""
        return {file for file in self._files.values() if file is not None}

    async def curve(self, task_id: str) -> Curve:
        """Return what a job said of itself so far."""
        if task_id in self._files and (known := self.known.get(task_id)) is not None:
            return known
        found, _ = await asyncio.to_thread(load_curve, self._layout.task(task_id).collected)
        self._keep(task_id, found.copy(with_points=False))
        return found

    async def summary(self, task_id: str) -> Curve:
        """Return the same, without its points where the job has ended."""
        known = self.known.get(task_id)
        return known if known is not None else (await self.curve(task_id)).copy(with_points=False)

    async def finish(self, task_id: str, file: Path | None) -> None:
        """Read what an earlier agent did not of a job that has ended; arguments as ``follow``."""
        found, is_all = await asyncio.to_thread(load_curve, self._layout.task(task_id).collected)
        self._keep(task_id, found.copy(with_points=False))
        if not is_all:
            self.follow(task_id, file)

    async def _follow(self, task_id: str, file: Path | None) -> None:
        folder = self._layout.task(task_id).root
        try:
            with self._watcher.watch(folder) as watch:
                self._watches[task_id] = watch
                while True:
                    try:
                        await self._read(task_id, file, watch)
                    except OSError as error:
                        if not folder.exists():
                            return
                        logger.warning("The log of job %s cannot be collected: %s", task_id, error)
                        if error.errno in _PASSING or file is None:
                            await asyncio.sleep(AGAIN)
                        else:  # its figures can be read all the same
                            file = None
                    else:
                        return
        finally:
            del self._files[task_id]
            self._watches.pop(task_id, None)
            if (known := self.known.get(task_id)) is not None:
                self._keep(task_id, known.copy(with_points=False))

    async def _read(self, task_id: str, file: Path | None, watch: Watch) -> None:
        paths, settings = self._layout.task(task_id), self._settings()
        log = LogFile(file, settings.max_size, settings.backups) if file is not None else None
        reader = JobReader(paths.root, paths.collected, log)
        try:
            await self._do(reader.open)
            self._keep(task_id, reader.curve.copy())
            told_at, told = 0.0, 0
            while True:
                ended = self._is_final(task_id)
                while await self._do(reader.read_some):
                    if reader.taken > told and time.monotonic() - told_at >= NEWS:
                        break
                else:
                    await self._do(reader.flush, time.monotonic(), ended=ended)
                has_news = reader.taken > told
                if has_news and (ended or time.monotonic() - told_at >= NEWS):
                    await self._do(reader.save)
                    self._tell(task_id, reader.curve.copy())
                    told_at, told = time.monotonic(), reader.taken
                    continue
                if not paths.root.exists():
                    return
                if ended:
                    await self._do(reader.save, is_all=True)
                    return
                await watch.wait(NEWS if has_news else LOOK)
        finally:
            await asyncio.shield(self._do(reader.close))

    def _tell(self, task_id: str, curve: Curve) -> None:
        self._keep(task_id, curve)
        self.on_news(task_id)

    def _keep(self, task_id: str, curve: Curve) -> None:
        self.known[task_id] = curve
        self.known.move_to_end(task_id)
        for other in list(self.known):
            if len(self.known) <= KNOWN + len(self._files):
                return
            if other not in self._files:
                del self.known[other]

    async def _do(self, work: Callable[..., T], *arguments: object, **more: object) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: work(*arguments, **more))
