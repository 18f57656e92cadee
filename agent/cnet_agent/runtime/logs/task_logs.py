"""The logs of tasks as one object: what the server asks."""

import asyncio
from collections.abc import AsyncGenerator

from cnet_agent.config.layout import Layout
from cnet_agent.runtime.logs.follow import IsFinal, follow
from cnet_agent.runtime.logs.inotify import FolderWatcher
from cnet_agent.runtime.logs.page import Gap, LogPage, LogQuery
from cnet_agent.runtime.logs.reader import parse_cursor, read_page
from cnet_agent.wire.task import LogRecord


class TaskLogs:
    """Reads and follows what supervisors write; never writes itself.

    ``is_final`` tells by a task's id whether it has ended for good, at once or as an awaitable.
    """

    def __init__(
        self, layout: Layout, is_final: IsFinal, watcher: FolderWatcher | None = None
    ) -> None:
        self._layout = layout
        self._is_final = is_final
        self._watcher = watcher or FolderWatcher()

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

    def close(self) -> None:
        """Stop watching files."""
        self._watcher.close()
