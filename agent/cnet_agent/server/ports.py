"""Taking ports, and naming those who have them already."""

import errno
import logging
import os
import socket
from dataclasses import dataclass

import psutil

from cnet_agent.model.sentence import Sentence
from cnet_agent.model.system_words import system_words
from cnet_agent.server.protocol import BACKLOG

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that listens on a port."""

    pid: int
    command: str


class PortInUse(Exception):
    """Somebody listens there already; ``str`` is a sentence that names them if it can."""

    def __init__(self, host: str, port: int, holder: Holder | None) -> None:
        who = (
            f"{holder.command!r} (pid {holder.pid})"
            if holder is not None
            else "another program, which the system does not let us name,"
        )
        super().__init__(f"Port {port} on {host} is in use: {who} listens there.")
        self.port = port
        self.holder = holder


class CannotListen(Exception):
    """An address cannot be listened on; ``str`` says why."""


def listen(host: str, port: int, *, share: bool = False) -> socket.socket:
    """Return a socket that is bound to ``host`` (an address) and ``port``; 0 takes a free one.

    ``share`` lets one listener of this user have a particular address beside another that has
    them all.

    Raises:
        PortInUse: somebody else has it.
        CannotListen: this machine has no such address, or does not let us.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        bound = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise CannotListen(
            Sentence("Cannot listen on {address}: {why}.", address=host, why=system_words(error))
        ) from None
    try:
        if os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if share:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind((host, port))
        bound.listen(BACKLOG)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(host, port, holder_of(port)) from None
        raise CannotListen(
            Sentence(
                "Cannot listen on {address} port {port}: {why}.",
                address=host,
                port=port,
                why=system_words(error),
            )
        ) from None
    bound.setblocking(False)
    return bound


def check_address(host: str) -> None:
    """See whether an address can be listened on, on a port that is free.

    Raises:
        CannotListen: this machine has no such address, or does not let us.
    """
    listen(host, 0).close()


def holder_of(port: int) -> Holder | None:
    """Return a program that listens on ``port``, None if the system does not say."""
    try:
        for connection in psutil.net_connections("tcp"):
            if (
                connection.status == psutil.CONN_LISTEN
                and connection.laddr
                and connection.laddr.port == port
                and connection.pid
            ):
                process = psutil.Process(connection.pid)
                command = " ".join(process.cmdline()) or process.name()
                return Holder(connection.pid, command[:200])
    except (psutil.Error, OSError) as error:
        logger.debug("cannot tell who listens on port %d: %s", port, error)
    return None
