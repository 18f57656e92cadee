"""The limit: bare ``posix_spawn``, two at a time, each with a log file. Nothing is kept."""

import os
from pathlib import Path

SLOTS = 2


class Spawn:
    """Runs commands at once; a third waits for one of two to end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._running = 0

    def submit(self, command: list[str]) -> None:
        """Start a command."""
        if self._running == SLOTS:
            self._reap()
        self._count += 1
        log = str(self._folder / f"{self._count}.log")
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        actions = [(os.POSIX_SPAWN_OPEN, 1, log, flags, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2)]
        os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        self._running += 1

    def drain(self) -> None:
        """Reap what is left."""
        while self._running:
            self._reap()

    def _reap(self) -> None:
        os.wait()
        self._running -= 1
