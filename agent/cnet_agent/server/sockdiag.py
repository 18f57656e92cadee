"""Who owns the other end of a local TCP connection, from the kernel's own table (Linux).

The exact lookup of sock_diag answers in microseconds whatever is open. Where it is not to be had,
the text tables under ``/proc/net`` say the same, slower.
"""

import socket
import struct
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

ESTABLISHED = 1

_NETLINK_SOCK_DIAG = 4
_SOCK_DIAG_BY_FAMILY = 20
_NLM_F_REQUEST = 1
_NLMSG_HEADER = struct.Struct("=IHHII")
_REQUEST = struct.Struct("=BBBxI")  # family, protocol, extensions, states
_SOCKET_ID = struct.Struct("!HH16s16s")  # ports and addresses, then interface and cookie
_NO_COOKIE = struct.pack("=III", 0, 0xFFFFFFFF, 0xFFFFFFFF)
_ANSWER_HEAD = struct.Struct("=BBBB")  # family, state, timer, retransmits
_ANSWER_TAIL = struct.Struct("=IIIII")  # expires, receive queue, send queue, uid, inode
_ALL_STATES = 0xFFFFFFFF

Endpoint = tuple[IPv4Address | IPv6Address, int]


@dataclass(frozen=True, slots=True)
class SocketRow:
    """What the kernel knows of a socket. A closed one has inode 0, and uid 0 whoever owned it."""

    uid: int
    inode: int
    state: int


def endpoint(name: object) -> Endpoint | None:
    """Return address and port of a socket's name, None if it is not an IP socket's."""
    if not isinstance(name, tuple) or len(name) < 2:
        return None
    try:
        return ip_address(str(name[0]).partition("%")[0]), int(name[1])
    except ValueError:
        return None


def find(local: Endpoint, remote: Endpoint) -> SocketRow | None:
    """Return the row of the socket bound to ``local`` and connected to ``remote``."""
    try:
        found = find_by_netlink(local, remote)
    except OSError:
        return find_in_proc(local, remote)
    return found if found is not None or _is_offered() else find_in_proc(local, remote)


@cache
def _is_offered() -> bool:
    """Tell whether sock_diag knows of TCP; where it does not it says "no such socket" of each."""
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        local, remote = endpoint(client.getsockname()), endpoint(client.getpeername())
        return local is not None and remote is not None and bool(find_by_netlink(local, remote))


def find_by_netlink(local: Endpoint, remote: Endpoint) -> SocketRow | None:
    """Ask sock_diag.

    Raises:
        OSError: the kernel or a sandbox does not offer sock_diag.
    """
    family = socket.AF_INET if local[0].version == 4 else socket.AF_INET6
    identity = _SOCKET_ID.pack(
        local[1], remote[1], local[0].packed.ljust(16, b"\0"), remote[0].packed.ljust(16, b"\0")
    )
    payload = _REQUEST.pack(family, socket.IPPROTO_TCP, 0, _ALL_STATES) + identity + _NO_COOKIE
    header = _NLMSG_HEADER.pack(
        _NLMSG_HEADER.size + len(payload), _SOCK_DIAG_BY_FAMILY, _NLM_F_REQUEST, 1, 0
    )
    # The kernel answers within send(), so receiving never waits.
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _NETLINK_SOCK_DIAG) as netlink:
        netlink.sendto(header + payload, (0, 0))
        answer = netlink.recv(4096, socket.MSG_DONTWAIT)
    _, kind, *_ = _NLMSG_HEADER.unpack_from(answer)
    if kind != _SOCK_DIAG_BY_FAMILY:
        return None
    at = _NLMSG_HEADER.size
    _, state, *_ = _ANSWER_HEAD.unpack_from(answer, at)
    at += _ANSWER_HEAD.size
    # Where nothing matches exactly the kernel offers a listening socket on that port.
    if answer[at : at + _SOCKET_ID.size] != identity:
        return None
    at += _SOCKET_ID.size + len(_NO_COOKIE)
    *_, uid, inode = _ANSWER_TAIL.unpack_from(answer, at)
    return SocketRow(uid, inode, state)


def find_in_proc(local: Endpoint, remote: Endpoint, root: Path = Path("/proc")) -> SocketRow | None:
    """Look through the text tables; a socket over IPv4 may stand in the table of IPv6."""
    for table, mapped in (("tcp", False), ("tcp6", True)):
        if not mapped and local[0].version == 6:
            continue
        try:
            lines = (root / "net" / table).read_text().splitlines()[1:]
        except OSError:
            continue
        wanted = f" {_hexadecimal(local, mapped)} {_hexadecimal(remote, mapped)} "
        for line in lines:
            if wanted in line:
                fields = line.split()
                return SocketRow(int(fields[7]), int(fields[9]), int(fields[3], 16))
    return None


def _hexadecimal(end: Endpoint, mapped: bool) -> str:
    address = end[0]
    packed = address.packed
    if mapped and address.version == 4:
        packed = b"\0" * 10 + b"\xff\xff" + packed
    words = struct.unpack(f"={len(packed) // 4}I", packed)
    return "".join(f"{word:08X}" for word in words) + f":{end[1]:04X}"
