"""task-spooler: a queue in a process, asked through its command. Nothing survives that process."""

import os
import subprocess
import time
from pathlib import Path

from _harness.peers import Peers
from _launch import loop
from _launch.loop import Work

SLOTS = 2
CLIENTS = 2


class TaskSpooler:
    """A spooler of its own: socket and logs in ``folder``."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._program = str(program)
        self._socket = folder / "socket"
        self._environment = {
            **os.environ,
            "TS_SOCKET": str(self._socket),
            "TS_MAXFINISHED": "10000",  # the exit states of all are kept
            "TMPDIR": str(folder),
        }
        self._quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        self._count = 0
        self.submit(["-S", str(SLOTS)])
        self._count = 0

    def submit(self, command: list[str]) -> None:
        """Hand a command over."""
        arguments = [self._program, *command]
        pid = os.posix_spawn(self._program, arguments, self._environment, file_actions=self._quiet)
        os.waitpid(pid, 0)
        self._count += 1

    def drain(self) -> None:
        """Wait for the last one, then for those beside it."""
        self._ask("-w")
        while self._ask().count(" finished ") < self._count:
            time.sleep(0.002)

    def end(self) -> None:
        """End the spooler, and wait until it has gone."""
        self._ask("-K")
        while self._socket.exists():
            time.sleep(0.002)

    def _ask(self, *arguments: str) -> str:
        command = [self._program, *arguments]
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=True
        )
        return done.stdout


def measure(peers: Peers, folder: Path, work: Work) -> dict[str, float]:
    """Return a spooler's figures."""
    program, _ = peers.debian("task-spooler", "usr/bin/tsp")
    spooler = TaskSpooler(program, folder)
    try:
        return loop.measure(spooler, work, CLIENTS)
    finally:
        spooler.end()
