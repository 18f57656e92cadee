"""Versions of models on a real agent: taken over, divided, taken back, unloaded, made by a job."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import LiveAgent, Refused
from helpers.live_models import clear, directly, predict, registered, served, turns
from helpers.training_jobs import ended_job
from helpers.waiting import until_sync

pytestmark = [pytest.mark.integration, pytest.mark.timeout(180)]

TIMES = """
def load(path):
    return {factor}

def predict(model, rows):
    return [row[0] * model for row in rows]
"""
BROKEN = "def load(path):\n    raise ValueError('no such layer')\n\ndef predict(model, rows): ...\n"


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveAgent]:
    folder = tmp_path_factory.mktemp("versions")
    agent = LiveAgent(folder, ml={"port_range": {"start": 19200, "end": 19300}})
    try:
        agent.start()
        for factor in (1, 2):
            (agent.workspace / f"times-{factor}.py").write_text(TIMES.format(factor=factor))
        (agent.workspace / "broken.py").write_text(BROKEN)
        yield agent
    finally:
        agent.clean_up()


@pytest.fixture
def agent(node: LiveAgent) -> Iterator[LiveAgent]:
    yield node
    clear(node)


def once(agent: LiveAgent, **fields: Any) -> Any:
    """Serve a model that answers its input."""
    return served(agent, model_path="", script_path="times-1.py", **fields)


def add(agent: LiveAgent, model: Any, script: str = "times-2.py", **fields: Any) -> None:
    body = {"version": "2", "script_path": script, **fields}
    agent.ask("POST", f"/api/ml/models/{model['id']}/versions", body)


def version(agent: LiveAgent, model: Any, name: str) -> Any:
    views = agent.ask("GET", f"/api/ml/models/{model['id']}/versions")
    return next(view for view in views if view["version"] == name)


def is_divided(agent: LiveAgent, model: Any, traffic: dict[str, int]) -> bool:
    return bool(agent.ask("GET", f"/api/ml/models/{model['id']}")["traffic"] == traffic)


@contextmanager
def asked_all_the_time(model: Any) -> Iterator[list[Any]]:
    """Ask a model's own server again and again; a request that fails fails the test."""
    answers: list[Any] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            try:
                answers.append(directly(model, 1))
            except OSError as error:
                answers.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        until_sync(lambda: answers)
        yield answers
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert {type(answer) for answer in answers} == {dict}, answers
    assert all(answer["prediction"] == float(answer["version"]) for answer in answers)


def test_a_version_takes_over_and_is_taken_back_without_a_lost_request(agent: LiveAgent) -> None:
    model = once(agent)
    with asked_all_the_time(model) as answers:
        add(agent, model)
        until_sync(lambda: answers[-1]["version"] == "2", 30)
        assert is_divided(agent, model, {"2": 100})
        agent.ask("POST", f"/api/ml/models/{model['id']}/rollback")
        until_sync(lambda: answers[-1]["version"] == "1", 1)  # both are loaded
    assert agent.ask("GET", f"/api/ml/models/{model['id']}")["previous"] == {"2": 100}


def test_a_version_that_cannot_be_loaded_changes_nothing(agent: LiveAgent) -> None:
    model = once(agent)
    with asked_all_the_time(model):
        add(agent, model, "broken.py")
        until_sync(lambda: version(agent, model, "2")["status"] == "failed", 30)
    assert "no such layer" in version(agent, model, "2")["reason"]
    assert is_divided(agent, model, {"1": 100})
    agent.ask("POST", f"/api/ml/models/{model['id']}/rollback")
    agent.ask("DELETE", f"/api/ml/models/{model['id']}/versions/2")
    with pytest.raises(Refused, match="no version '2'"):
        agent.ask("DELETE", f"/api/ml/models/{model['id']}/versions/2")
    assert predict(agent, model["id"], 3) == 3


def test_requests_are_divided_and_a_version_may_be_named(agent: LiveAgent) -> None:
    model = once(agent)
    add(agent, model, live=False)
    until_sync(lambda: version(agent, model, "2")["status"] == "running", 30)
    tensor = {"name": "input", "datatype": "FP64", "shape": [1, 1], "data": [3]}
    path = "/v2/models/line/versions/2/infer"
    told = agent.ask("POST", path, {"inputs": [tensor]})
    assert (told["model_version"], told["outputs"][0]["data"]) == ("2", [6])
    traffic = {"1": 80, "2": 20}
    agent.ask("PUT", f"/api/ml/models/{model['id']}/traffic", {"traffic": traffic})
    until_sync(lambda: is_divided(agent, model, traffic), 10)
    answers = [directly(model, 1) for _ in range(50)]
    assert Counter(answer["version"] for answer in answers) == {"1": 40, "2": 10}
    until_sync(lambda: version(agent, model, "2")["metrics"]["requests"] == 11, 5)
    assert version(agent, model, "2")["traffic"] == 20


def test_an_agent_that_dies_while_a_version_is_loaded_goes_on_where_it_was(
    agent: LiveAgent,
) -> None:
    model = once(agent)
    with asked_all_the_time(model) as answers:
        add(agent, model, requirements=["six==1.17.0"])  # an environment of its own
        agent.kill()
        agent.start()
        until_sync(lambda: answers[-1]["version"] == "2", 60)
    assert predict(agent, model["id"], 3) == 6


def test_a_model_is_held_by_several_processes_and_by_none_while_it_is_idle(
    agent: LiveAgent,
) -> None:
    model = once(agent, replicas={"min": 2, "max": 2}, idle_unload="2s")
    held = until_sync(lambda: _with_replicas(agent, model, 2), 20)
    assert held["memory"]
    idle = turns(agent, model["id"], "pending")
    assert "The next request loads it" in idle["reason"]
    assert idle["replicas"] == 0
    until_sync(lambda: not Path(f"/proc/{held['pid']}").exists(), 10, "its memory given back")
    assert predict(agent, model["id"], 3) == 3
    assert turns(agent, model["id"], "running")["replicas"] >= 1


def test_a_finished_training_job_becomes_a_model_in_one_step(agent: LiveAgent) -> None:
    job_id = agent.ask("POST", "/train", {"epochs": 3, "runner": "process"})["task_id"]
    assert ended_job(agent, job_id)["status"] == "success"
    model_id = registered(
        agent, name="digits", model_path="", script_path="", source={"task_id": job_id}
    )
    agent.ask("DELETE", f"/api/tasks/{job_id}?purge=true")  # the copy is the model's own
    model = turns(agent, model_id, "running")
    assert (model["origin"]["task_id"], model["origin"]["is_training"]) == (job_id, True)
    info = agent.ask("GET", f"/api/ml/models/{model_id}/info")
    assert any(each.startswith("scikit-learn==") for each in info["spec"]["requirements"])
    assert predict(agent, model_id, [0.0] * 64) in range(10)
    agent.ask("DELETE", f"/api/ml/models/{model_id}")
    turns(agent, model_id, "stopped")
    agent.ask("DELETE", f"/api/ml/models/{model_id}?purge=true")
    assert not Path(model["model_path"]).exists()


def _with_replicas(agent: LiveAgent, model: Any, count: int) -> Any:
    found = agent.ask("GET", f"/api/ml/models/{model['id']}")
    return found if found["replicas"] == count and found["memory"] else None
