"""The process that holds a model: started, heard of, ended."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from cnet_agent.serving.calls import Calls
from cnet_agent.serving.order import VersionOrder
from cnet_agent.supervisor.ending import signal_name
from cnet_worker.frames import Reply
from cnet_worker.start import command

_PATIENCE = 5.0  # seconds for a worker to end whose socket was closed
_LAST_ANSWERS = 0.1  # seconds to read what a worker sent before it ended


class WorkerProcess:
    """One worker, from its start to its end.

    Attributes:
        calls: requests to it.
        ended: when its socket has ended, which it does soon after the process.
    """

    def __init__(self) -> None:
        self.ended = asyncio.Event()
        self.calls = Calls(self._hear, self._lose)
        self._word: asyncio.Future[Reply | None] = asyncio.get_running_loop().create_future()
        self._process: asyncio.subprocess.Process | None = None
        self._exit: asyncio.Task[int] | None = None

    @property
    def pid(self) -> int:
        """Its process."""
        assert self._process is not None
        return self._process.pid

    async def start(self, order: VersionOrder, folder: Path) -> None:
        """Start it, in a session of its own.

        A stop of the task asks all of the server's group to end, but the worker is to
        finish first what it computes.

        Args:
            order: its interpreter, its variables, and what it is told.
            folder: where that is put down, in a file without a name: another worker of the same
                version may be told something else at the same time.

        Raises:
            OSError: it cannot be started.
        """
        with tempfile.TemporaryFile(dir=folder) as told:
            told.write(json.dumps(order.worker).encode())
            told.seek(0)
            ours, theirs = socket.socketpair()
            try:
                with theirs:
                    self._process = await asyncio.create_subprocess_exec(
                        *command(order.python, f"/dev/fd/{told.fileno()}", theirs.fileno()),
                        env={**os.environ, **order.environment},
                        stdin=subprocess.DEVNULL,
                        pass_fds=(theirs.fileno(), told.fileno()),
                        start_new_session=True,
                    )
            except BaseException:  # also a stop
                ours.close()
                raise
        self._exit = asyncio.ensure_future(self._process.wait())
        self._exit.add_done_callback(self._close_soon)
        await asyncio.get_running_loop().create_connection(lambda: self.calls, sock=ours)

    async def first_word(self) -> Reply | None:
        """Return what it says once it has loaded the model, or could not; None if it ended."""
        return await self._word

    async def end(self) -> str:
        """End it if it has not ended, and return how it ended, as a sentence without its stop."""
        self.calls.close()
        if self._exit is None:
            return "it was not started"
        await asyncio.wait([self._exit], timeout=_PATIENCE)
        self.kill()
        code = await self._exit
        if code >= 0:
            return f"it ended with exit code {code}"
        return f"it was ended by {signal_name(-code)}"

    def kill(self) -> None:
        """End it at once."""
        if self._exit is not None and not self._exit.done():
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def _close_soon(self, _exit: "asyncio.Task[int]") -> None:
        """Close the socket, which a child that the worker left behind would keep open."""
        asyncio.get_running_loop().call_later(_LAST_ANSWERS, self.calls.close)

    def _hear(self, word: Reply) -> None:
        if not self._word.done():
            self._word.set_result(word)

    def _lose(self) -> None:
        if not self._word.done():
            self._word.set_result(None)
        self.ended.set()
