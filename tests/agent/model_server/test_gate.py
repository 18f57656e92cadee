"""Who may use a model's port."""

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, Mock

import pytest
from aiohttp.test_utils import make_mocked_request

from cnet_agent.model_server.gate import Gate
from cnet_agent.server.trust import Verdict


@pytest.fixture
def tokens(tmp_path: Path) -> Path:
    path = tmp_path / "tokens.json"
    write(path, admin="admin", reader="read")
    return path


def write(path: Path, **roles: str) -> None:
    digests = {sha256(token.encode()).hexdigest(): role for token, role in roles.items()}
    path.write_text(json.dumps(digests))


async def status(
    gate: Gate, right: Any, token: str = "", verdict: Verdict = Verdict.STRANGER, **more: str
) -> int:
    headers = {**({"Authorization": token} if token else {}), **more}
    connection = Mock(verdict=AsyncMock(return_value=verdict))
    request = make_mocked_request("POST", "/predict", headers=headers)
    refusal = await gate.refusal(request, connection, right)
    return 200 if refusal is None else refusal.status


async def test_a_token_allows_what_its_role_does(tokens: Path) -> None:
    gate = Gate(tokens)
    assert await status(gate, "operate", "Bearer admin") == 200
    assert await status(gate, "read", "Bearer reader") == 200
    assert await status(gate, "operate", "Bearer reader") == 403
    assert await status(gate, "read", "Bearer other") == 401
    assert await status(gate, "read", "Basic admin") == 401
    assert await status(gate, "read") == 401


async def test_a_program_of_ones_own_needs_none_unless_it_relays(tokens: Path) -> None:
    gate = Gate(tokens)
    assert await status(gate, "operate", verdict=Verdict.OWN) == 200
    assert await status(gate, "operate", verdict=Verdict.OWN, Forwarded="for=1.2.3.4") == 401
    assert await status(gate, "operate", "Bearer other", verdict=Verdict.OWN) == 401


async def test_tokens_that_were_made_or_revoked_meanwhile_are_seen(
    tokens: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.model_server.gate._LOOK_EVERY", 0.0)
    gate = Gate(tokens)
    assert await status(gate, "read", "Bearer reader") == 200
    write(tokens, admin="admin", later="operate")
    assert await status(gate, "read", "Bearer reader") == 401
    assert await status(gate, "operate", "Bearer later") == 200


@pytest.mark.parametrize("content", [None, "{", "[]", "null"])
async def test_without_a_sound_file_nobodys_token_is_known(
    tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "tokens.json"
    if content is not None:
        path.write_text(content)
    assert await status(Gate(path), "read", "Bearer admin") == 401


async def test_a_role_that_is_not_known_allows_nothing(tokens: Path) -> None:
    write(tokens, admin="admin", odd="emperor")
    assert await status(Gate(tokens), "read", "Bearer odd") == 401
    assert await status(Gate(tokens), "operate", "Bearer admin") == 200


async def test_two_writings_in_one_tick_of_the_clock_are_told_apart(
    tokens: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.model_server.gate._LOOK_EVERY", 0.0)
    gate = Gate(tokens)
    assert await status(gate, "read", "Bearer reader") == 200
    later = tokens.with_name("later.json")
    write(later, admin="admin")
    before = tokens.stat().st_mtime_ns
    os.utime(later, ns=(before, before))
    later.replace(tokens)  # as the agent writes it
    assert await status(gate, "read", "Bearer reader") == 401


@pytest.mark.parametrize("header", ["X-Forwarded-For", "x-forwarded-host", "Via"])
async def test_who_relays_for_others_needs_a_token_of_theirs(tokens: Path, header: str) -> None:
    gate = Gate(tokens)
    more = {header: "somebody"}
    assert await status(gate, "read", verdict=Verdict.OWN, **more) == 401
    assert await status(gate, "read", "Bearer reader", verdict=Verdict.OWN, **more) == 200
