"""Training jobs and images over HTTP, as the seeds' clients ask."""

import json
from typing import Any

import pytest

from cnet_agent.client.client import AgentClient
from cnet_agent.model.errors import Conflict, ExecutorUnavailable, InvalidRequest, NotFound
from cnet_agent.model.training import TrainStatus
from cnet_agent.wire.images import BuildView
from helpers.fake_docking import HERE
from helpers.fake_services import Served
from helpers.raw_http import Talk
from helpers.waiting import until

SEED = {"epochs": 5, "batch_size": 32, "learning_rate": 0.001}


async def ask(served: Served, talk: Talk, method: str, path: str, body: Any = None) -> Any:
    headers = {"Authorization": f"Bearer {served.token}"}
    data = b""
    if body is not None:
        headers["Content-Type"] = "application/json"
        data = json.dumps(body).encode()
    return await talk.ask(method, path, headers, data)


async def test_the_seeds_requests_get_the_seeds_answers(served: Served, talk: Talk) -> None:
    made = await ask(served, talk, "POST", "/train", SEED)
    assert made.status == 200
    assert made.json.keys() >= {"task_id", "status", "message"}
    assert made.json["status"] == "pending"
    found = (await ask(served, talk, "GET", f"/train/{made.json['task_id']}")).json
    assert found.keys() >= {
        *("task_id", "status", "epochs", "batch_size", "learning_rate", "gpu", "error"),
        *("container_id", "log_file", "created_at", "started_at", "completed_at", "retry_count"),
    }
    listed = (await ask(served, talk, "GET", "/train?limit=10")).json
    assert (listed["total"], len(listed["tasks"])) == (1, 1)
    stats = (await ask(served, talk, "GET", "/stats")).json
    assert stats.keys() >= {
        *("total", "pending", "running", "success", "failed", "cancelled", "success_rate"),
    }
    gone = (await ask(served, talk, "DELETE", f"/train/{made.json['task_id']}")).json
    assert gone["status"] == "cancelled"
    assert gone["message"].startswith("Task cancelled successfully")


@pytest.mark.parametrize(
    ("body", "loc"),
    [
        ({}, ["epochs"]),
        ({"epochs": "five"}, ["epochs"]),
        ({"epochs": 5, "learning_rate": -1}, ["learning_rate"]),
        ({"epochs": 5, "gpu_ids": "zero"}, ["gpu_ids"]),
        ({"epochs": 5, "gpu": True}, ["gpu"]),
        ({"epochs": 5, "runner": "vm"}, ["runner"]),
        ({"epochs": 5, "runner": "container"}, ["runner"]),
        ({"epochs": 5, "dataset": "mnist"}, ["dataset"]),
        ({"epochs": 5, "log_dir": "/etc"}, ["log_dir"]),
        ({"epochs": 5, "momentum": 0.9}, ["momentum"]),
    ],
)
async def test_what_is_wrong_is_said_at_its_field(
    served: Served, talk: Talk, body: dict[str, Any], loc: list[str]
) -> None:
    answer = await ask(served, talk, "POST", "/train", body)
    assert answer.status == 422
    assert [error["loc"] for error in answer.json["errors"]] == [loc]


async def test_the_client_asks_for_all_of_it(served: Served) -> None:
    async with AgentClient(served.url, token=served.token) as client:
        training = client.training
        assert (await training.outlook(SEED)).runner == "process"
        made = await training.submit(SEED, idempotency_key="one")
        assert (await training.submit(SEED, idempotency_key="one")).task_id == made.task_id
        assert (await training.jobs(TrainStatus.FAILED)).total == 0
        assert (await training.job(made.task_id)).epochs == 5
        assert (await training.stats()).total == 1
        assert (await client.task(made.task_id)).training is not None
        await training.cancel(made.task_id)
        served.executor.end(
            served.executor.started[-1], code=143
        ) if served.executor.running else None
        await until(lambda: _ended(client, made.task_id))
        with pytest.raises(Conflict):
            await training.cancel(made.task_id)
        with pytest.raises(NotFound):
            await training.job("none")
        with pytest.raises(InvalidRequest):
            await training.submit({"epochs": 0})


async def test_images_are_built_and_followed(served: Served) -> None:
    async with AgentClient(served.url, token=served.token) as client:
        training = client.training
        assert not (await training.images()).available
        with pytest.raises(ExecutorUnavailable):
            await training.build({})
        served.docking.availability = HERE
        served.docking.images.messages = [{"stream": "Step 1/1 : FROM x\n"}]
        made = await training.build({"base_image": "base:1"})
        async with training.build_frames(made.id) as frames:
            told = [frame async for frame in frames]
        lines = [json.loads(frame.data) for frame in told if frame.event == "lines"]
        assert lines == [["Step 1/1 : FROM x"]]
        assert BuildView.model_validate_json(told[-1].data).status == "succeeded"
        assert (await training.cancel_build(made.id)).status == "succeeded"
        assert [build.id for build in (await training.images()).builds] == [made.id]
        with pytest.raises(InvalidRequest):
            await training.build({"tag": "not a name"})
        with pytest.raises(NotFound):
            async with training.build_frames("none") as frames:
                pass


async def _ended(client: AgentClient, task_id: str) -> bool:
    return (await client.task(task_id)).phase.is_final
