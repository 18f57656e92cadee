"""The store on SQLite: one writer that commits in groups, readers that never wait for it."""

import asyncio
import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from cnet_agent.model.phase import Status
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.task import Task
from cnet_agent.store import queries
from cnet_agent.store.base import (
    PINNED,
    IdempotencyRecord,
    TaskPage,
    TaskQuery,
    TaskSpan,
    TimelineEntry,
    TokenRecord,
    TrainingCount,
)
from cnet_agent.store.database import Schema, prepare
from cnet_agent.store.migrations import MIGRATIONS
from cnet_agent.store.readers import Readers
from cnet_agent.store.rows import entry_of, entry_row, storable, task_row, tasks_of
from cnet_agent.store.writer import Writer
from cnet_agent.wire.exposition import Family, counter

SCHEMA = Schema(MIGRATIONS, "FULL")

KEYS_KEPT = 7 * 86400.0  # seconds; longer than anybody honours an idempotency key


async def open_store(path: Path, now: Callable[[], float]) -> tuple["SqliteStore", str | None]:
    """Open the task database, or begin a new one where there is none or it is damaged.

    Returns:
        The store, and a sentence for a person if a damaged database was moved aside. Either way
        ``is_new`` of the store says whether it is empty and has to be rebuilt from the records.

    Raises:
        NewerDatabase: a newer agent wrote it.
        StoreFull: the disk is full or failing.
    """
    found = await asyncio.get_running_loop().run_in_executor(None, prepare, path, SCHEMA, now())
    return SqliteStore(path, now, is_new=found.is_new), found.notice(Sentence("The task database"))


