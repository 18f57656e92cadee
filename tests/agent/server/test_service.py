"""Where the server listens, and what it says where it cannot."""

import hashlib
import os
import socket
import ssl
from pathlib import Path

import pytest

from cnet_agent.client.client import AgentClient
from cnet_agent.client.errors import CertificateChanged
from cnet_agent.config.schema import AgentSettings
from cnet_agent.model.errors import Unauthenticated, Unreachable
from cnet_agent.server import tls
from cnet_agent.server.ports import CannotListen, PortInUse, listen
from helpers.fake_services import serving
from helpers.raw_http import Talk


def own_address() -> str:
    """Return an address of this machine that is not a loopback one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent
            address = str(probe.getsockname()[0])
        except OSError:
            pytest.skip("this machine has loopback only")
    if address.startswith("127."):
        pytest.skip("this machine has loopback only")
    return address


def settings(**fields: object) -> AgentSettings:
    return AgentSettings.model_validate({"port": 0, "local_trust": "same-user", **fields})


async def test_both_loopback_addresses_answer_on_one_port(tmp_path: Path) -> None:
    async with serving(tmp_path) as served:
        assert served.url == f"http://127.0.0.1:{served.port}"
        for host in ("127.0.0.1", "::1"):
            talk = Talk(served.port, host)
            assert (await talk.ask("GET", "/health")).json == {"status": "ok"}
            await talk.close()


async def test_only_loopback_is_listened_on_by_default(tmp_path: Path) -> None:
    address = own_address()
    async with serving(tmp_path) as served:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((address, served.port), timeout=2)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
async def test_a_port_in_use_names_its_holder(tmp_path: Path, host: str) -> None:
    holder = listen(host, 0)
    port = holder.getsockname()[1]
    with holder, pytest.raises(PortInUse, match=rf"Port {port} .* in use: .*\(pid \d+\)"):
        async with serving(tmp_path, settings=settings(port=port)):
            pass


async def test_a_second_port_answers_too(tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as probe:
        alias = probe.getsockname()[1]
    async with serving(tmp_path, alias_port=alias) as served:
        assert served.service.notices == []
        talk = Talk(alias)
        assert (await talk.ask("GET", "/health")).status == 200
        await talk.close()


async def test_a_second_port_that_is_taken_is_said_in_short_and_left_its_holder_is_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with listen("127.0.0.1", 0) as holder:
        alias = holder.getsockname()[1]
        async with serving(tmp_path, alias_port=alias) as served:
            said = f"Port {alias} is taken; the agent answers on port {served.port} only."
            assert served.service.notices == [said]
            assert f"(pid {os.getpid()}) listens there" in caplog.text
            talk = Talk(served.port)
            assert (await talk.ask("GET", "/health")).status == 200
            await talk.close()


async def test_an_address_of_another_machine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotListen, match=r"192\.0\.2\.1"):
        async with serving(tmp_path, settings=settings(address="192.0.2.1")):
            pass


@pytest.mark.parametrize("everywhere", [False, True])
async def test_beyond_loopback_there_is_tls_with_a_token_and_a_pinned_certificate(
    tmp_path: Path, everywhere: bool
) -> None:
    address = own_address()
    configured = settings(address="0.0.0.0" if everywhere else address)
    async with serving(tmp_path, settings=configured) as served:
        pinned, url = served.service.fingerprint, f"https://{address}:{served.port}"
        assert pinned is not None
        async with AgentClient(url, token=served.token, fingerprint=pinned) as client:
            assert (await client.node()).id == "node-1"
        async with AgentClient(url, fingerprint=pinned) as client:
            assert (await client.health()).status == "ok"
            with pytest.raises(Unauthenticated):
                await client.node()
        async with AgentClient(url, token=served.token, fingerprint="00" * 32) as client:
            with pytest.raises(CertificateChanged, match=pinned):
                await client.node()
        async with AgentClient(url, token=served.token) as client:
            with pytest.raises(Unreachable):
                await client.node()
        async with AgentClient(f"http://{address}:{served.port}", token="x") as client:
            with pytest.raises(Unreachable):
                await client.node()
        async with AgentClient(served.url) as client:  # loopback stays plain, and trusts
            assert (await client.node()).id == "node-1"


async def test_plain_http_beyond_loopback_is_only_on_demand_and_wants_a_token(
    tmp_path: Path,
) -> None:
    address = own_address()
    configured = settings(address=address, allow_plain_http=True)
    async with serving(tmp_path, settings=configured) as served:
        assert served.service.fingerprint is None
        url = f"http://{address}:{served.port}"
        async with AgentClient(url) as client:
            with pytest.raises(Unauthenticated):
                await client.node()
        async with AgentClient(url, token=served.token) as client:
            assert (await client.node()).id == "node-1"
        talk = Talk(served.port, address)
        headers = {"Host": "behind.a.proxy", "Authorization": f"Bearer {served.token}"}
        assert (await talk.ask("GET", "/api/node", headers)).status == 200
        headers["Origin"] = "http://evil.com"
        assert (await talk.ask("GET", "/api/node", headers)).status == 403
        await talk.close()


def test_a_certificate_is_made_once_and_its_key_is_private(tmp_path: Path) -> None:
    certificate = tmp_path / "tls.crt"
    tls.server_context(certificate, "node.example")
    first = certificate.read_bytes()
    tls.server_context(certificate, "node.example")
    assert certificate.read_bytes() == first
    assert (tmp_path / "tls.key").stat().st_mode & 0o777 == 0o600
    der = ssl.PEM_cert_to_DER_cert(first.decode())
    assert tls.fingerprint(certificate) == hashlib.sha256(der).hexdigest()


def test_a_key_that_others_can_read_or_that_is_none_is_refused(tmp_path: Path) -> None:
    certificate, key = tmp_path / "tls.crt", tmp_path / "tls.key"
    tls.server_context(certificate, "10.0.0.1")
    key.chmod(0o644)
    with pytest.raises(tls.CertificateError, match="chmod 600"):
        tls.server_context(certificate, "10.0.0.1")
    key.chmod(0o600)
    key.write_text("garbage")
    with pytest.raises(tls.CertificateError, match="remove it"):
        tls.server_context(certificate, "10.0.0.1")
