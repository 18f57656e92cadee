"""Forks supervisors: one warm process that has everything imported, and does nothing else.

Forking Python is what launching costs: a fresh supervisor takes a thousand page faults until it
has what it touches for itself. So one whose attempt is over waits here for another for a while;
each supervises one attempt at a time, and its death still ends that one only.

There is no answer to a request; what became of it is seen from the record and the channel. A
supervisor leaves this process's session and outlives it. The kernel reaps the supervisors (SIGCHLD
is ignored). When the agent's end of the socket closes, requests already sent are still carried out;
then the launcher ends, and with it the supervisors that have no attempt.
"""

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
import time
from typing import NoReturn

from cnet_agent.supervisor import handover, linux
from cnet_agent.supervisor.child import HELD_BACK
from cnet_agent.supervisor.failpoints import reach
from cnet_agent.supervisor.serve import serve

IDLE_FOR = 10.0  # seconds that a supervisor waits for another attempt


def command(descriptor: int) -> list[str]:
    """Return the command that becomes a launcher listening on an inherited descriptor.

    A frozen application must answer ``--launcher N`` by calling ``main(N)`` before anything heavy
    is imported.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "--launcher", str(descriptor)]
    source_root = os.path.abspath(f"{os.path.dirname(__file__)}/../..")
    code = (
        f"import sys; sys.path.insert(0, {source_root!r}); "
        f"from cnet_agent.supervisor.launcher import main; main({descriptor})"
    )
    return [sys.executable, "-I", "-S", "-c", code]


def main(descriptor: int) -> NoReturn:
    """Serve requests until the agent's end closes."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, HELD_BACK)
    linux.set_name(b"cnet-launcher")
    linux.spare_from_oom()
    linux.boot_id()  # read once for all
    launcher = Launcher(socket.socket(fileno=descriptor))
    gc.collect()
    gc.freeze()  # what is shared with the supervisors stays shared
    launcher.run()
    os._exit(0)


class Launcher:
    """The supervisors of one agent: those at work, and those that wait for an attempt."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._supervisors: dict[int, socket.socket] = {}  # by descriptor
        self._idle: list[tuple[float, int]] = []  # since when, descriptor; the latest last
        self._poll = select.poll()
        self._poll.register(connection, select.POLLIN)

    def run(self) -> None:
        """Serve requests until the agent's end closes."""
        while True:
            for descriptor, _ in self._poll.poll(self._patience()):
                if descriptor != self._connection.fileno():
                    self._hear(descriptor)
                elif (request := handover.receive(self._connection)) is not None:
                    reach("launcher-received")
                    self._give(*request)
                    reach("launcher-forked")
                else:
                    return
            self._let_go(time.monotonic() - IDLE_FOR)

    def _patience(self) -> float | None:
        """Return the milliseconds until a supervisor has waited long enough."""
        if not self._idle:
            return None
        return max(0.0, self._idle[0][0] + IDLE_FOR - time.monotonic()) * 1000 + 1

    def _hear(self, descriptor: int) -> None:
        """Take note that a supervisor is free again, or gone."""
        supervisor = self._supervisors.get(descriptor)
        if supervisor is None:
            return
        with contextlib.suppress(ConnectionError):
            if supervisor.recv(16):
                self._idle.append((time.monotonic(), descriptor))
                return
        self._forget(descriptor)

    def _give(self, record_fd: int, channel_fd: int) -> None:
        """Give an attempt to the supervisor that waits for the shortest time, or to a new one."""
        try:
            while self._idle:
                _, descriptor = self._idle.pop()
                try:
                    handover.send(self._supervisors[descriptor], record_fd, channel_fd)
                except OSError:  # it was killed while it waited
                    self._forget(descriptor)
                else:
                    return
            self._fork(record_fd, channel_fd)
        finally:
            os.close(record_fd)
            os.close(channel_fd)

    def _fork(self, record_fd: int, channel_fd: int) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            pid = os.fork()
        except OSError as error:
            ours.close()
            theirs.close()
            report = {"error": f"{error.strerror}: no process for it", "stage": "fork"}
            with contextlib.suppress(OSError):
                os.write(channel_fd, json.dumps({**report, "retryable": True}).encode())
            return
        if pid == 0:
            os.setsid()
            for other in (self._connection, ours, *self._supervisors.values()):
                other.close()
            linux.set_name(b"cnet-supervisor")
            serve(theirs, record_fd, channel_fd)
        theirs.close()
        self._supervisors[ours.fileno()] = ours
        self._poll.register(ours, select.POLLIN)

    def _forget(self, descriptor: int) -> None:
        self._idle = [entry for entry in self._idle if entry[1] != descriptor]
        self._poll.unregister(descriptor)
        self._supervisors.pop(descriptor).close()

    def _let_go(self, before: float) -> None:
        """End the supervisors that wait since ``before``: they see their socket close."""
        while self._idle and self._idle[0][0] <= before:
            self._forget(self._idle[0][1])
