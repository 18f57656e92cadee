"""The standard training image: built through the API, and jobs that run in it."""

import contextlib
import json
import re
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.base_image import make_base_image
from helpers.docker_daemon import BUSYBOX, DockerDaemon, docker_daemon
from helpers.fake_registry import fake_registry
from helpers.live_agent import LiveAgent, Refused
from helpers.training_jobs import ended_job, job
from helpers.waiting import until_sync

pytestmark = [
    pytest.mark.integration,
    pytest.mark.service("docker"),
    pytest.mark.timeout(300),
]


@pytest.fixture(scope="module")
def docker() -> Iterator[DockerDaemon]:
    with docker_daemon() as daemon:
        yield daemon


@pytest.fixture(scope="module")
def agent(docker: DockerDaemon, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveAgent]:
    with agent_of(docker, tmp_path_factory.mktemp("training")) as agent:
        yield agent
    assert [name for name in docker.containers() if name.startswith("cnet-")] == []


@pytest.fixture(scope="module")
def built(docker: DockerDaemon, agent: LiveAgent) -> tuple[list[str], Any]:
    """Build the image once; give what was printed, and the build."""
    return build(agent, base_image=make_base_image(docker))


@contextlib.contextmanager
def agent_of(daemon: DockerDaemon, folder: Path) -> Iterator[LiveAgent]:
    agent = LiveAgent(folder)
    agent.environment["DOCKER_HOST"] = daemon.host
    try:
        agent.start()
        until_sync(lambda: agent.ask("GET", "/api/images")["available"], 10, "Docker")
        yield agent
    finally:
        agent.clean_up()


def build(agent: LiveAgent, **asked: Any) -> tuple[list[str], Any]:
    """Build, follow it to its end, and return its lines and how it ended."""
    made = agent.ask("POST", "/api/images", asked)
    lines: list[str] = []
    with urllib.request.urlopen(f"{agent.url}/api/images/{made['id']}/build") as stream:
        event = ""
        for raw in stream:
            name, _, data = raw.decode().strip().partition(": ")
            if name == "event":
                event = data
            elif name == "data" and event == "lines":
                lines += json.loads(data)
            elif name == "data":
                made = json.loads(data)
    return lines, made


def train(agent: LiveAgent, **asked: Any) -> str:
    made = agent.ask("POST", "/train", {"epochs": 5, **asked})
    return str(made["task_id"])


def test_the_image_is_built_with_its_progress_and_the_second_time_at_once(
    agent: LiveAgent, built: tuple[list[str], Any]
) -> None:
    lines, made = built
    assert made["status"] == "succeeded", "\n".join(lines[-20:])
    assert any(line.startswith("Step 1/") for line in lines)
    assert any("Successfully tagged ai-training:latest" in line for line in lines)
    began = time.monotonic()
    _, again = build(agent, base_image=made_of(agent)["base_image"])
    assert time.monotonic() - began < 2
    assert (again["status"], again["cached"]) == ("succeeded", made["steps"] - 2)
    assert made_of(agent)["is_default"]


def made_of(agent: LiveAgent) -> Any:
    (image,) = agent.ask("GET", "/api/images")["images"]
    return image


def test_builds_that_take_long_keep_nobody_waiting_and_are_cancelled(
    docker: DockerDaemon, tmp_path: Path
) -> None:
    with agent_of(docker, tmp_path) as agent:
        own = agent.workspace / "examples" / "training"
        own.mkdir(parents=True, exist_ok=True)
        (own / "Dockerfile").write_text(f"FROM {BUSYBOX}\nRUN sleep 100\n")
        made = [agent.ask("POST", "/api/images", {"tag": f"slow:{n}"})["id"] for n in range(4)]
        until_sync(lambda: all(one["step"] == 2 for one in builds(agent)), 20)
        began = time.monotonic()
        assert agent.ask("GET", "/health")["status"] == "ok"
        assert agent.ask("POST", "/train?dry_run=true", {"epochs": 1})["runner"]
        with pytest.raises(Refused) as refused:
            agent.ask("POST", "/api/images", {"tag": "slow:more"})
        assert refused.value.status == 409
        assert time.monotonic() - began < 2
        for each in made:
            agent.ask("DELETE", f"/api/images/{each}/build")
        until_sync(lambda: {one["status"] for one in builds(agent)} == {"cancelled"}, 20)


def builds(agent: LiveAgent) -> Any:
    return agent.ask("GET", "/api/images")["builds"]


@pytest.mark.usefixtures("built")
def test_the_seeds_job_trains_in_a_container(agent: LiveAgent) -> None:
    task_id = train(agent, batch_size=32, learning_rate=0.001)
    until_sync(lambda: job(agent, task_id)["container_id"] or job(agent, task_id)["completed_at"])
    found = ended_job(agent, task_id)
    assert (found["status"], found["runner"], found["error"]) == ("success", "container", None)
    assert found["progress"] == {"epoch": 5, "epochs": 5, "eta": 0.0}
    assert found["latest"]["val_accuracy"] > 0.9
    assert [point["epoch"] for point in found["metrics"]] == [1, 2, 3, 4, 5]
    log = (agent.workspace / found["log_file"]).read_text()
    form = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - TrainingAgent - INFO - \[\w+\.py:\d+\] - \[TRAIN\] .+"
    assert all(re.fullmatch(form, line) for line in log.splitlines())
    assert "[TRAIN] Epoch 1/5 started" in log
    files = agent.ask("GET", f"/api/tasks/{task_id}/files")
    assert "model.joblib" in {file["path"] for file in files}
    (service,) = (agent.workspace / "logs").glob("TrainingAgent_*.log")
    assert "Container started: " in service.read_text()


