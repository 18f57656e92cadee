"""The life of a supervisor's process: one attempt after another, each for itself."""

import os
import signal
import socket
import sys
from typing import NoReturn

from cnet_agent.supervisor import handover, linux
from cnet_agent.supervisor.child import HELD_BACK
from cnet_agent.supervisor.supervisor import Supervisor


def serve(jobs: socket.socket, record_fd: int, channel_fd: int) -> NoReturn:
    """Supervise an attempt, and those that follow it from ``jobs``; never return.

    Args:
        jobs: to the launcher, which is told when this process is free.
        record_fd: the attempt's record, whose lock this process now holds.
        channel_fd: to the agent, see ``handover``.
    """
    code = 70
    try:
        adopts = linux.become_subreaper()
        request: tuple[int, int] | None = (record_fd, channel_fd)
        while request is not None:
            supervisor = Supervisor(*request, adopts=adopts)
            supervisor.run()
            request = _wait_for_another(jobs) if supervisor.may_go_on else None
        code = 0
    except BaseException:  # what is left of the task is swept by the agent: it finds it lost
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
    os._exit(code)


def _wait_for_another(jobs: socket.socket) -> tuple[int, int] | None:
    """Return the next attempt, None if there is none. Meanwhile a signal ends this process."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGTERM,))
    try:
        jobs.send(b"free")
    except ConnectionError:
        return None
    request = handover.receive(jobs)
    signal.pthread_sigmask(signal.SIG_BLOCK, HELD_BACK)
    return request
