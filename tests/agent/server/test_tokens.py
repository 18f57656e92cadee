"""The token file, named tokens, and the limit on wrong ones."""

import asyncio
import json
import os
import stat
from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path

import pytest

from cnet_agent.model.errors import NotFound
from cnet_agent.server.auth import BURST, SECONDS_PER_FAILURE, FailureLimit
from cnet_agent.server.tokens import TokenBook, TokenFileError, load_admin_token, new_token
from helpers.fake_services import Served, serving
from helpers.memory_store import MemoryStore
from helpers.raw_http import Answer, Talk


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(tmp_path) as served:
        yield served


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_the_token_file_is_made_once_and_private(tmp_path: Path) -> None:
    path = tmp_path / "token"
    token = load_admin_token(path)
    assert load_admin_token(path) == token
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_token_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "token"
    load_admin_token(path)
    path.chmod(0o644)
    with pytest.raises(TokenFileError, match="chmod 600"):
        load_admin_token(path)


def test_a_token_file_that_is_a_link_is_refused(tmp_path: Path) -> None:
    load_admin_token(tmp_path / "elsewhere")
    (tmp_path / "token").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TokenFileError):
        load_admin_token(tmp_path / "token")


@pytest.mark.parametrize("content", ["", "secret", "cnet_short", "cnet_" + "ü" * 43])
def test_a_token_file_without_a_token_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "token"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(TokenFileError, match="remove it"):
        load_admin_token(path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_token_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "token"
    load_admin_token(path)
    os.chown(path, 65534, 65534)
    with pytest.raises(TokenFileError, match="not a file of yours"):
        load_admin_token(path)


async def test_the_store_never_sees_a_secret(tmp_path: Path) -> None:
    store, copy = MemoryStore(), tmp_path / "copy"
    book = TokenBook(store, new_token(), copy)
    record, token = await book.create("ci", "operate")
    assert token not in repr(await store.tokens())
    again = TokenBook(store, new_token(), copy)
    await again.open()
    identity = again.identify(token)
    assert identity is not None
    assert (identity.role, identity.token_id) == ("operate", record.id)
    assert again.identify(token + "x") is None
    assert again.identify("\ud800") is None


async def test_a_revoked_token_is_nobodys(tmp_path: Path) -> None:
    book = TokenBook(MemoryStore(), new_token(), tmp_path / "copy")
    record, token = await book.create("ci", "read")
    await book.revoke(record.id)
    assert book.identify(token) is None
    with pytest.raises(NotFound):
        await book.revoke(record.id)


async def test_others_can_read_roles_by_the_hashes_of_tokens(tmp_path: Path) -> None:
    store, copy, admin = MemoryStore(), tmp_path / "copy", new_token()
    book = TokenBook(store, admin, copy)
    await book.open()
    assert list(json.loads(copy.read_text()).values()) == ["admin"]
    record, token = await book.create("ci", "read")
    roles = json.loads(copy.read_text())
    assert roles == {
        sha256(admin.encode()).hexdigest(): "admin",
        sha256(token.encode()).hexdigest(): "read",
    }
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    await book.revoke(record.id)
    assert list(json.loads(copy.read_text()).values()) == ["admin"]


def test_failures_are_limited_per_address_and_forgiven_with_time() -> None:
    now = 0.0
    limit = FailureLimit(clock=lambda: now)
    assert [limit.failed("a") for _ in range(BURST)] == [0.0] * BURST
    assert limit.failed("a") == pytest.approx(SECONDS_PER_FAILURE)
    assert limit.failed("b") == 0
    now = SECONDS_PER_FAILURE
    assert limit.failed("a") == 0
    assert limit.failed("a") > 0


async def test_wrong_tokens_run_into_the_limit_and_the_right_one_never(served: Served) -> None:
    talk = Talk(served.port)
    statuses = [(await talk.ask("GET", "/api/node", bearer(new_token()))).status for _ in range(15)]
    assert statuses == [401] * BURST + [429] * 5
    refused = await talk.ask("GET", "/api/node", bearer("x"))
    assert 1 <= int(refused.headers["retry-after"]) <= SECONDS_PER_FAILURE
    assert (await talk.ask("GET", "/api/node", bearer(served.token))).status == 200
    await talk.close()


async def test_a_wrong_token_is_not_logged(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    token = new_token()
    talk = Talk(served.port)
    await talk.ask("GET", "/api/node", bearer(token))
    await talk.close()
    assert "wrong token" in caplog.text
    assert token not in caplog.text


async def test_tokens_are_made_listed_and_revoked_over_http(served: Served) -> None:
    talk = Talk(served.port)
    admin = {**bearer(served.token), "Content-Type": "application/json"}
    made = await talk.ask("POST", "/api/tokens", admin, b'{"name": "ci", "role": "read"}')
    assert made.status == 201
    token = made.json["token"]
    listed = await talk.ask("GET", "/api/tokens", admin)
    assert [(each["name"], each["token"]) for each in listed.json] == [("ci", None)]
    assert (await talk.ask("GET", "/api/node", bearer(token))).status == 200
    gone = await talk.ask("DELETE", f"/api/tokens/{made.json['id']}", admin)
    assert gone.status == 204
    assert (await talk.ask("GET", "/api/node", bearer(token))).status == 401
    await talk.close()


@pytest.mark.parametrize("name", ["", "a\nb", "a\x1b[31m", "\u2028", "x" * 101])
async def test_the_name_of_a_token_is_a_line_that_can_be_shown(served: Served, name: str) -> None:
    answer = await _make(served, name)
    assert (answer.status, answer.json["errors"][0]["loc"]) == (422, ["name"])
    assert "pattern" not in answer.json["detail"]


async def test_two_tokens_with_one_name_could_not_be_told_apart(served: Served) -> None:
    assert (await _make(served, "ci")).status == 201
    answer = await _make(served, "ci")
    assert answer.status == 409
    assert "revoke it, or choose another name" in answer.json["detail"]


async def _make(served: Served, name: str) -> Answer:
    talk = Talk(served.port)
    headers = {"Authorization": f"Bearer {served.token}", "Content-Type": "application/json"}
    answer = await talk.ask("POST", "/api/tokens", headers, json.dumps({"name": name}).encode())
    await talk.close()
    return answer


async def test_revoking_a_token_ends_its_streams_and_no_others(served: Served) -> None:
    record, token = await served.services.tokens.create("ci", "read")
    streams = []
    for secret in (token, served.token):
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
        writer.write(
            f"GET /api/events HTTP/1.1\r\nHost: localhost\r\n"
            f"Authorization: Bearer {secret}\r\n\r\n".encode()
        )
        await reader.readuntil(b": still here\n\n")
        streams.append((reader, writer))
    await served.services.tokens.revoke(record.id)
    async with asyncio.timeout(2):
        rest = await streams[0][0].read()
    assert b"task" not in rest
    served.bus.publish("task", {"id": "x"})
    async with asyncio.timeout(2):
        await streams[1][0].readuntil(b'{"id": "x"}')
    for _, writer in streams:
        writer.close()