class SqliteStore:
    """Implements ``Store``. Made by ``open_store`` on the event loop that uses it."""

    def __init__(self, path: Path, now: Callable[[], float], *, is_new: bool) -> None:
        self.is_new = is_new
        self._readers = Readers(path)
        self._writer = Writer(path, SCHEMA, now, on_replaced=self._readers.renew)

    @property
    def commits(self) -> int:
        """How many transactions were committed since the store was opened."""
        return self._writer.commits

    def families(self) -> list[Family]:
        """Return the figures of the store."""
        return [counter("cnet_store_commits", "Transactions that were committed.", self.commits)]

    async def put(
        self,
        task: Task,
        entries: Sequence[TimelineEntry] = (),
        idempotency: IdempotencyRecord | None = None,
    ) -> None:
        """Insert or replace ``task``, append to its timeline, in one transaction."""
        row = task_row(task)
        lines = [entry_row(task.id, entry) for entry in entries]

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(queries.PUT_TASK, row)
            for line in lines:
                connection.execute(queries.PUT_ENTRY, line)
            if idempotency is not None:
                key = idempotency
                connection.execute(queries.PUT_KEY, (key.key, key.digest, key.task_id, key.at))
                connection.execute("DELETE FROM idempotency WHERE at < ?", (key.at - KEYS_KEPT,))

        await self._writer.write(work)

    async def get(self, task_id: str) -> Task | None:
        """Return a task by its id."""
        sql = "SELECT document FROM tasks WHERE id = ?"
        tasks = await self._readers.read(lambda c: tasks_of(c.execute(sql, (task_id,))))
        return tasks[0] if tasks else None

    async def find(self, query: TaskQuery) -> TaskPage:
        """Return a page of tasks, newest first."""

        def work(connection: sqlite3.Connection) -> TaskPage:
            rows = connection.execute(*queries.page(query)).fetchall()
            total = connection.execute(*queries.total(query)).fetchone()[0]
            tasks = tasks_of(rows[: query.limit])
            return TaskPage(tuple(tasks), total, len(rows) > query.limit)

        return await self._readers.read(work)

    async def open_tasks(self) -> list[Task]:
        """Return every task that has not ended, oldest first."""
        sql = "SELECT document FROM tasks WHERE ended_at IS NULL ORDER BY id"
        return await self._readers.read(lambda c: tasks_of(c.execute(sql)))

    async def span(self, start: float, end: float, most: int) -> TaskSpan:
        """Return the tasks of the last ``most`` starts and ends from ``start`` to ``end``."""
        values = {"start": start, "end": end, "most": most}

        def work(connection: sqlite3.Connection) -> TaskSpan:
            tasks = tasks_of(connection.execute(queries.SPAN, values))
            return TaskSpan(
                tuple(tasks), connection.execute(queries.SPAN_COUNT, values).fetchone()[0]
            )

        return await self._readers.read(work)

    async def counts(self) -> dict[Status, int]:
        """Return the number of tasks by status."""
        sql = "SELECT status, count(*) FROM tasks GROUP BY status"
        found = await self._readers.read(lambda c: dict(c.execute(sql).fetchall()))
        return {status: found.get(status.value, 0) for status in Status}

    async def training_counts(self) -> dict[Status, TrainingCount]:
        """Return how the training jobs went that have ended."""
        rows = await self._readers.read(lambda c: c.execute(queries.TRAINING_COUNTS).fetchall())
        found = {status: TrainingCount(*figures) for status, *figures in rows}
        return {status: found.get(status.value, TrainingCount()) for status in Status}

    async def timeline(self, task_id: str) -> list[TimelineEntry]:
        """Return a task's history, oldest first."""
        rows = await self._readers.read(
            lambda c: c.execute(queries.TIMELINE, (task_id,)).fetchall()
        )
        return [entry_of(row) for row in rows]

    async def delete(self, task_ids: Sequence[str]) -> None:
        """Remove tasks and their timelines."""
        rows = [(task_id,) for task_id in task_ids]
        await self._writer.write(lambda c: c.executemany("DELETE FROM tasks WHERE id = ?", rows))

    async def finished_before(self, completed_at: float, keep: int) -> list[str]:
        """Return ids of finished tasks to collect, oldest first."""
        values = {"before": completed_at, "keep": keep, "pinned": PINNED}
        return await self._ids(queries.SURPLUS, values)

    async def known(self, task_ids: Sequence[str]) -> set[str]:
        """Return those of some ids that are a task's."""
        wanted = json.dumps([storable(task_id) for task_id in task_ids])
        return set(await self._ids(queries.KNOWN, (wanted,)))

    async def unmeasured(self, most: int) -> list[str]:
        """Return ids of finished tasks whose size is not known."""
        return await self._ids(queries.UNMEASURED, (most,))

    async def put_sizes(self, sizes: Mapping[str, int]) -> None:
        """Note the bytes that finished tasks take on disk."""
        sql = "UPDATE tasks SET bytes = ? WHERE id = ?"
        rows = [(size, task_id) for task_id, size in sizes.items()]
        await self._writer.write(lambda c: c.executemany(sql, rows))

    async def finished_bytes(self) -> int:
        """Return the bytes that all finished tasks take, as far as they were measured."""
        sql = queries.FINISHED_BYTES
        return int(await self._readers.read(lambda c: c.execute(sql).fetchone()[0]))

    async def beyond_space(self, keep: int, ended_before: float) -> list[str]:
        """Return ids of finished tasks to collect, oldest first, so that ``keep`` bytes stay."""
        values = {"before": ended_before, "keep": keep, "pinned": PINNED}
        return await self._ids(queries.BEYOND_SPACE, values)

    async def idempotency(self, key: str, not_before: float) -> IdempotencyRecord | None:
        """Return what is known of a key, if it was used at ``not_before`` or later."""
        sql = "SELECT key, digest, task_id, at FROM idempotency WHERE key = ? AND at >= ?"
        row = await self._readers.read(lambda c: c.execute(sql, (key, not_before)).fetchone())
        return IdempotencyRecord(*row) if row else None

    async def tokens(self) -> list[TokenRecord]:
        """Return all tokens, oldest first."""
        sql = "SELECT id, name, role, digest, created_at FROM tokens ORDER BY created_at, id"
        rows = await self._readers.read(lambda c: c.execute(sql).fetchall())
        return [TokenRecord(*row) for row in rows]

    async def put_token(self, token: TokenRecord) -> None:
        """Keep a token."""
        sql = (
            "INSERT OR REPLACE INTO tokens (id, name, role, digest, created_at) VALUES (?,?,?,?,?)"
        )
        row = (token.id, storable(token.name), token.role, token.digest, token.created_at)
        await self._writer.write(lambda c: c.execute(sql, row))

    async def delete_token(self, token_id: str) -> bool:
        """Remove a token; tell whether there was one."""
        sql = "DELETE FROM tokens WHERE id = ?"
        return await self._writer.write(lambda c: c.execute(sql, (token_id,)).rowcount > 0)

    async def close(self) -> None:
        """Write what is waiting and close the files."""
        await self._readers.close()
        await self._writer.close()

    async def _ids(self, sql: str, values: Mapping[str, Any] | Sequence[Any]) -> list[str]:
        rows = await self._readers.read(lambda c: c.execute(sql, values).fetchall())
        return [task_id for (task_id,) in rows]
