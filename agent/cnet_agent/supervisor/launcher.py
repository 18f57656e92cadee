"""Forks supervisors: one warm process that has everything imported, and does nothing else.

A request is one SEQPACKET message with two descriptors: the locked record of an attempt, and the
write end of the pipe on which its start is reported. There is no answer; what became of a request
is seen from the record and the pipe. A supervisor leaves this process's session and outlives it.
The kernel reaps the supervisors (SIGCHLD is ignored). When the agent's end of the socket closes,
requests already sent are still carried out; then the launcher ends.
"""

import array
import contextlib
import gc
import json
import os
import signal
import socket
import sys
from typing import NoReturn

from cnet_agent.supervisor import linux
from cnet_agent.supervisor.child import HELD_BACK
from cnet_agent.supervisor.failpoints import reach
from cnet_agent.supervisor.supervisor import supervise

REQUEST = b"launch 1"  # the version tells a launcher of another release what is wanted


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
    connection = socket.socket(fileno=descriptor)
    gc.collect()
    gc.freeze()  # what is shared with the supervisors stays shared
    while (request := _receive(connection)) is not None:
        reach("launcher-received")
        _launch(connection, *request)
        reach("launcher-forked")
    os._exit(0)


def send(connection: socket.socket, record_fd: int, report_fd: int) -> None:
    """Ask the launcher at the other end for a supervisor; the descriptors stay the caller's.

    Raises:
        OSError: the launcher is gone, or does not take the request in time.
    """
    rights = array.array("i", [record_fd, report_fd]).tobytes()
    connection.sendmsg([REQUEST], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])


def _receive(connection: socket.socket) -> tuple[int, int] | None:
    """Return the descriptors of the next request, None at the end."""
    while True:
        try:
            text, ancillary, _, _ = connection.recvmsg(
                256, socket.CMSG_SPACE(8), socket.MSG_CMSG_CLOEXEC
            )
        except ConnectionError:
            return None
        if not text:
            return None
        descriptors = array.array("i")
        for _, _, rights in ancillary:
            descriptors.frombytes(rights[: len(rights) - len(rights) % descriptors.itemsize])
        if text == REQUEST and len(descriptors) == 2:
            return descriptors[0], descriptors[1]
        for descriptor in descriptors:
            os.close(descriptor)


def _launch(connection: socket.socket, record_fd: int, report_fd: int) -> None:
    try:
        pid = os.fork()
    except OSError as error:
        report = {"error": f"{error.strerror}: no process for it", "stage": "fork"}
        with contextlib.suppress(OSError):
            os.write(report_fd, json.dumps({**report, "retryable": True}).encode() + b"\n")
        pid = -1
    if pid == 0:
        os.setsid()
        connection.close()
        linux.set_name(b"cnet-supervisor")
        supervise(record_fd, report_fd)
    os.close(record_fd)
    os.close(report_fd)
