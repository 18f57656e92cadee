"""Tasks on real GPUs; nothing where there are none, as in CI."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.runtime.gpus import Gpus
from helpers.live_agent import ROOT, LiveAgent, Refused, live_agent
from helpers.waiting import until_sync

FOUND = Gpus().inventory()
pytestmark = [
    pytest.mark.integration,
    pytest.mark.timeout(120),
    pytest.mark.skipif(not FOUND, reason="no NVIDIA GPU"),
]

SIZE = 2**30  # bytes on the GPU
MIB = 2**20


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    with live_agent(tmp_path) as agent:
        yield agent


def load(agent: LiveAgent, seconds: float, gpus: int = 1) -> str:
    program = str(ROOT / "tests" / "helpers" / "cuda_load.py")
    arguments = [program, str(seconds), str(SIZE)]
    return agent.submit(sys.executable, *arguments, resources={"gpu_limit": gpus})


def busy(agent: LiveAgent, task_id: str) -> None:
    until_sync(lambda: any("busy" in line for line in agent.log(task_id)), 30, "a busy GPU")


def smi(what: str) -> list[str]:
    """Return what NVIDIA's own program says of each GPU."""
    command = ["nvidia-smi", f"--query-gpu={what}", "--format=csv,noheader,nounits"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def first_gpu(agent: LiveAgent) -> Any:
    return agent.ask("GET", "/api/resources/usage")["gpus"][0]


def test_the_node_has_the_gpus_that_the_driver_has(agent: LiveAgent) -> None:
    gpus = agent.ask("GET", "/api/node")["gpus"]
    assert [gpu["uuid"] for gpu in gpus] == smi("uuid")
    assert [gpu["name"] for gpu in gpus] == smi("name")
    assert [gpu["memory"] // MIB for gpu in gpus] == [int(size) for size in smi("memory.total")]
    assert agent.ask("GET", "/api/resources")["gpus"] == gpus
    until_sync(lambda: first_gpu(agent)["temperature"], 5, "a sample")


def test_a_task_has_a_gpu_for_itself_and_the_node_shows_its_work(agent: LiveAgent) -> None:
    tasks = [load(agent, 5) for _ in FOUND]
    for task_id in tasks:
        busy(agent, task_id)
    given = [agent.task(task_id)["gpus"] for task_id in tasks]
    assert sorted(given) == sorted([gpu.uuid] for gpu in FOUND)
    until_sync(lambda: first_gpu(agent)["percent"] > 50, 5, "a busy GPU")
    used = first_gpu(agent)["memory_used"]
    assert used > SIZE
    assert abs(used / MIB - int(smi("memory.used")[0])) < 64
    for task_id, gpus in zip(tasks, given, strict=True):
        assert agent.reaches(task_id)["status"] == "completed"
        (seen,) = [line for line in agent.log(task_id) if "sees" in line]
        assert seen.endswith(gpus[0])


def test_who_finds_no_free_gpu_waits_for_it_through_the_agents_death(agent: LiveAgent) -> None:
    holder = load(agent, 6, len(FOUND))
    busy(agent, holder)
    waiter = load(agent, 0)
    why = agent.task(waiter)["waiting"]
    assert (why["on"], why["holders"]) == ("gpu", [holder])
    agent.kill()
    agent.start()
    assert agent.task(holder)["gpus"] == [gpu.uuid for gpu in FOUND]
    assert agent.task(waiter)["waiting"]["on"] == "gpu"
    agent.reaches(holder)
    assert agent.reaches(waiter)["status"] == "completed"
    assert agent.task(waiter)["started_at"] >= agent.task(holder)["completed_at"]


def test_more_gpus_than_there_are_are_refused(agent: LiveAgent) -> None:
    with pytest.raises(Refused) as refused:
        load(agent, 0, len(FOUND) + 1)
    assert refused.value.status == 422
    assert f"this node has {len(FOUND)} GPU" in str(refused.value.body)


def test_a_sample_costs_little() -> None:
    gpus = Gpus()
    gpus.inventory()
    times = []
    for _ in range(50):
        began = time.perf_counter()
        gpus.usage()
        times.append((time.perf_counter() - began) * 1000)
    print(
        f"a sample of {len(FOUND)} GPUs: {statistics.median(times):.2f} ms, {max(times):.2f} most"
    )
    assert statistics.median(times) < 50
