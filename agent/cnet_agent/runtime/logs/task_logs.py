"""The logs of tasks as one object: what the server asks."""

import asyncio
import time
from collections.abc import AsyncGenerator, Iterable
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.model.task import Task
from cnet_agent.runtime.logs.follow import IsFinal, follow
from cnet_agent.runtime.logs.inotify import FolderWatcher
from cnet_agent.runtime.logs.page import Gap, LogPage, LogQuery
from cnet_agent.runtime.logs.reader import parse_cursor, read_page
from cnet_agent.runtime.logs.search import LogSearch, Source, search
from cnet_agent.wire.log_search import AGENT, LogSearchView
from cnet_agent.wire.task import LogRecord


class TaskLogs:
    """Reads and follows what supervisors write; never writes itself.

    ``is_final`` tells by a task's id whether it has ended for good, at once or as an awaitable;
    ``services`` is the folder of the files of services.
    """

    def __init__(
        self,
        layout: Layout,
        is_final: IsFinal,
        watcher: FolderWatcher | None = None,
        services: Path | None = None,
    ) -> None:
        self._services = services
        self._layout = layout
        self._is_final = is_final
        self._watcher = watcher or FolderWatcher()
        self._searching = asyncio.Lock()

    async def read(self, task_id: str, query: LogQuery | None = None) -> LogPage:
        """Return the lines that a query asks for; by default the last ones of the last attempt.

        Raises:
            InvalidRequest: its cursor or its pattern is not valid.
        """
        folder = self._layout.task(task_id).root
        return await asyncio.to_thread(read_page, folder, query or LogQuery())

    def follow(
        self,
        task_id: str,
        cursor: str | None = None,
        stream: str | None = None,
        attempt: int | None = None,
    ) -> AsyncGenerator[list[LogRecord] | Gap, None]:
        """Yield what is written after ``cursor`` until the task has ended and all is read.

        Raises:
            InvalidRequest: the cursor is not valid.
        """
        place = parse_cursor(cursor) if cursor is not None else None
        folder = self._layout.task(task_id).root
        return follow(folder, task_id, self._is_final, self._watcher, place, attempt, stream)

    async def search(
        self,
        tasks: Iterable[Task],
        query: LogSearch,
        *,
        agent: bool,
        services: Iterable[str] = (),
    ) -> LogSearchView:
        """Return the newest lines of the logs of ``tasks``, of ``services``, and the agent's own.

        One search at a time: what others ask for waits.

        Raises:
            InvalidRequest: its place or its pattern is not valid.
        """
        sources = [
            Source(
                task.id,
                task.spec.name,
                self._layout.task(task.id).root,
                task.created_at,
                task.completed_at,
            )
            for task in tasks
        ]
        if self._services is not None:
            sources += [Source(name, name, self._services) for name in services]
        if agent:
            sources.append(Source(AGENT, AGENT, self._layout.agent_log))
        async with self._searching:
            return await asyncio.to_thread(search, sources, query, time.time())

    def close(self) -> None:
        """Stop watching files."""
        self._watcher.close()
