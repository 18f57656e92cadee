"""Local trust: a program of the agent's own user, on this machine, needs no token.

It is decided once, when a connection is accepted and before a byte of it is read, from the client
socket's own row in the kernel's table: established, with an inode, owned by this user. A client
that has closed already shows as uid 0 without an inode, so it is refused, and so is root's socket
unless the agent itself runs as root. In that case the program that holds the socket must also live
in the agent's own process namespace: root of a container on the host's network is somebody else.
Where the system has no such table (macOS, Windows) every connection needs a token.
"""

import asyncio
import os
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Literal

from cnet_agent.server import sockdiag

PROC = Path("/proc")


class Verdict(Enum):
    """What is known of a connection when it is accepted."""

    STRANGER = "stranger"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class HeldBy:
    """It is root's, as the agent is; trusted if a program of this namespace holds ``inode``."""

    inode: int


class LocalTrust:
    """Decides on connections. ``mode`` is the setting ``agent.local_trust``."""

    def __init__(self, mode: Literal["same-user", "token"]) -> None:
        self.enabled = mode == "same-user" and sys.platform == "linux"
        self._recent: deque[int] = deque(maxlen=8)  # pids that held a socket before

    def at_accept(self, transport: asyncio.BaseTransport) -> Verdict | HeldBy:
        """Return the verdict on a new connection; takes microseconds."""
        if not self.enabled or transport.get_extra_info("sslcontext") is not None:
            return Verdict.STRANGER
        client = sockdiag.endpoint(transport.get_extra_info("peername"))
        own = sockdiag.endpoint(transport.get_extra_info("sockname"))
        if client is None or own is None or not (client[0].is_loopback and own[0].is_loopback):
            return Verdict.STRANGER
        row = sockdiag.find(client, own)
        if row is None or row.state != sockdiag.ESTABLISHED or not row.inode:
            return Verdict.STRANGER
        user = os.geteuid()
        if row.uid != user:
            return Verdict.STRANGER
        return Verdict.OWN if user else HeldBy(row.inode)

    async def confirm(self, verdict: HeldBy) -> Verdict:
        """Find the program that holds a socket of root's, in a thread."""
        return await asyncio.to_thread(self._confirm, verdict.inode)

    def _confirm(self, inode: int) -> Verdict:
        for pid in self._candidates():
            if _holds(pid, inode):
                self._recent.append(pid)
                return Verdict.OWN if _shares_namespace(pid) else Verdict.STRANGER
        return Verdict.STRANGER

    def _candidates(self) -> Iterator[int]:
        """Yield pids, likely holders first: those seen before, then the youngest."""
        recent = tuple(dict.fromkeys(reversed(self._recent)))
        yield from recent
        pids = sorted(
            (int(path.name) for path in PROC.iterdir() if path.name.isdigit()), reverse=True
        )
        yield from (pid for pid in pids if pid not in recent)


def _holds(pid: int, inode: int) -> bool:
    wanted = f"socket:[{inode}]"
    try:
        with os.scandir(PROC / str(pid) / "fd") as descriptors:
            return any(_link(descriptor.path) == wanted for descriptor in descriptors)
    except OSError:  # it ended, or is not ours to look at
        return False


def _link(path: str | Path) -> str | None:
    try:
        return os.readlink(path)  # noqa: PTH115 - the link is text, not a path
    except OSError:
        return None


def _shares_namespace(pid: int) -> bool:
    own = _link(PROC / "self/ns/pid")
    return own is not None and own == _link(PROC / str(pid) / "ns/pid")
