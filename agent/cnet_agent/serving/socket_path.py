"""Sockets at paths that may be longer than a socket's address."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LONGEST = 100  # bytes; the kernel's address takes 107, other systems' 103


def listen(path: Path) -> socket.socket:
    """Return a listening socket at a path, for its user alone; what was left there is removed.

    Raises:
        OSError: it cannot be listened at.
    """
    path.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with _address(path) as address:
            listening.bind(address)
        path.chmod(0o600)
        listening.listen()
    except OSError:
        listening.close()
        raise
    listening.setblocking(False)
    return listening


def connect(path: Path) -> socket.socket:
    """Return a socket that is connected to whoever listens at a path.

    Raises:
        OSError: nobody does.
    """
    connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with _address(path) as address:
            connected.connect(address)
    except OSError:
        connected.close()
        raise
    connected.setblocking(False)
    return connected


@contextmanager
def _address(path: Path) -> Iterator[str]:
    """Give a path that fits: of the file in its folder, which is held open meanwhile."""
    if len(os.fsencode(path)) <= _LONGEST:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
