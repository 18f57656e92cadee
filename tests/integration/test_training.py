"""Training jobs without Docker, through a real agent: processes, retries, logs, and its death."""

import re
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import LiveAgent, Refused
from helpers.training_jobs import ended_job, job
from helpers.waiting import until_sync

pytestmark = [pytest.mark.integration, pytest.mark.timeout(120)]


# Fails at its first attempts, and goes on from its checkpoint at the next.
FLAKY = """
import os, sys, pathlib
attempt, epochs = int(os.environ["CNET_ATTEMPT"]), int(os.environ["EPOCHS"])
kept = pathlib.Path(os.environ["CNET_CHECKPOINT_DIR"], "epoch")
done = int(kept.read_text()) if kept.exists() else 0
if done:
    print(f"[TRAIN] Resumed from epoch {done} of a checkpoint")
for epoch in range(done + 1, epochs + 1):
    print(f"[TRAIN] Epoch {epoch}/{epochs} loss={1 / epoch:.4f}")
    kept.write_text(str(epoch))
    if attempt <= 2 and epoch >= attempt * 2:
        sys.exit("ConnectionResetError: the store of samples went away")
"""
SLOW = """
import os, time
for epoch in range(1, int(os.environ["EPOCHS"]) + 1):
    print(f"[TRAIN] Epoch {epoch}/{os.environ['EPOCHS']} loss={1 / epoch:.4f}")
    time.sleep(0.05)
"""


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    agent = LiveAgent(tmp_path, tasks={"max_concurrent": 2}, training={"port": 0, "queue_size": 2})
    agent.environment["DOCKER_HOST"] = f"unix://{tmp_path}/no-docker.sock"
    try:
        agent.start()
        (agent.workspace / "flaky.py").write_text(FLAKY)
        (agent.workspace / "slow.py").write_text(SLOW)
        yield agent
    finally:
        agent.clean_up()


def train(agent: LiveAgent, **asked: Any) -> str:
    made = agent.ask("POST", "/train", {"epochs": 5, "retry": {"delay": 0.1}, **asked})
    return str(made["task_id"])


def logged(agent: LiveAgent, found: Any) -> str:
    return Path(agent.workspace, found["log_file"]).read_text()


def _has_come_to(agent: LiveAgent, task_id: str, epoch: int) -> bool:
    return bool(job(agent, task_id)["progress"]["epoch"] >= epoch)


def test_without_docker_a_job_trains_as_a_process_and_says_so(agent: LiveAgent) -> None:
    made = agent.ask("POST", "/train", {"epochs": 5, "batch_size": 32, "learning_rate": 0.001})
    assert made["runner"] == "process"
    assert "It runs as a process: Docker is not running" in made["message"]
    found = ended_job(agent, made["task_id"])
    assert (found["status"], found["progress"]["epoch"]) == ("success", 5)
    assert found["latest"]["val_accuracy"] > 0.9
    assert "[TRAIN] Epoch 5/5" in logged(agent, found)
    images = agent.ask("GET", "/api/images")
    assert (images["available"], bool(images["mend"])) == (False, True)
    with pytest.raises(Refused) as refused:
        agent.ask("POST", "/api/images", {})
    assert refused.value.body["type"].endswith("executor_unavailable")


def test_a_job_that_fails_twice_succeeds_with_three_attempts_and_their_logs(
    agent: LiveAgent,
) -> None:
    found = ended_job(agent, train(agent, epochs=6, script="flaky.py"))
    assert (found["status"], found["retry_count"], found["error"]) == ("success", 2, None)
    states = [(each["status"], each["cause"]) for each in found["attempts"]]
    assert states == [("failed", "network"), ("failed", "network"), ("success", None)]
    assert [each["resumed_from"] for each in found["attempts"]] == [None, 2, 4]
    assert [(point["attempt"], point["epoch"]) for point in found["metrics"]] == [
        *[(1, 1), (1, 2), (2, 3), (2, 4), (3, 5), (3, 6)]
    ]
    first = agent.log(found["task_id"], "?attempt=1")
    assert first[-1] == "ConnectionResetError: the store of samples went away"
    assert logged(agent, found).count("Resumed from epoch") == 2
    stats = agent.ask("GET", "/stats")
    assert (stats["success_rate"], stats["first_attempt_success_rate"]) == (100.0, 0.0)
    (worker,) = (agent.workspace / "logs").glob("TrainingWorker_*.log")
    assert "attempt 2 of 4 runs" in worker.read_text()


