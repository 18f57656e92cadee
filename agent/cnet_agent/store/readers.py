"""Reading from a database in threads of its own, beside the one that writes."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from cnet_agent.store.database import connect_reader

T = TypeVar("T")

THREADS = 2  # so that one search through everything does not hold up the rest


class Readers:
    """A few read-only connections, each used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix=f"read {path.name}")
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._generation = 0

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``work`` in a reading thread, in one transaction, and return its result."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._run, work)

    def renew(self) -> None:
        """Leave the open connections: the file is another one now. For any thread."""
        with self._lock:
            self._generation += 1
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    async def close(self) -> None:
        """Wait for the reads under way and close the connections."""
        await asyncio.get_running_loop().run_in_executor(None, self._threads.shutdown)
        self.renew()

    def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._lock:
            generation = self._generation
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = connect_reader(self._path)
        try:
            connection.execute("BEGIN")
            try:
                return work(connection)
            finally:
                connection.execute("ROLLBACK")
        finally:
            with self._lock:
                keep = generation == self._generation
                if keep:
                    self._idle.append(connection)
            if not keep:
                connection.close()
