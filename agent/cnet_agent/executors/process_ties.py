"""How the agent is tied to the supervisor of one attempt.

By the channel that it opened itself, on which the supervisor says how the attempt went; or, where
that was an earlier agent's, by the supervisor's process, which then ends with the attempt.
"""

import asyncio
import contextlib
import json
import os
import signal
import socket
from typing import Protocol

from cnet_agent.supervisor import handover, linux
from cnet_agent.supervisor.record import Json


class Tie(Protocol):
    """Can be read (``fileno``) when there is news."""

    def fileno(self) -> int:
        """Return the descriptor to wait for."""

    def take(self) -> Json:
        """Return what is said; an empty message is the end, of which the record tells."""

    def tell_to_look(self) -> None:
        """Have the supervisor look for a stop request in the record."""

    def close(self) -> None:
        """Be told nothing more."""


class Channel:
    """A tie to a supervisor that ``theirs``, the other end, is handed to; see ``handover``."""

    def __init__(self) -> None:
        self._ours, self.theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._ours.setblocking(False)

    def fileno(self) -> int:
        """Return the descriptor to wait for."""
        return self._ours.fileno()

    async def hear(self) -> Json:
        """Wait for the next message."""
        loop = asyncio.get_running_loop()
        readable = asyncio.Event()
        loop.add_reader(self._ours, readable.set)
        try:
            await readable.wait()
        finally:
            loop.remove_reader(self._ours)
        return self.take()

    def take(self) -> Json:
        """Return the message that is there."""
        text = handover.heard(self._ours)
        told: Json = json.loads(text) if text else {}
        return told

    def tell_to_look(self) -> None:
        """Have the supervisor look for a stop request, now or as soon as it begins."""
        with contextlib.suppress(OSError):  # it has ended, and says so
            self._ours.send(handover.LOOK)

    def close(self) -> None:
        """Be told nothing more; the other end is its user's to close."""
        self._ours.close()


class Pinned:
    """A tie to a supervisor by a descriptor of its process, which it takes over."""

    def __init__(self, pidfd: int) -> None:
        self._pidfd = pidfd

    def fileno(self) -> int:
        """Return the descriptor to wait for."""
        return self._pidfd

    def take(self) -> Json:
        """Return the end: the process is gone."""
        return {}

    def tell_to_look(self) -> None:
        """Have the supervisor look for a stop request."""
        linux.send_signal(self._pidfd, signal.SIGTERM)

    def close(self) -> None:
        """Be told nothing more."""
        os.close(self._pidfd)
