"""Models over HTTP, as the seeds' clients ask."""

import json
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.executors.base import AttemptKey
from cnet_agent.model.phase import Phase
from helpers.fake_model import fake_model
from helpers.fake_services import Served
from helpers.raw_http import Talk
from helpers.waiting import until

SEED = {
    "name": "linear-regression-model",
    "type": "linear_regression",
    "engine": "python",
    "model_path": "model.joblib",
    "script_path": "simple_linear_regression.py",
    "resources": {"cpu_limit": 1.0, "memory_limit": 536870912, "disk_limit": 1073741824},
}


async def ask(served: Served, talk: Talk, method: str, path: str, body: Any = None) -> Any:
    headers = {"Authorization": f"Bearer {served.token}"}
    data = b""
    if body is not None:
        headers["Content-Type"] = "application/json"
        data = json.dumps(body).encode()
    return await talk.ask(method, path, headers, data)


async def made(served: Served, talk: Talk, folder: Path) -> dict[str, Any]:
    """Register the seeds' model, and wait until its task runs."""
    (folder / "model.joblib").write_bytes(b"model")
    (folder / "simple_linear_regression.py").write_text("")
    answer = await ask(served, talk, "POST", "/api/ml/models", SEED)
    assert answer.status == 201, answer.json
    view: dict[str, Any] = answer.json
    assert answer.headers["location"] == f"/api/ml/models/{view['id']}"
    ledger = served.services.runtime.ledger
    await until(lambda: ledger.open[view["task_id"]].phase is Phase.RUNNING)
    return view


async def test_the_seeds_requests_get_the_seeds_answers(
    served: Served, talk: Talk, tmp_path: Path
) -> None:
    view = await made(served, talk, tmp_path)
    path = f"/api/ml/models/{view['id']}"
    folder = served.services.layout.task(view["task_id"]).root
    async with fake_model(folder / "control.sock"):
        listed = (await ask(served, talk, "GET", "/api/ml/models")).json
        assert [each["id"] for each in listed] == [view["id"]]
        assert (await ask(served, talk, "GET", path)).json["status"] == "running"
        answer = (await ask(served, talk, "POST", f"{path}/predict", {"input_data": 5.5})).json
        assert answer["prediction"] == 11.0
        assert answer.keys() == {
            *("prediction", "model_id", "model_name", "version", "latency_ms"),
        }
        info = (await ask(served, talk, "GET", f"{path}/info")).json
        wanted = {**SEED["resources"], "gpu_limit": 0, "gpus": []}  # type: ignore[dict-item]
        assert info["spec"]["resources"] == wanted
        assert (await ask(served, talk, "GET", f"{path}/health")).json["healthy"] is True
        assert (await ask(served, talk, "GET", f"{path}/metrics")).json["requests"] == 0
        assert (await ask(served, talk, "GET", f"{path}/logs")).status == 200
        assert (await ask(served, talk, "DELETE", path)).json["status"] == "stopped"


async def test_the_same_key_registers_a_model_once(
    served: Served, talk: Talk, tmp_path: Path
) -> None:
    (tmp_path / "model.joblib").write_bytes(b"model")
    (tmp_path / "simple_linear_regression.py").write_text("")
    headers = {
        "Authorization": f"Bearer {served.token}",
        "Content-Type": "application/json",
        "Idempotency-Key": "once",
    }
    path, body = "/api/ml/models", json.dumps(SEED).encode()
    first = await talk.ask("POST", path, headers, body)
    again = await talk.ask("POST", path, headers, body)
    assert (first.status, again.status, again.json["id"]) == (201, 201, first.json["id"])
    other = json.dumps({**SEED, "name": "other"}).encode()
    assert (await talk.ask("POST", path, headers, other)).status == 409


