"""The process that holds a model: started, heard of, ended."""

import asyncio
import json
import os
import signal
import socket
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cnet_agent.serving.calls import Calls
from cnet_worker.frames import Reply
from cnet_worker.start import command

_PATIENCE = 5.0  # seconds for a worker to end whose socket was closed


class WorkerProcess:
    """One worker, from its start to its end.

    Attributes:
        calls: requests to it.
        ended: when its socket has ended, which is when it has.
    """

    def __init__(self) -> None:
        self.ended = asyncio.Event()
        self.calls = Calls(self._hear, self._lose)
        self._word: asyncio.Future[Reply | None] = asyncio.get_running_loop().create_future()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Its process."""
        assert self._process is not None
        return self._process.pid

    async def start(self, python: str, order: Mapping[str, Any], folder: Path) -> None:
        """Start it.

        Args:
            python: the interpreter.
            order: what it is told.
            folder: where its order is put down.

        Raises:
            OSError: it cannot be started.
        """
        path = folder / "worker.json"
        path.write_text(json.dumps(order), encoding="utf-8")
        ours, theirs = socket.socketpair()
        try:
            with theirs:  # in no thread: whoever is cancelled meanwhile would not know the process
                self._process = subprocess.Popen(  # noqa: ASYNC220 - see above
                    command(python, str(path), theirs.fileno()),
                    stdin=subprocess.DEVNULL,
                    pass_fds=(theirs.fileno(),),
                )
            await asyncio.get_running_loop().create_connection(lambda: self.calls, sock=ours)
        except BaseException:
            ours.close()
            raise

    async def first_word(self) -> Reply | None:
        """Return what it says once it has loaded the model, or could not; None if it ended."""
        return await self._word

    async def end(self) -> str:
        """End it if it has not ended, and return how it ended, as a sentence without its stop."""
        self.calls.close()
        process = self._process
        if process is None:
            return "it was not started"
        try:
            code = await asyncio.to_thread(process.wait, _PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            code = await asyncio.to_thread(process.wait)
        if code >= 0:
            return f"it ended with exit code {code}"
        return f"it was ended by {signal.Signals(-code).name}"

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None and self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGKILL)

    def _hear(self, word: Reply) -> None:
        if not self._word.done():
            self._word.set_result(word)

    def _lose(self) -> None:
        if not self._word.done():
            self._word.set_result(None)
        self.ended.set()
