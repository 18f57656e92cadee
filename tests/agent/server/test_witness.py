"""Which requests leave a trace, and what of them."""

import json
import os
from pathlib import Path
from typing import Any

from cnet_agent.config.schema import AgentSettings
from cnet_agent.server.tokens import PREFIX
from helpers.fake_services import Served, serving
from helpers.raw_http import Answer, Talk


async def post(talk: Talk, path: str, body: Any, token: str) -> Answer:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    return await talk.ask("POST", path, headers, json.dumps(body).encode())


async def test_what_changes_something_is_written_down(served: Served, talk: Talk) -> None:
    made = await post(talk, "/api/tasks", {"command": "sleep"}, served.token)
    (entry,) = served.audit.entries
    assert (entry.who, entry.role, entry.address) == ("admin", "admin", "127.0.0.1")
    assert (entry.method, entry.route, entry.status) == ("POST", "/api/tasks", 201)
    assert entry.detail == {"made": f"/api/tasks/{made.json['id']}"}
    assert served.audit.counted == []


async def test_what_only_reads_is_not(served: Served, talk: Talk) -> None:
    token = {"Authorization": f"Bearer {served.token}"}
    for path in ("/api/tasks", "/api/node", "/api/tasks/none"):
        await talk.ask("GET", path, token)
    assert served.audit.entries == served.audit.counted == []


async def test_a_refusal_says_why_and_is_counted(served: Served, talk: Talk) -> None:
    await talk.ask("GET", "/api/node")
    await talk.ask("GET", "/api/node", {"Authorization": f"Bearer {PREFIX}{'x' * 43}"})
    await talk.ask("DELETE", "/api/tasks/x", {"Host": "evil.com"})
    await talk.ask("POST", "/api/tasks", {"Origin": "http://evil.com"})
    assert [entry.status for entry in served.audit.counted] == [401, 401, 421, 403]
    assert all(entry.who == "unknown" and entry.why for entry in served.audit.counted)
    assert served.audit.counted[2].path == {"id": "x"}
    assert served.audit.entries == []


async def test_a_request_that_fails_is_written_with_its_reason(served: Served, talk: Talk) -> None:
    token = {"Authorization": f"Bearer {served.token}"}
    await talk.ask("DELETE", "/api/tasks/none?purge=true", token)
    (entry,) = served.audit.entries
    assert (entry.status, entry.why) == (404, "There is no task none.")
    assert (entry.path, entry.query) == ({"id": "none"}, "purge=true")


async def test_a_named_token_is_known_by_its_name_even_as_it_revokes_itself(
    served: Served, talk: Talk
) -> None:
    made = (await post(talk, "/api/tokens", {"name": "ci", "role": "admin"}, served.token)).json
    token = {"Authorization": f"Bearer {made['token']}"}
    await talk.ask("DELETE", f"/api/tokens/{made['id']}", token)
    first, second = served.audit.entries
    assert first.detail == {"token": made["id"], "name": "ci", "role": "admin"}
    assert (second.who, second.name, second.role) == (made["id"], "ci", "admin")


async def test_changed_settings_are_named_without_their_values(served: Served, talk: Talk) -> None:
    token = {"Authorization": f"Bearer {served.token}", "Content-Type": "application/json"}
    body = json.dumps({"settings": {"tasks.max_concurrent": 77}}).encode()
    await talk.ask("PATCH", "/api/config", token, body)
    (entry,) = served.audit.entries
    assert entry.detail == {"settings": ["tasks.max_concurrent"]}


async def test_neither_tokens_nor_bodies_are_written(served: Served, talk: Talk) -> None:
    secret = "geheim" * 5
    await post(talk, "/api/tasks", {"command": "x", "env": {"PASSWORD": secret}}, served.token)
    await post(talk, "/api/tasks", {"command": "x", secret: 1}, served.token[:-1])
    token = {"Authorization": f"Bearer {served.token}"}
    await talk.ask("DELETE", f"/api/tasks/{served.token}", token)
    written = "".join(repr(entry) for entry in [*served.audit.entries, *served.audit.counted])
    assert len(served.audit.entries) == 2
    assert secret not in written
    assert served.token[5:-1] not in written


async def test_a_program_of_the_same_user_is_known_by_its_uid(tmp_path: Path) -> None:
    async with serving(tmp_path, settings=AgentSettings(port=0)) as served:
        talk = Talk(served.port)
        answer = await talk.ask("DELETE", "/api/tasks/none")
        await talk.close()
        assert answer.status == 404
        (entry,) = served.audit.entries
        assert (entry.who, entry.uid, entry.role) == ("local", os.geteuid(), "admin")


async def test_only_administrators_read_the_log(served: Served, talk: Talk) -> None:
    made = (await post(talk, "/api/tokens", {"name": "ci", "role": "operate"}, served.token)).json
    refused = await talk.ask("GET", "/api/audit", {"Authorization": f"Bearer {made['token']}"})
    assert refused.status == 403
    answer = await talk.ask("GET", "/api/audit", {"Authorization": f"Bearer {served.token}"})
    assert [entry["route"] for entry in answer.json["entries"]] == ["/api/tokens"]
    assert answer.json["more"] is False