async def test_versions_are_added_divided_taken_back_and_forgotten(
    served: Served, talk: Talk, tmp_path: Path
) -> None:
    view = await made(served, talk, tmp_path)
    path = f"/api/ml/models/{view['id']}"
    (tmp_path / "second.joblib").write_bytes(b"second")
    body = {"version": "2", "model_path": "second.joblib"}
    added = await ask(served, talk, "POST", f"{path}/versions", body)
    assert (added.status, added.json["version"], added.json["wanted"]) == (201, "2", 100)
    assert (await ask(served, talk, "POST", f"{path}/versions", body)).status == 409
    listed = (await ask(served, talk, "GET", f"{path}/versions")).json
    assert [(each["version"], each["is_previous"]) for each in listed] == [
        ("2", False),
        ("1", True),
    ]
    split = {"traffic": {"1": 90, "2": 10}}
    assert (await ask(served, talk, "PUT", f"{path}/traffic", split)).json["wanted"] == {
        "1": 90,
        "2": 10,
    }
    back = (await ask(served, talk, "POST", f"{path}/rollback")).json
    assert (back["wanted"], back["previous"]) == ({"2": 100}, {"1": 90, "2": 10})
    wrong = await ask(served, talk, "PUT", f"{path}/traffic", {"traffic": {"1": 90}})
    assert (wrong.status, wrong.json["errors"][0]["loc"]) == (422, ["traffic"])
    assert (await ask(served, talk, "DELETE", f"{path}/versions/2")).status == 409
    left = (await ask(served, talk, "DELETE", f"{path}/versions/1")).json
    assert [each["version"] for each in left] == ["2"]


async def test_a_model_is_removed_once_it_has_been_stopped(
    served: Served, talk: Talk, tmp_path: Path
) -> None:
    view = await made(served, talk, tmp_path)
    path = f"/api/ml/models/{view['id']}"
    assert (await ask(served, talk, "DELETE", f"{path}?purge=true")).status == 409
    await ask(served, talk, "DELETE", path)
    served.executor.end(AttemptKey(view["task_id"], 1))
    await until(lambda: view["task_id"] not in served.services.runtime.ledger.open)
    assert (await ask(served, talk, "POST", f"{path}/start")).json["status"] != "stopped"
    assert (await ask(served, talk, "POST", f"{path}/start")).status == 409
    assert (await ask(served, talk, "GET", "/api/ml/models/none")).status == 404


@pytest.mark.parametrize(
    ("change", "loc"),
    [
        ({"name": "a b"}, ["name"]),
        ({"name": "../x"}, ["name"]),
        ({"engine": "java"}, ["engine"]),
        ({"model_path": "none.joblib"}, ["model_path"]),
        ({"requirements": ["--index-url=x"]}, ["requirements", 0]),
        ({"batching": {"max_size": 0}}, ["batching", "max_size"]),
        ({"config": {"input_size": 3}}, ["config", "input_size"]),
    ],
)
async def test_what_is_wrong_is_said_at_its_field(
    served: Served, talk: Talk, tmp_path: Path, change: dict[str, Any], loc: list[Any]
) -> None:
    (tmp_path / "model.joblib").write_bytes(b"model")
    (tmp_path / "simple_linear_regression.py").write_text("")
    answer = await ask(served, talk, "POST", "/api/ml/models", {**SEED, **change})
    assert answer.status == 422
    assert [error["loc"] for error in answer.json["errors"]] == [loc]


async def test_the_task_of_a_model_is_the_models_own(
    served: Served, talk: Talk, tmp_path: Path
) -> None:
    view = await made(served, talk, tmp_path)
    path = f"/api/tasks/{view['task_id']}"
    assert (await ask(served, talk, "GET", path)).json["model"] == {
        "id": view["id"],
        "name": view["name"],
        "version": "1",
    }
    assert (await ask(served, talk, "POST", f"{path}/restart")).status == 409
    await ask(served, talk, "DELETE", path)
    served.executor.end(AttemptKey(view["task_id"], 1))
    await until(lambda: view["task_id"] not in served.services.runtime.ledger.open)
    again = (await ask(served, talk, "POST", f"{path}/restart")).json
    assert again["id"] != view["task_id"]
    assert (await ask(served, talk, "GET", f"/api/ml/models/{view['id']}")).json[
        "task_id"
    ] == again["id"]
    task = {"type": "ml", "command": "serve", "model": {"id": "x", "spec": {"name": "line"}}}
    answer = await ask(served, talk, "POST", "/api/tasks", task)
    assert [error["loc"] for error in answer.json["errors"]] == [["model"]]
