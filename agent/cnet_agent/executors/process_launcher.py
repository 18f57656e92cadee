"""The agent's end of the launcher: starts it, sends to it, and starts another when it is gone."""

import os
import socket
import subprocess
import threading
import uuid
from pathlib import Path

from cnet_agent.supervisor import handover, launcher
from cnet_agent.supervisor.limits import scope
from cnet_agent.supervisor.limits.plan import Mechanism
from cnet_agent.supervisor.limits.scope import NoScope

_PATIENCE = 5.0  # seconds for a launcher to take a request before it counts as stuck


class Launcher:
    """One launcher process at a time. Safe to use from several threads.

    Its death harms no supervisor; requests that it had not carried out are told by their channels.
    """

    def __init__(self, log: Path) -> None:
        self._log = log  # where supervisors say what should never happen
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._scoped = False
        self._mechanism: Mechanism | None = None
        self._socket: socket.socket | None = None

    @property
    def pid(self) -> int | None:
        """The launcher's pid, None while there is none."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Start the launcher if there is none."""
        with self._lock:
            self._connection()

    def enter_scope(self) -> Mechanism:
        """Start this and any later launcher in a scope of systemd; return how to limit there.

        Raises:
            NoScope: systemd gives none; there is no launcher, and later ones go without.
            OSError: no launcher can be started.
        """
        with self._lock:
            self._end()
            self._scoped = True
            try:
                self._connection()
            finally:
                self._scoped = self._mechanism is not None
            assert self._mechanism is not None
            return self._mechanism

    def ready(self) -> Mechanism | None:
        """Start the launcher if there is none or it died.

        Returns:
            How to limit what it launches, where that is by its scope.

        Raises:
            OSError: no launcher can be started.
        """
        with self._lock:
            if self._process is not None and self._process.poll() is not None:
                self._end()
            self._connection()
            return self._mechanism

    def send(self, record_fd: int, channel_fd: int) -> None:
        """Hand an attempt over to a supervisor; the descriptors stay the caller's.

        Raises:
            OSError: no launcher can be started.
        """
        with self._lock:
            try:
                handover.send(self._connection(), record_fd, channel_fd)
            except OSError:  # it is gone, or stuck
                self._end()
                handover.send(self._connection(), record_fd, channel_fd)

    def close(self) -> None:
        """Let the launcher end; supervisors go on."""
        with self._lock:
            self._end()

    def _connection(self) -> socket.socket:
        if self._socket is None:
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            ours.settimeout(_PATIENCE)
            try:
                with theirs:
                    self._begin(theirs.fileno())
            except OSError:
                ours.close()
                self._end()
                raise
            self._socket = ours
        return self._socket

    def _begin(self, descriptor: int) -> None:
        """Start a launcher that listens on ``descriptor``, in a scope where that is wanted."""
        command, unit = launcher.command(descriptor), f"cnet-tasks-{uuid.uuid4().hex}.scope"
        if self._scoped:
            command = scope.wrapped(command, unit)
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as log:
            already = log.tell()
            self._process = subprocess.Popen(
                command,
                pass_fds=(descriptor,),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                cwd="/",
                env=_environment(),
                start_new_session=True,
            )
        self._mechanism = None
        if self._scoped:
            try:
                self._mechanism = scope.enter(self._process, unit)
            except NoScope as error:
                said = self._log.read_bytes()[already:].decode(errors="replace").strip()
                raise NoScope(": ".join(filter(None, (str(error), said)))) from None

    def _end(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        if self._process is not None:
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


def _environment() -> dict[str, str]:
    """Return the agent's environment without what is its own; tasks get theirs with the order."""
    keep = {"CNET_FAILPOINT"}
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("CNET_") or name in keep
    } | scope.environment()
