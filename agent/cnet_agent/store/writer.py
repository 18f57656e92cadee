"""The one thread that writes to a database: whatever waits is committed together.

A transaction takes as long as the disk needs to acknowledge it; what arrives meanwhile shares the
next one. A caller's awaitable is done only after the commit, so what it was told is on disk.

The file may vanish under an open connection (a person tidies up). SQLite would go on into nothing,
so before each transaction the names are compared with the open files, and a database whose file is
gone is written anew from the open one.
"""

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from cnet_agent.store.base import StoreFull
from cnet_agent.store.database import Schema, beside, connect, copy_to, move_aside
from cnet_agent.store.trouble import as_store_full

logger = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

WAITING = 4096  # writes queued; further callers wait before they queue
TOGETHER = 512  # writes in one transaction


@dataclass(frozen=True, slots=True)
class _Write:
    work: Work[Any]
    done: asyncio.Future[Any]


class Writer:
    """Runs functions on the writing connection, in order, and commits them in groups.

    ``commits`` counts transactions. Belongs to the event loop it was made on.
    """

    def __init__(
        self,
        path: Path,
        schema: Schema,
        now: Callable[[], float],
        on_replaced: Callable[[], None],
    ) -> None:
        self.commits = 0
        self._path = path
        self._schema = schema
        self._now = now
        self._on_replaced = on_replaced  # called in the writing thread
        self._connection = connect(path, schema)
        self._files = self._identity()
        self._loop = asyncio.get_running_loop()
        self._room = asyncio.Semaphore(WAITING)
        self._waiting: SimpleQueue[_Write | None] = SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=f"write {path.name}", daemon=True)
        self._thread.start()

    async def write(self, work: Work[T]) -> T:
        """Run ``work`` in the writing thread; its result is returned once it is on disk.

        It may run again after a rollback, so it must change nothing but the database. A caller
        that is cancelled while it waits does not take its write back.

        Raises:
            StoreFull: the disk is full or failing; nothing of it was written.
        """
        async with self._room:
            if self._closed:
                raise StoreFull("the store is closed")
            done: asyncio.Future[T] = self._loop.create_future()
            self._waiting.put(_Write(work, done))
            return await done

    async def close(self) -> None:
        """Commit what is waiting and close the connection."""
        if not self._closed:
            self._closed = True
            self._waiting.put(None)
        await self._loop.run_in_executor(None, self._thread.join)

    # -- in the writing thread ----------------------------------------------------------------

    def _run(self) -> None:
        try:
            closing = False
            while not closing:
                group, closing = self._next_group()
                if group:
                    self._answer(group, self._commit(group))
            if self._identity() != self._files:
                self._replace()
        except (sqlite3.Error, OSError):
            logger.exception("The database %s could not be left in order", self._path)
        finally:
            self._connection.close()

    def _next_group(self) -> tuple[list[_Write], bool]:
        """Wait for a write and take what else is there; tell whether it was the last."""
        group: list[_Write] = []
        item = self._waiting.get()
        while item is not None:
            group.append(item)
            if len(group) == TOGETHER:
                return group, False
            try:
                item = self._waiting.get_nowait()
            except Empty:
                return group, False
        return group, True

    def _commit(self, group: list[_Write]) -> list[Any]:
        """Return a result or an exception for each write of a group."""
        try:
            return self._transaction_with_room(group)
        except Exception as error:
            full = as_store_full(error)
            if full is not None:
                return [StoreFull(str(full)) for _ in group]
            if len(group) == 1:
                return [error]
        # One of them is at fault: each gets a transaction of its own.
        return [result for write in group for result in self._commit([write])]

    def _transaction_with_room(self, group: list[_Write]) -> list[Any]:
        """Where the disk is full, use the room that the write-ahead log has already."""
        try:
            return self._transaction(group)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
                raise
        self._connection.execute("PRAGMA wal_checkpoint(RESTART)")
        return self._transaction(group)

    def _transaction(self, group: list[_Write]) -> list[Any]:
        if self._identity() != self._files:
            self._replace()
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            results = [write.work(connection) for write in group]
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        self.commits += 1
        return results

    def _answer(self, group: list[_Write], results: list[Any]) -> None:
        try:
            self._loop.call_soon_threadsafe(_resolve, group, results)
        except RuntimeError:
            logger.warning("%d writes were done after their loop had closed", len(group))

    def _identity(self) -> tuple[tuple[int, int] | None, ...]:
        """Return which files the names of the database and of its log stand for now."""
        return tuple(_identity(beside(self._path, suffix)) for suffix in ("", "-wal"))

    def _replace(self) -> None:
        """Write the database anew, under its name, from the connection that still has it."""
        logger.error("The database %s was removed or replaced; it is written anew", self._path)
        making = self._path.with_name(self._path.name + ".new")
        copy_to(self._connection, making)
        ours = self._files[0]
        for suffix in ("-wal", "-shm"):
            beside(self._path, suffix).unlink(missing_ok=True)
        if _identity(self._path) not in {None, ours}:
            move_aside(self._path, self._now())  # somebody else's
        making.replace(self._path)
        old, self._connection = self._connection, connect(self._path, self._schema)
        self._files = self._identity()
        old.close()  # its file has no name any more, so it touches none
        self._on_replaced()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _resolve(group: list[_Write], results: list[Any]) -> None:
    for write, result in zip(group, results, strict=True):
        if write.done.done():
            continue  # its caller was cancelled
        if isinstance(result, BaseException):
            write.done.set_exception(result)
        else:
            write.done.set_result(result)
