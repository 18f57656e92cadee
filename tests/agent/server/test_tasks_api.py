"""Tasks, presets, environments and settings over HTTP, as ``api.md`` has them."""

import json
import time
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from cnet_agent.config.proof import is_ours, new_nonce
from cnet_agent.config.run_file import RunFile
from cnet_agent.executors.base import AttemptKey
from cnet_agent.model.phase import Phase
from cnet_agent.server.handlers.docs import ROUTES as DOCS
from cnet_agent.server.openapi import describe
from cnet_agent.server.table import TABLE
from helpers.factories import EPOCH, make_task
from helpers.fake_services import Served, serving
from helpers.raw_http import Answer, Talk
from helpers.waiting import until


class Api:
    """Asks with the administrator's token."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self._talk = Talk(served.port)

    async def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        sent = {"Authorization": f"Bearer {self.served.token}"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        if body is None:
            return await self._talk.ask(method, path, sent)
        sent["Content-Type"] = "application/json"
        return await self._talk.ask(method, path, sent, json.dumps(body).encode())

    async def close(self) -> None:
        await self._talk.close()


@pytest.fixture
async def api(tmp_path: Path) -> AsyncIterator[Api]:
    async with serving(tmp_path) as served:
        api = Api(served)
        yield api
        await api.close()


async def submit(api: Api, **fields: Any) -> Any:
    answer = await api("POST", "/api/tasks", {"command": "sleep", **fields})
    assert answer.status == 201, answer.body
    return answer.json


async def running(api: Api, **fields: Any) -> Any:
    task = await submit(api, **fields)
    await until(lambda: AttemptKey(task["id"], 1) in api.served.executor.running)
    return task


async def test_a_task_is_submitted_shown_and_stopped(api: Api) -> None:
    task = await running(api, env={"API_KEY": "s3cret", "HOME": "/x"}, labels={"a": "b"})
    shown = (await api("GET", f"/api/tasks/{task['id']}")).json
    assert shown["env"] == {"API_KEY": "••••••", "HOME": "/x"}
    assert shown["status"] == "running"
    stopped = await api("DELETE", f"/api/tasks/{task['id']}")
    again = await api("DELETE", f"/api/tasks/{task['id']}")
    assert (stopped.status, again.status) == (200, 200)
    assert stopped.json["phase"] == again.json["phase"] == "stopping"


async def test_an_accepted_task_says_where_it_is(api: Api) -> None:
    answer = await api("POST", "/api/tasks", {"command": "sleep"})
    assert answer.headers["location"] == f"/api/tasks/{answer.json['id']}"


async def test_a_kind_that_the_node_cannot_run_is_refused_with_its_reason(api: Api) -> None:
    answer = await api("POST", "/api/tasks", {"command": "x", "type": "vm"})
    assert answer.status == 422
    assert answer.json["type"] == "urn:cnet:problem:executor_unavailable"
    assert answer.json["errors"][0]["loc"] == ["type"]


async def test_the_same_key_and_request_give_the_same_task(api: Api) -> None:
    body = {"command": "sleep", "args": ["1"]}
    first = await api("POST", "/api/tasks", body, Idempotency_Key="k")
    second = await api("POST", "/api/tasks", body, Idempotency_Key="k")
    assert first.json["id"] == second.json["id"]
    assert len((await api("GET", "/api/tasks")).json) == 1


async def test_the_key_of_a_removed_task_does_not_run_it_again(api: Api) -> None:
    made = await api("POST", "/api/tasks", {"command": "sleep"}, Idempotency_Key="k")
    place, attempt = f"/api/tasks/{made.json['id']}", AttemptKey(made.json["id"], 1)
    await until(lambda: attempt in api.served.executor.running)
    api.served.executor.end(attempt, at=EPOCH + 1)

    async def removed() -> bool:
        return (await api("DELETE", f"{place}?purge=true")).status == 200

    await until(removed)
    again = await api("POST", "/api/tasks", {"command": "sleep"}, Idempotency_Key="k")
    assert again.status == 409
    assert "has been removed" in again.json["detail"]


async def test_the_same_key_with_another_request_is_a_conflict(api: Api) -> None:
    await api("POST", "/api/tasks", {"command": "a"}, Idempotency_Key="k")
    other = await api("POST", "/api/tasks", {"command": "b"}, Idempotency_Key="k")
    preset = await api("POST", "/api/presets/shell/run", {"params": {}}, Idempotency_Key="k")
    assert (other.status, preset.status) == (409, 409)
    assert other.json["type"] == "urn:cnet:problem:conflict"


@pytest.mark.parametrize("key", ["", "x" * 256, "\u00e9", "a\tb"])
async def test_a_key_that_is_no_plain_text_is_refused(api: Api, key: str) -> None:
    answer = await api("POST", "/api/tasks", {"command": "a"}, Idempotency_Key=key)
    assert answer.status == 400


async def test_a_dry_run_answers_and_submits_nothing(api: Api) -> None:
    answer = await api("POST", "/api/tasks?dry_run=true", {"command": "sleep", "args": ["1"]})
    assert answer.status == 200
    assert answer.json["command"] == ["sleep", "1"]
    assert (await api("GET", "/api/tasks")).json == []


async def test_a_list_is_newest_first_and_leads_to_the_next_page(api: Api) -> None:
    ids = [(await submit(api, labels={"n": str(n)}))["id"] for n in range(5)]
    answer = await api("GET", "/api/tasks?limit=2&label=n")
    assert [task["id"] for task in answer.json] == sorted(ids, reverse=True)[:2]
    assert answer.headers["x-total-count"] == "5"
    link = answer.headers["link"]
    assert link.endswith('; rel="next"')
    following = await api("GET", link[1 : link.index(">")])
    assert [task["id"] for task in following.json] == sorted(ids, reverse=True)[2:4]
    last = await api("GET", f"/api/tasks?after={sorted(ids)[1]}")
    assert len(last.json) == 1
    assert "link" not in last.headers


async def test_lists_are_filtered(api: Api) -> None:
    await submit(api, name="alpha", labels={"team": "a"})
    await submit(api, name="beta", labels={"team": "b"})
    for query, names in {
        "q=alp": ["alpha"],
        "label=team=b": ["beta"],
        "label=team&label=other": [],
        "status=pending,running": ["beta", "alpha"],
        "status=completed&status=failed": [],
        "type=vm": [],
    }.items():
        tasks = (await api("GET", f"/api/tasks?{query}")).json
        assert [task["name"] for task in tasks] == names, query


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("limit=0", "limit"),
        ("limit=1001", "limit"),
        ("limit=1&limit=2", "limit"),
        ("status=done", "status"),
        ("status=&status=", "status"),
        ("status=pending,", "status"),
        ("nonsense=1", "nonsense"),
    ],
)
async def test_a_wrong_parameter_is_named(api: Api, query: str, name: str) -> None:
    answer = await api("GET", f"/api/tasks?{query}")
    assert answer.status == 422
    assert answer.json["errors"][0]["loc"][:2] == ["query", name]


async def test_a_finished_task_is_purged_and_a_running_one_not(api: Api) -> None:
    task = await running(api)
    assert (await api("DELETE", f"/api/tasks/{task['id']}?purge=true")).status == 409
    api.served.executor.end(AttemptKey(task["id"], 1), at=EPOCH + 1)

    async def gone() -> bool:
        return (await api("DELETE", f"/api/tasks/{task['id']}?purge=true")).status == 200

    await until(gone)
    assert (await api("GET", f"/api/tasks/{task['id']}")).status == 404


async def test_a_stop_takes_its_own_grace_or_none(api: Api) -> None:
    for body, grace in ((None, 10.0), ({"grace": "1m"}, 60.0), ({"grace": 0}, 0.0)):
        task = await running(api)
        await api("POST", f"/api/tasks/{task['id']}/stop", body)
        wanted = AttemptKey(task["id"], 1), grace
        await until(partial(api.served.executor.stops.__contains__, wanted))
    refused = await api("POST", f"/api/tasks/{task['id']}/stop", {"grace": -1})
    (problem,) = refused.json["errors"]
    assert (problem["loc"], problem["msg"]) == (["grace"], "should be greater than or equal to 0")
    assert problem["said"]["msg"]["figures"] == {"ge": "0"}


async def test_a_rerun_is_a_new_task_that_names_the_old_one(api: Api) -> None:
    task = await submit(api)
    answer = await api("POST", f"/api/tasks/{task['id']}/restart")
    assert answer.status == 201
    assert answer.json["rerun_of"] == task["id"]
    assert answer.json["id"] != task["id"]


async def test_a_signal_reaches_a_running_task_only(api: Api) -> None:
    task = await running(api)
    path = f"/api/tasks/{task['id']}/signal"
    assert (await api("POST", path, {"signal": "SIGUSR1"})).status == 200
    assert api.served.executor.signals == [(AttemptKey(task["id"], 1), "SIGUSR1")]
    assert (await api("POST", path, {"signal": "SIGSTOPP"})).status == 422
    assert (await api("POST", path)).status == 400


async def test_priority_and_labels_change(api: Api) -> None:
    task = await running(api, labels={"a": "b"})
    answer = await api("PATCH", f"/api/tasks/{task['id']}", {"priority": 5})
    assert (answer.json["priority"], answer.json["labels"]) == (5, {"a": "b"})


async def test_a_task_has_a_history_and_usage(api: Api) -> None:
    task = await submit(api)
    kinds = [each["kind"] for each in (await api("GET", f"/api/tasks/{task['id']}/events")).json]
    assert kinds[0] == "created"
    assert (await api("GET", f"/api/tasks/{task['id']}/usage")).json["memory"] == [1.0]


async def test_an_attempt_that_is_over_says_what_it_used(api: Api) -> None:
    task = await running(api)
    key = AttemptKey(task["id"], 1)
    api.served.executor.end(key, at=EPOCH + 1, peak_memory=34_200_000, cpu_seconds=0.3)

    async def over() -> Any:
        return (await api("GET", f"/api/tasks/{task['id']}")).json["attempts"]

    attempt = (await until(over))[0]
    assert (attempt["peak_memory"], attempt["cpu_seconds"]) == (34_200_000, 0.3)


async def test_logs_come_in_three_forms_and_say_what_was_cut(api: Api) -> None:
    task = await submit(api)
    await api.served.logs.add("one", "two\ud800".encode("utf-8", "replace").decode())
    await api.served.logs.add("three", stream="stderr")
    path = f"/api/tasks/{task['id']}/logs"
    assert (await api("GET", path)).json == ["one", "two?", "three"]
    records = await api("GET", f"{path}?format=records&stream=stderr")
    assert [(r["stream"], r["line"]) for r in records.json] == [("stderr", "three")]
    assert records.headers["x-log-cursor"] == "1:0:3"
    text = await api("GET", f"{path}?format=text&tail=1")
    assert text.body == b"three\n"
    assert text.headers["x-truncated"] == "true"
    assert text.headers["content-type"].startswith("text/plain")
    assert text.headers["x-content-type-options"] == "nosniff"


async def test_presets_are_listed_kept_run_and_removed(api: Api) -> None:
    assert [each["id"] for each in (await api("GET", "/api/presets")).json] == ["shell"]
    own = {"id": "mine", "name": "Mine", "task": {"command": "true"}}
    assert (await api("PUT", "/api/presets/mine", own)).status == 200
    assert (await api("PUT", "/api/presets/other", own)).status == 422
    ran = await api("POST", "/api/presets/mine/run", {"params": {"name": "x"}})
    assert ran.status == 201
    assert (ran.json["preset"], ran.json["name"]) == ("mine", "x")
    assert (await api("POST", "/api/presets/mine/run")).status == 201
    dry = await api("POST", "/api/presets/mine/run?dry_run=true")
    assert dry.json["command"] == ["true"]
    assert (await api("DELETE", "/api/presets/mine")).status == 204
    assert (await api("DELETE", "/api/presets/mine")).status == 404


async def test_environments_are_listed_and_removed(api: Api) -> None:
    assert (await api("GET", "/api/environments")).json[0]["id"] == "env-1"
    assert (await api("DELETE", "/api/environments/env-1")).status == 204
    assert (await api("DELETE", "/api/environments/env-1")).status == 404


async def test_settings_are_shown_and_changed(api: Api) -> None:
    body = {"settings": {"tasks.max_concurrent": 3}}
    assert (await api("PATCH", "/api/config", body)).json["settings"][0]["value"] == 3
    assert (await api("GET", "/api/config")).json["settings"][0]["source"] == "default"


async def test_the_node_tells_of_itself(api: Api) -> None:
    assert (await api("GET", "/api/node")).json["id"] == "node-1"
    assert (await api("GET", "/api/resources")).json["cpu"]["threads"] == 4
    assert (await api("GET", "/api/resources/usage")).json["timestamp"].endswith("Z")
    history = (await api("GET", "/api/resources/history?window=10m&points=5")).json
    assert history["series"]["cpu"] == [5.0]
    assert (await api("GET", "/api/discovery/nodes")).json == []


async def test_the_history_says_when_tasks_started_and_ended(api: Api) -> None:
    for number in range(1, 4):
        task = make_task(number, phase=Phase.SUCCEEDED, created_at=time.time() - 60 + number)
        await api.served.store.put(task)
    history = (await api("GET", "/api/resources/history?window=10m&markers=4")).json
    assert [(mark["kind"], mark["status"]) for mark in history["markers"][-2:]] == [
        ("ended", "completed")
    ] * 2
    assert history["markers_left_out"] == 2
    nothing = (await api("GET", "/api/resources/history?window=10s")).json
    assert (nothing["markers"], nothing["markers_left_out"]) == ([], 0)


async def test_only_those_who_are_known_hear_more_than_ok(api: Api) -> None:
    talk = Talk(api.served.port)
    for path in ("/health", "/api/health"):
        assert (await talk.ask("GET", path)).json == {"status": "ok"}
        assert (await api("GET", path)).json["components"]["process"]["state"] == "ok"
    await talk.close()


async def test_before_the_run_file_is_written_nothing_is_proved(api: Api) -> None:
    nonce = new_nonce()
    talk = Talk(api.served.port)
    assert (await talk.ask("GET", f"/api/proof?nonce={nonce}")).status == 404
    await talk.close()


async def test_the_proof_holds_for_the_port_it_was_asked_on(tmp_path: Path) -> None:
    run = RunFile(port=1, instance="i", key="k", pid=1, url="")
    async with serving(tmp_path, run_file=lambda: run) as served:
        talk, nonce = Talk(served.port), new_nonce()
        proof = (await talk.ask("GET", f"/api/proof?nonce={nonce}")).json
        assert proof["instance"] == "i"
        assert is_ours("k", nonce, served.port, proof["proof"])
        assert not is_ours("k", nonce, served.port + 1, proof["proof"])
        assert (await talk.ask("GET", "/api/proof?nonce=zz")).status == 422
        await talk.close()


async def test_a_full_disk_is_said(api: Api) -> None:
    api.served.store.fail = True
    answer = await api("POST", "/api/tasks", {"command": "a"})
    assert answer.status == 507
    assert (await api("POST", "/api/tokens", {"name": "x"})).status == 507


def test_the_description_is_valid_openapi_and_complete() -> None:
    text = describe(TABLE, "0.1.0")
    validate(text)
    described = {
        (method.upper(), path) for path, methods in text["paths"].items() for method in methods
    }
    shown = {(r.method, r.path.replace("...", "")) for r in TABLE if r not in DOCS}
    assert described == shown
    for path in ("/api/tasks", "/api/presets/{id}/run"):
        answers = text["paths"][path]["post"]["responses"]
        assert answers["422"] == {"$ref": "#/components/responses/422"}
        dry_run = answers["200"]["content"]["application/json"]["schema"]
        assert dry_run == {"$ref": "#/components/schemas/DryRunView"}
    for path in ("/api/tasks", "/api/tasks/{id}/restart", "/train"):  # whatever makes a task
        assert text["paths"][path]["post"]["responses"].keys() >= {"422", "503", "507"}


async def test_the_description_is_served_and_the_page_needs_no_network(tmp_path: Path) -> None:
    assets = tmp_path / "swagger"
    assets.mkdir()
    (assets / "swagger-ui.css").write_text("body {}")
    (assets / "swagger-ui-bundle.js").write_text("1;")
    (assets / "secret.txt").write_text("x")
    async with serving(tmp_path, assets=assets) as served:
        api = Api(served)
        validate((await api("GET", "/openapi.json")).json)
        root = await api("GET", "/")
        assert (root.status, root.headers["location"]) == (302, "/docs")
        page = await api("GET", "/docs")
        assert b"://" not in page.body
        assert "script-src 'self'" in page.headers["content-security-policy"]
        for name, kind in {"swagger-ui.css": "text/css", "start.js": "text/javascript"}.items():
            answer = await api("GET", f"/docs/{name}")
            assert answer.headers["content-type"].startswith(kind)
        for name in ("secret.txt", "..%2fsecret.txt", "favicon-32x32.png"):
            assert (await api("GET", f"/docs/{name}")).status == 404
        await api.close()


async def test_without_its_files_the_page_says_so(api: Api) -> None:
    answer = await api("GET", "/docs")
    assert answer.status == 404
    assert "/openapi.json" in answer.json["detail"]


async def test_an_address_that_this_machine_does_not_have_is_refused_at_once(api: Api) -> None:
    answer = await api("PATCH", "/api/config", {"settings": {"agent.address": "192.0.2.1"}})
    assert answer.status == 422
    assert answer.json["errors"][0]["loc"] == ["settings", "agent.address"]
    assert "Cannot listen on 192.0.2.1" in answer.json["detail"]
    taken = await api("PATCH", "/api/config", {"settings": {"agent.address": "127.0.0.1"}})
    assert taken.status != 422