def test_what_happened_is_found_among_all_logs(agent: LiveAgent) -> None:
    found = ended_job(agent, train(agent, epochs=6, script="flaky.py"))
    pattern = "grep=went%20away"

    def sources(query: str) -> list[str]:
        return [line["source"] for line in agent.ask("GET", f"/api/logs?{query}")["lines"]]

    until_sync(lambda: sources(f"source=TrainingWorker&{pattern}&level=warning"), 10)
    everywhere = sources(pattern)
    assert everywhere.count(found["task_id"]) == 2
    assert "TrainingWorker" in everywhere
    assert sources(f"source=TrainingAgent&{pattern}") == []


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_what_was_not_read_of_a_job_that_ended_is_read_by_the_next_agent(
    agent: LiveAgent, how: int
) -> None:
    lines = "for n in range(60_000): print(f'step={n} loss={n}')"
    (agent.workspace / "chatty.py").write_text(lines)
    task_id = train(agent, script="chatty.py")
    found = ended_job(agent, task_id)
    agent.kill(how)
    agent.start()
    until_sync(lambda: logged(agent, found).count("\n") == 60_000, 30)
    until_sync(lambda: job(agent, task_id)["latest"] == {"loss": 59_999.0}, 10)


def test_a_cancelled_job_is_gone_also_while_it_waits_to_be_tried_again(agent: LiveAgent) -> None:
    running = train(agent, epochs=1000, script="slow.py")
    until_sync(lambda: job(agent, running)["progress"]["epoch"] > 0, 20)
    began = time.monotonic()
    assert agent.ask("DELETE", f"/train/{running}")["status"] == "cancelled"
    assert ended_job(agent, running)["status"] == "cancelled"
    assert time.monotonic() - began < 5
    waiting = train(agent, epochs=6, script="flaky.py", retry={"delay": 60})
    until_sync(lambda: job(agent, waiting)["phase"] == "backing_off", 20)
    assert job(agent, waiting)["status"] == "running"
    agent.ask("DELETE", f"/train/{waiting}")
    assert job(agent, waiting)["status"] == "cancelled"
    with pytest.raises(Refused) as refused:
        agent.ask("DELETE", f"/train/{waiting}")
    assert refused.value.status == 409


def test_a_full_queue_is_said_in_the_seeds_words(agent: LiveAgent) -> None:
    jobs = [train(agent, epochs=1000, script="slow.py") for _ in range(2)]
    until_sync(lambda: all(job(agent, each)["status"] == "running" for each in jobs), 20)
    waiting = [train(agent) for _ in range(2)]
    with pytest.raises(Refused) as refused:
        train(agent)
    assert refused.value.status == 503
    assert "Task queue is full" in refused.value.body["detail"]
    assert job(agent, waiting[1])["waiting"]["position"] == 2
    for each in (*waiting, *jobs):
        agent.ask("DELETE", f"/train/{each}")


def test_the_agents_death_costs_no_line_and_no_figure(agent: LiveAgent) -> None:
    task_id = train(agent, epochs=60, script="slow.py")
    for seen in (5, 20, 35):
        until_sync(partial(_has_come_to, agent, task_id, seen), 30)
        agent.kill()
        agent.start()
    found = ended_job(agent, task_id)
    assert (found["status"], found["retry_count"]) == ("success", 0)
    assert [point["epoch"] for point in found["metrics"]] == list(range(1, 61))
    written = re.findall(r"Epoch (\d+)/60", logged(agent, found))
    assert written == [str(epoch) for epoch in range(1, 61)]
    agent.kill()
    agent.start()
    again = job(agent, task_id)
    assert again["metrics"] == found["metrics"]
    task = agent.task(task_id)
    assert task["training"]["progress"]["epoch"] == 60
