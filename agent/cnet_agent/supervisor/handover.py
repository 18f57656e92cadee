"""Hands an attempt from one process to another: its locked record, and the channel to its agent.

One SEQPACKET message with two descriptors; the sender closes its own afterwards. The same message
goes from the agent to the launcher and from there to a supervisor.

On the channel the supervisor says, a JSON message each, ``{"started": intent}`` once the command
runs and ``{"ended": exit}`` when the record is complete and its lock free; the launcher says
``{"error": …, "stage": …, "retryable": …}`` where it has no supervisor. The agent says ``LOOK``:
there is a stop request in the record. Where the channel ends without a word, the record tells.
"""

import array
import os
import socket

REQUEST = b"launch 2"  # the version tells a launcher of another release what is wanted
LOOK = b"look"


def send(connection: socket.socket, record_fd: int, channel_fd: int) -> None:
    """Hand an attempt over; the descriptors stay the caller's.

    Raises:
        OSError: the process at the other end is gone, or does not take it in time.
    """
    rights = array.array("i", [record_fd, channel_fd]).tobytes()
    connection.sendmsg([REQUEST], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])


def receive(connection: socket.socket) -> tuple[int, int] | None:
    """Return the descriptors of the next attempt, None at the end."""
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


def heard(channel: socket.socket) -> bytes:
    """Return what was said on a channel that can be read, nothing at its end."""
    try:
        return channel.recv(65_536)
    except ConnectionError:
        return b""
