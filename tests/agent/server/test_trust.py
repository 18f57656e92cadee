"""Trust by the kernel's word, with real sockets of real users."""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cnet_agent.config.schema import AgentSettings
from cnet_agent.server import sockdiag
from cnet_agent.server.sockdiag import SocketRow, endpoint, find_by_netlink, find_in_proc
from cnet_agent.server.trust import HeldBy, LocalTrust, Verdict
from helpers.fake_services import serving
from helpers.raw_http import Talk
from helpers.waiting import until, until_sync

linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's tables are Linux's")
pytestmark = linux
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as another user")

# Connects as a user, says so, and then does as it is told on standard input.
CLIENT = """
import os, socket, sys
port, user, host = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
if user != os.geteuid():
    "localhost".encode("idna")  # loaded while the interpreter's files can still be read
    os.setgroups([]); os.setgid(user); os.setuid(user)
s = socket.create_connection((host, port))
print("connected", flush=True)
for line in sys.stdin:
    if line == "close\\n":
        s.close()
    else:
        s.sendall(b"GET /api/node HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n")
        print(s.recv(100).split()[1].decode(), flush=True)
"""
NOBODY = 65534


@contextmanager
def client_of(
    user: int, port: int, host: str = "127.0.0.1", prefix: tuple[str, ...] = ()
) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*prefix, sys.executable, "-c", CLIENT, str(port), str(user), host],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd="/",
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def tell(process: subprocess.Popen[str], what: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{what}\n")
    process.stdin.flush()


async def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return (await asyncio.to_thread(process.stdout.readline)).strip()


class Accepted(asyncio.Protocol):
    """Notes the verdict on each connection, when it is told to look."""

    def __init__(self) -> None:
        self.transports: list[asyncio.BaseTransport] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transports.append(transport)


@pytest.fixture
async def accepted() -> AsyncIterator[tuple[Accepted, int]]:
    protocol = Accepted()
    server = await asyncio.get_running_loop().create_server(lambda: protocol, "127.0.0.1", 0)
    yield protocol, server.sockets[0].getsockname()[1]
    for transport in protocol.transports:
        transport.close()
    server.close()
    await server.wait_closed()


async def verdict_on(accepted: Accepted, rules: LocalTrust) -> Verdict:
    transport = await until(lambda: accepted.transports and accepted.transports[-1])
    verdict = rules.at_accept(transport)
    return await rules.confirm(verdict) if isinstance(verdict, HeldBy) else verdict


async def test_a_program_of_the_same_user_is_trusted(accepted: tuple[Accepted, int]) -> None:
    protocol, port = accepted
    with client_of(os.geteuid(), port) as client:
        assert await heard(client) == "connected"
        assert await verdict_on(protocol, LocalTrust("same-user")) is Verdict.OWN


async def test_nobody_is_trusted_where_the_setting_wants_tokens(
    accepted: tuple[Accepted, int],
) -> None:
    protocol, port = accepted
    with client_of(os.geteuid(), port) as client:
        await heard(client)
        assert await verdict_on(protocol, LocalTrust("token")) is Verdict.STRANGER


@as_root
async def test_another_users_program_is_a_stranger(accepted: tuple[Accepted, int]) -> None:
    protocol, port = accepted
    with client_of(NOBODY, port) as client:
        assert await heard(client) == "connected"
        assert await verdict_on(protocol, LocalTrust("same-user")) is Verdict.STRANGER


@as_root
async def test_root_is_a_stranger_to_a_users_agent(
    accepted: tuple[Accepted, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    protocol, port = accepted
    monkeypatch.setattr(os, "geteuid", lambda: NOBODY)
    with client_of(0, port) as client:
        assert await heard(client) == "connected"
        assert await verdict_on(protocol, LocalTrust("same-user")) is Verdict.STRANGER
    with client_of(NOBODY, port) as client:
        assert await heard(client) == "connected"
        await until(lambda: len(protocol.transports) == 2)
        assert await verdict_on(protocol, LocalTrust("same-user")) is Verdict.OWN


@as_root
@pytest.mark.parametrize("user", [0, NOBODY])
async def test_a_client_that_closed_at_once_is_a_stranger(
    accepted: tuple[Accepted, int], user: int
) -> None:
    protocol, port = accepted
    with client_of(user, port) as client:
        assert await heard(client) == "connected"
        transport = await until(lambda: protocol.transports and protocol.transports[-1])
        transport.pause_reading()
        peer = endpoint(transport.get_extra_info("peername"))
        own = endpoint(transport.get_extra_info("sockname"))
        assert peer is not None
        assert own is not None
        tell(client, "close")
        await until(lambda: (row := sockdiag.find(peer, own)) is None or not row.inode)
        assert await verdict_on(protocol, LocalTrust("same-user")) is Verdict.STRANGER


@as_root
@pytest.mark.skipif(shutil.which("unshare") is None, reason="unshare is not installed")
async def test_root_of_a_container_is_a_stranger_to_roots_agent(
    accepted: tuple[Accepted, int],
) -> None:
    protocol, port = accepted
    with client_of(0, port, prefix=("unshare", "--pid", "--fork", "--kill-child")) as client:
        assert await heard(client) == "connected"
        assert await verdict_on(protocol, LocalTrust("same-user")) is Verdict.STRANGER


async def test_a_holder_that_is_gone_is_a_stranger() -> None:
    assert await LocalTrust("same-user").confirm(HeldBy(inode=1)) is Verdict.STRANGER


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_both_tables_of_the_kernel_say_the_same(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as server:
        client = socket.create_connection(server.getsockname()[:2])
        accepted, _ = server.accept()
        local, remote = endpoint(client.getsockname()), endpoint(client.getpeername())
        assert local is not None
        assert remote is not None
        wanted = SocketRow(os.geteuid(), os.fstat(client.fileno()).st_ino, sockdiag.ESTABLISHED)
        assert find_by_netlink(local, remote) == wanted
        assert find_in_proc(local, remote) == wanted
        client.close()
        until_sync(lambda: (row := sockdiag.find(local, remote)) is None or not row.inode)
        accepted.close()


def test_a_kernel_whose_sock_diag_knows_nothing_of_tcp_is_asked_by_its_text_tables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says "no such socket" of every socket, as it does of one that is not there."""
    monkeypatch.setattr(sockdiag, "find_by_netlink", lambda local, remote: None)
    sockdiag._is_offered.cache_clear()
    try:
        with (
            socket.create_server(("127.0.0.1", 0)) as server,
            socket.create_connection(server.getsockname()) as client,
        ):
            local, remote = endpoint(client.getsockname()), endpoint(client.getpeername())
            assert local is not None
            assert remote is not None
            assert sockdiag.find(local, remote) == find_in_proc(local, remote) is not None
    finally:
        sockdiag._is_offered.cache_clear()


def test_a_listening_socket_on_the_port_is_not_taken_for_the_client() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        listening = endpoint(server.getsockname())
        nobody = endpoint(("127.0.0.1", 9))
        assert listening is not None
        assert nobody is not None
        assert find_by_netlink(listening, nobody) is None
        assert find_in_proc(listening, nobody) is None


def test_the_table_of_the_agents_namespace_is_asked(tmp_path: Path) -> None:
    end = endpoint(("127.0.0.1", 1))
    assert end is not None
    assert find_in_proc(end, end, root=tmp_path) is None


@as_root
async def test_strangers_get_nothing_from_a_whole_server_and_own_programs_all(
    tmp_path: Path,
) -> None:
    settings = AgentSettings(port=0, local_trust="same-user")
    async with serving(tmp_path, settings=settings) as served:
        for host in ("127.0.0.1", "::1"):
            for user, status in ((0, "200"), (NOBODY, "401")):
                with client_of(user, served.port, host) as client:
                    assert await heard(client) == "connected"
                    tell(client, "ask")
                    assert await heard(client) == status, (host, user)


@pytest.mark.parametrize("name", ["Forwarded", "X-Forwarded-For", "x-forwarded-host", "via"])
async def test_who_forwards_for_others_needs_a_token(tmp_path: Path, name: str) -> None:
    settings = AgentSettings(port=0, local_trust="same-user")
    async with serving(tmp_path, settings=settings) as served:
        talk = Talk(served.port)
        assert (await talk.ask("GET", "/api/node")).status == 200
        assert (await talk.ask("GET", "/api/node", {name: "for=1.2.3.4"})).status == 401
        token = {"Authorization": f"Bearer {served.token}", name: "for=1.2.3.4"}
        assert (await talk.ask("GET", "/api/node", token)).status == 200
        await talk.close()


async def test_connections_are_strangers_where_the_system_cannot_tell(
    accepted: tuple[Accepted, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    protocol, port = accepted
    monkeypatch.setattr(sys, "platform", "darwin")
    with client_of(os.geteuid(), port) as client:
        await heard(client)
        assert await verdict_on(protocol, LocalTrust("same-user")) is Verdict.STRANGER