@pytest.mark.usefixtures("built")
def test_a_job_killed_mid_way_goes_on_from_its_checkpoint(
    docker: DockerDaemon, agent: LiveAgent
) -> None:
    task_id = train(agent, epochs=80, retry={"delay": 0.1})
    until_sync(lambda: job(agent, task_id)["progress"]["epoch"] > 3, 60)
    docker.ask("kill", job(agent, task_id)["container_id"])
    found = ended_job(agent, task_id, 120)
    assert (found["status"], found["retry_count"]) == ("success", 1)
    first, second = found["attempts"]
    assert (first["status"], first["reason"], first["signal"]) == ("failed", "signal", "SIGKILL")
    assert second["resumed_from"] >= first["epoch"] >= 3
    assert f"Resumed from epoch {second['resumed_from']}" in "\n".join(agent.log(task_id))
    assert found["progress"]["epoch"] == 80


@pytest.mark.usefixtures("built")
def test_a_job_outlives_the_agent_with_its_log_and_its_curve_whole(agent: LiveAgent) -> None:
    task_id = train(agent, epochs=80)
    for _ in range(2):
        until_sync(lambda: job(agent, task_id)["progress"]["epoch"] > 1, 60)
        agent.kill()
        agent.start()
    found = ended_job(agent, task_id, 120)
    assert (found["status"], found["retry_count"]) == ("success", 0)
    assert [point["epoch"] for point in found["metrics"]] == list(range(1, 81))
    log = (agent.workspace / found["log_file"]).read_text()
    assert re.findall(r"Epoch (\d+)/80 loss", log) == [str(epoch) for epoch in range(1, 81)]


@pytest.mark.usefixtures("built")
def test_a_script_and_data_of_ones_own_are_shown_to_the_container(agent: LiveAgent) -> None:
    (agent.workspace / "mine.py").write_text(
        "import os; print('epoch=1 loss=' + open(os.environ['DATASET']).read())\n"
    )
    (agent.workspace / "set.csv").write_text("0.25")
    found = ended_job(agent, train(agent, script="mine.py", dataset="set.csv", runner="container"))
    assert (found["status"], found["latest"]) == ("success", {"loss": 0.25})


@pytest.mark.usefixtures("built")
def test_what_the_log_tells_of_a_failure_decides_whether_it_is_tried_again(
    agent: LiveAgent,
) -> None:
    (agent.workspace / "bad.py").write_text("import torch_is_not_here\n")
    found = ended_job(
        agent, train(agent, script="bad.py", runner="container", retry={"delay": 0.1})
    )
    assert (found["status"], found["cause"], found["retry_count"]) == ("failed", "import_error", 0)
    assert "torch_is_not_here" in found["error"]


def test_a_missing_image_is_asked_for_once_and_said(agent: LiveAgent) -> None:
    with fake_registry() as registry:
        found = ended_job(agent, train(agent, image=registry.image, retry={"delay": 0.1}))
    assert (found["status"], found["reason"], found["retry_count"]) == ("failed", "image_error", 0)
    assert registry.image in found["error"]
    assert "Look at its name" in found["error"]


def test_a_job_is_cancelled_while_it_is_pulled(agent: LiveAgent) -> None:
    with fake_registry() as registry:
        registry.silent = True
        task_id = train(agent, image=registry.image)
        assert registry.asked.wait(20)
        began = time.monotonic()
        assert agent.ask("DELETE", f"/train/{task_id}")["status"] == "cancelled"
        assert ended_job(agent, task_id)["status"] == "cancelled"
        assert time.monotonic() - began < 5
        with pytest.raises(Refused) as refused:
            agent.ask("DELETE", f"/train/{task_id}")
        assert refused.value.status == 409


def test_too_little_memory_is_told_as_that(agent: LiveAgent) -> None:
    (agent.workspace / "eats.sh").write_text("x=a; while :; do x=$x$x; done\n")
    task_id = agent.ask(
        "POST",
        "/api/tasks",
        {
            "type": "container",
            "image": BUSYBOX,
            "command": "sh",
            "args": ["-c", "x=a; while :; do x=$x$x; done"],
            "network": "none",
            "memory_cap": "20MB",
        },
    )["id"]
    task = agent.reaches(task_id)
    assert (task["status"], task["reason"]) == ("failed", "oom")
    assert "its memory limit of 20 MB" in task["message"]


def test_a_base_image_that_is_not_there_is_said(agent: LiveAgent) -> None:
    with fake_registry() as registry:
        _, made = build(agent, base_image=registry.image, tag="none:1")
    assert made["status"] == "failed"
    assert "There is no base image" in made["message"]


def test_a_build_can_be_cancelled(agent: LiveAgent) -> None:
    with fake_registry() as registry:
        registry.silent = True
        made = agent.ask("POST", "/api/images", {"base_image": registry.image, "tag": "late:1"})
        assert registry.asked.wait(20)
        agent.ask("DELETE", f"/api/images/{made['id']}/build")

        def states() -> dict[str, str]:
            builds = agent.ask("GET", "/api/images")["builds"]
            return {each["id"]: each["status"] for each in builds}

        until_sync(lambda: states()[made["id"]] == "cancelled", 10)


def test_gpus_are_refused_before_anything_starts_where_there_are_none(agent: LiveAgent) -> None:
    with pytest.raises(Refused) as refused:
        train(agent, gpu=True, gpu_ids="0,1")
    assert refused.value.status == 422
    assert refused.value.body["errors"][0]["loc"] == ["gpu"]
