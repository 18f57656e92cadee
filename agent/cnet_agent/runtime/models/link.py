"""The agent's connection to a model's server: what it says of itself, and predictions."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cnet_agent.serving import socket_path
from cnet_agent.serving.calls import Calls, TooLate, WorkerGone
from cnet_worker.frames import Reply

_FIGURES = ("metrics", "pending")
FIRST_WORD = 1.0  # seconds that a server has to say how it is


class Link:
    """One connection.

    Args:
        on_told: called when the server has said another thing than before, its figures apart.

    Attributes:
        told: what the server said last: see ``Served.view``; empty before the first word.
        is_open: whether it is there.
    """

    def __init__(self, on_told: Callable[[], None] = lambda: None) -> None:
        self.told: dict[str, Any] = {}
        self.is_open = False
        self._on_told = on_told
        self._heard = asyncio.Event()
        self._calls = Calls(self._hear, self._lose)

    async def open(self, path: Path) -> None:
        """Connect, and wait for the first word.

        Raises:
            OSError: nobody listens there.
        """
        connected = await asyncio.to_thread(socket_path.connect, path)
        await asyncio.get_running_loop().create_connection(lambda: self._calls, sock=connected)
        self.is_open = True
        try:
            await asyncio.wait_for(self._heard.wait(), FIRST_WORD)
        except TimeoutError:
            self.close()
            raise ConnectionError("it says nothing") from None

    async def ask(self, kind: int, body: bytes, timeout: float) -> Reply | None:
        """Return the answer to a request; None if the server ended, or is late beyond measure.

        Args:
            kind: of ``cnet_worker.frames``.
            body: the request.
            timeout: seconds; the server itself gives up earlier.
        """
        try:
            return await asyncio.wait_for(self._calls.ask(kind, body), timeout)
        except (WorkerGone, TooLate, TimeoutError):
            return None

    def close(self) -> None:
        """Close it."""
        self._calls.close()

    def _hear(self, word: Reply) -> None:
        before, self.told = self.told, json.loads(word.body)
        self._heard.set()
        if _state(before) != _state(self.told):
            self._on_told()

    def _lose(self) -> None:
        self.is_open = False
        self._on_told()


def _state(told: dict[str, Any]) -> dict[str, Any]:
    """Return what a server said without its figures, which change all the time."""
    found = {name: value for name, value in told.items() if name not in _FIGURES}
    versions = told.get("versions", {})
    return found | {"versions": {name: _state(each) for name, each in versions.items()}}
