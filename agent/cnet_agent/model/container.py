"""What a container task asks for beside its command: ports and volumes, as Docker writes them."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import PurePosixPath
from typing import Literal

from cnet_agent.model.sentence import Sentence

Protocol = Literal["tcp", "udp"]

_PORT = re.compile(
    r"(?:(?:(?P<address>\[[0-9a-fA-F:]+\]|[0-9.]+):)?(?P<host>[0-9]{0,5}):)?"
    r"(?P<inner>[0-9]{1,5})(?:/(?P<protocol>tcp|udp))?"
)
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Port:
    """A port of the container, and where the node answers for it."""

    inner: int
    protocol: Protocol
    host: int | None  # None: a free one
    address: str  # of the node


@dataclass(frozen=True, slots=True)
class Volume:
    """A folder of the node, and where the container sees it."""

    source: str  # relative to the workspace, or absolute
    target: str
    read_only: bool


def parse_port(text: str) -> Port:
    """Return what ``8080:80``, ``127.0.0.1:8080:80/udp`` or ``80`` stands for.

    Without an address only this machine can reach it, which is narrower than Docker's own default.

    Raises:
        ValueError: it cannot be understood.
    """
    match = _PORT.fullmatch(text)
    if match is None:
        raise ValueError(
            Sentence(
                "{text} is no port: write it as 8080:80 or 127.0.0.1:8080:80/udp",
                text=repr(text[:80]),
            )
        )
    address = (match["address"] or LOOPBACK).strip("[]")
    try:
        ip_address(address)
    except ValueError:
        raise ValueError(Sentence("{text} is no address", text=repr(address))) from None
    numbers = [int(number) for number in (match["inner"], match["host"]) if number]
    if not all(0 < number < 65_536 for number in numbers):
        raise ValueError(Sentence("{text} is no port: ports are 1 to 65535", text=repr(text[:80])))
    host = int(match["host"]) if match["host"] else None
    protocol: Protocol = "udp" if match["protocol"] == "udp" else "tcp"
    return Port(int(match["inner"]), protocol, host, address)


def parse_volume(text: str) -> Volume:
    """Return what ``data:/data`` or ``/srv/data:/data:ro`` stands for.

    Raises:
        ValueError: it cannot be understood.
    """
    source, _, rest = text.partition(":")
    target, _, mode = rest.partition(":")
    if not source or not target or mode not in ("", "ro", "rw"):
        raise ValueError(
            Sentence(
                "{text} is no volume: write it as folder:/path or folder:/path:ro",
                text=repr(text[:80]),
            )
        )
    path = PurePosixPath(target)
    if not path.is_absolute() or ".." in path.parts or path == PurePosixPath("/"):
        raise ValueError(
            Sentence(
                "{text} is no place in a container: an absolute path below /",
                text=repr(target[:80]),
            )
        )
    return Volume(source, str(path), mode == "ro")
