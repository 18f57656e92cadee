"""The Open Inference Protocol for all models, by name."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.model_server.condition import Refusal
from cnet_agent.server.inference import JSON_SIZE
from cnet_worker.frames import Reply
from helpers.fake_model import FakeServed, fake_model
from helpers.fake_services import Served
from helpers.fake_worker import SIGNATURE
from helpers.raw_http import Answer, Talk
from helpers.waiting import until

LINE = "/v2/models/line"


class Client:
    """Asks as the administrator."""

    def __init__(self, served: Served, talk: Talk) -> None:
        self._headers = {"Authorization": f"Bearer {served.token}"}
        self._talk = talk

    async def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> Answer:
        whole = {**self._headers, **(headers or {})}
        if body is None:
            return await self._talk.ask(method, path, whole)
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        kind = {"Content-Type": "application/json"}
        return await self._talk.ask(method, path, {**kind, **whole}, data)


@pytest.fixture
def client(served: Served, talk: Talk) -> Client:
    return Client(served, talk)


@asynccontextmanager
async def line(served: Served, client: Client, folder: Path) -> AsyncIterator[FakeServed]:
    """Serve a model ``line``."""
    (folder / "line.joblib").write_bytes(b"model")
    body = {"name": "line", "model_path": "line.joblib"}
    task_id = (await client.ask("POST", "/api/ml/models", body)).json["task_id"]
    ledger = served.services.runtime.ledger
    await until(lambda: ledger.open[task_id].phase is Phase.RUNNING)
    socket = served.services.layout.task(task_id).root / "control.sock"
    async with fake_model(socket) as model:
        model.facts["signature"] = SIGNATURE
        yield model


async def test_the_server_and_its_models_say_who_they_are_and_that_they_are_ready(
    served: Served, client: Client, tmp_path: Path
) -> None:
    async with line(served, client, tmp_path):
        assert (await client.ask("GET", "/v2")).json["name"] == "cnet"
        assert (await client.ask("GET", "/v2/health/live")).json == {"live": True}
        assert (await client.ask("GET", "/v2/health/ready")).json == {"ready": True}
        for path in (LINE, f"{LINE}/versions/1"):
            told = (await client.ask("GET", path)).json
            assert (told["name"], told["versions"], told["platform"]) == ("line", ["1"], "fake")
            assert told["inputs"] == SIGNATURE["inputs"]
            assert (await client.ask("GET", f"{path}/ready")).json == {"ready": True}


async def test_an_inference_is_passed_on_with_its_version_and_its_answer_comes_back(
    served: Served, client: Client, tmp_path: Path
) -> None:
    async with line(served, client, tmp_path) as model:
        model.replies = [Reply(0, 200, 0, 0, 1, b'{"outputs": []}')] * 2
        for path in (LINE, f"{LINE}/versions/1"):
            answer = await client.ask("POST", f"{path}/infer", {"inputs": []})
            assert (answer.status, answer.json) == (200, {"outputs": []})
        assert model.asked == [b'{"inputs": []}'] * 2
        assert model.versions == ["", "1"]


async def test_tensors_behind_the_json_come_and_go(
    served: Served, client: Client, tmp_path: Path
) -> None:
    async with line(served, client, tmp_path) as model:
        model.replies = [Reply(0, 200, 0, 0, 1, b"\0\0\0\2{}\7\7")]
        headers = {JSON_SIZE: "4", "Content-Type": "application/octet-stream"}
        answer = await client.ask("POST", f"{LINE}/infer", b"{  }\1\2", headers)
        assert (answer.status, answer.body) == (200, b"{}\7\7")
        assert answer.headers[JSON_SIZE.lower()] == "2"
        assert model.asked == [b"\0\0\0\4{  }\1\2"]
        headers[JSON_SIZE] = "70"
        assert (await client.ask("POST", f"{LINE}/infer", b"{}", headers)).status == 400


async def test_errors_are_as_the_protocol_has_them(
    served: Served, client: Client, tmp_path: Path
) -> None:
    async with line(served, client, tmp_path) as model:
        model.replies = [Refusal(503, "Too much.", 1), Reply(0, 422, 0, 0, 0, b'{"error": "No."}')]
        full = await client.ask("POST", f"{LINE}/infer", {"inputs": []})
        assert (full.status, full.json) == (503, {"error": "Too much."})
        assert full.headers["retry-after"] == "1"
        refused = await client.ask("POST", f"{LINE}/infer", {"inputs": []})
        assert (refused.status, refused.json) == (422, {"error": "No."})
        for path in ("/v2/models/none", f"{LINE}/versions/7"):
            answer = await client.ask("GET", path)
            assert answer.status == 404
            assert (
                "There is no model" in answer.json["error"] or "version '7'" in answer.json["error"]
            )


async def test_the_index_lists_versions_and_models_are_loaded_and_unloaded_by_name(
    served: Served, client: Client, tmp_path: Path
) -> None:
    async with line(served, client, tmp_path) as model:
        listed = (await client.ask("POST", "/v2/repository/index")).json
        assert listed == [{"name": "line", "version": "1", "state": "READY", "reason": ""}]
        load, unload = (f"/v2/repository/models/line/{what}" for what in ("load", "unload"))
        assert (await client.ask("POST", load)).status == 200  # it is
        model.state, model.reason = "loading", "It is being loaded."
        model.on_change()
        await until(lambda: _has_status(served, "loading"))
        answer = await client.ask("GET", f"{LINE}/ready")
        assert (answer.status, answer.json) == (503, {"error": "It is being loaded."})
        assert (await client.ask("POST", "/v2/repository/index", {"ready": True})).json == []
        assert (await client.ask("POST", unload)).status == 200
        (view,) = (await client.ask("GET", "/api/ml/models")).json
        assert view["status"] == "stopped"


async def test_a_model_that_is_idle_takes_requests_and_one_that_waits_does_not(
    served: Served, client: Client, tmp_path: Path
) -> None:
    async with line(served, client, tmp_path) as model:
        model.state, model.reason = "pending", "It is unloaded."
        model.on_change()
        await until(lambda: _has_status(served, "pending"))
        assert (await client.ask("GET", f"{LINE}/ready")).json == {"ready": True}
        assert (await client.ask("GET", f"{LINE}/versions/1/ready")).json == {"ready": True}
        (listed,) = (await client.ask("POST", "/v2/repository/index", {"ready": True})).json
        assert listed["state"] == "READY"


async def _has_status(served: Served, status: str) -> bool:
    (view,) = await served.services.models.looks.all()
    return view.status == status
