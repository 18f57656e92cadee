"""Container tasks in a real Docker, through a real agent."""

import contextlib
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from helpers.docker_daemon import BUSYBOX, DockerDaemon, docker_daemon
from helpers.fake_registry import fake_registry
from helpers.live_agent import LiveAgent, Refused
from helpers.waiting import until_sync

pytestmark = [
    pytest.mark.integration,
    pytest.mark.service("docker"),
    pytest.mark.timeout(180),
]


@pytest.fixture(scope="module")
def docker() -> Iterator[DockerDaemon]:
    with docker_daemon() as daemon:
        yield daemon


@contextlib.contextmanager
def agent_of(daemon: DockerDaemon, folder: Path) -> Iterator[LiveAgent]:
    agent = LiveAgent(folder, tasks={"max_concurrent": 60})
    agent.environment["DOCKER_HOST"] = daemon.host
    try:
        agent.start()
        until_sync(lambda: docker_of(agent)["available"], 10, "Docker")
        yield agent
    finally:
        agent.clean_up()


@pytest.fixture
def agent(docker: DockerDaemon, tmp_path: Path) -> Iterator[LiveAgent]:
    with agent_of(docker, tmp_path) as agent:
        yield agent
    assert [name for name in docker.containers() if name.startswith("cnet-")] == []


def docker_of(agent: LiveAgent) -> Any:
    return agent.ask("GET", "/api/node")["executors"]["container"]


def run(agent: LiveAgent, script: str, **more: Any) -> str:
    asked = {"type": "container", "image": BUSYBOX, "network": "none", **more}
    return agent.submit("sh", "-c", script, **asked)


def says(agent: LiveAgent, task_id: str, lines: int) -> bool:
    return len(agent.log(task_id)) > lines


def stop(agent: LiveAgent, task_id: str) -> float:
    """Stop a task and return how long its end took."""
    began = time.monotonic()
    agent.ask("POST", f"/api/tasks/{task_id}/stop", {})
    assert agent.reaches(task_id)["status"] == "stopped"
    return time.monotonic() - began


def test_a_container_is_a_task_like_any_other(agent: LiveAgent) -> None:
    (agent.workspace / "data").mkdir()
    (agent.workspace / "data" / "in.txt").write_text("42\n")
    script = (
        "cat /data/in.txt; echo lost >&2; echo made > $CNET_TASK_DIR/out.txt;"
        " echo $CNET_ATTEMPT $GREETING; touch /data/no 2>/dev/null || echo read-only; exit 7"
    )
    task_id = run(agent, script, volumes=["data:/data:ro"], env={"GREETING": "hello"})
    task = agent.reaches(task_id)
    assert (task["status"], task["exit_code"], task["limited_by"]) == ("failed", 7, "docker")
    said = sorted(agent.log(task_id))
    assert said == ["1 hello", "42", "lost", "read-only"]
    assert agent.log(task_id, "?stream=stderr") == ["lost"]
    files = agent.ask("GET", f"/api/tasks/{task_id}/files")
    assert "out.txt" in str(files)


def test_a_container_ends_as_it_is_asked_to(agent: LiveAgent) -> None:
    sleeping = run(agent, "sleep 60")
    task = agent.reaches(sleeping, "running")
    assert task["container_id"]
    assert stop(agent, sleeping) < 3
    assert agent.task(sleeping)["signal"] == "SIGTERM"
    stubborn = run(agent, 'trap "" TERM; echo ready; sleep 60', stop_grace=1)
    until_sync(lambda: agent.log(stubborn) == ["ready"], 10)
    assert 1 <= stop(agent, stubborn) < 5
    assert agent.task(stubborn)["signal"] == "SIGKILL"
    late = agent.reaches(run(agent, "sleep 60", timeout=1))
    assert (late["status"], late["reason"]) == ("failed", "timeout")


def test_a_signal_reaches_the_container(agent: LiveAgent) -> None:
    task_id = run(agent, "trap 'echo heard; exit 4' USR1; echo ready; while :; do sleep 0.1; done")
    until_sync(lambda: agent.log(task_id) == ["ready"], 10)
    agent.ask("POST", f"/api/tasks/{task_id}/signal", {"signal": "SIGUSR1"})
    assert agent.reaches(task_id)["exit_code"] == 4
    assert agent.log(task_id)[-1] == "heard"


def test_limits_hold_and_usage_is_seen(agent: LiveAgent) -> None:
    limits = {"memory_limit": "32MB", "cpu_limit": 0.5, "pids_limit": 20}
    greedy = agent.reaches(run(agent, "tail /dev/zero", resources=limits))
    assert (greedy["status"], greedy["reason"]) == ("failed", "oom")
    assert greedy["limits"] == {"cpu": "hard", "memory": "hard", "pids": "hard"}
    child = agent.reaches(run(agent, "tail /dev/zero; echo on; exit 0", resources=limits))
    assert (child["status"], child["oom_kills"]) == ("completed", 1)
    busy = run(agent, "while :; do :; done", resources=limits)

    def half() -> bool:
        usage = agent.task(busy)["usage"]
        return usage is not None and 35 < usage["cpu_percent"] < 65 and usage["memory"] > 0

    until_sync(half, 20, "half a core")
    stop(agent, busy)


def test_what_would_give_a_container_the_node_is_refused(agent: LiveAgent) -> None:
    outside = agent.data_dir / "secret"
    outside.mkdir()
    (agent.workspace / "link").symlink_to(outside)
    for asked, field in (
        ({"privileged": True}, "privileged"),
        ({"network": "host"}, "network"),
        ({"network": "container:x"}, "network"),
        ({"volumes": ["/:/host"]}, "volumes"),
        ({"volumes": ["/var/run:/run"]}, "volumes"),
        ({"volumes": ["/var/run/docker.sock:/s"]}, "volumes"),
        ({"volumes": ["../data:/data"]}, "volumes"),
        ({"volumes": ["link:/data"]}, "volumes"),
        ({"volumes": ["missing:/data"]}, "volumes"),
    ):
        with pytest.raises(Refused) as refused:
            run(agent, "true", **asked)
        assert refused.value.status == 422
        assert refused.value.body["errors"][0]["loc"] == [field], asked


def test_an_image_that_nobody_has_is_tried_once_and_says_so(agent: LiveAgent) -> None:
    with fake_registry() as registry:
        task = agent.reaches(run(agent, "true", image=registry.image, max_retries=3))
        assert (task["status"], task["reason"], task["attempt"]) == ("failed", "image_error", 1)
        assert registry.image in task["message"]
        never = agent.reaches(run(agent, "true", image=registry.image, pull="never"))
        assert "is not on this node" in never["message"]


def test_a_pull_can_be_stopped(agent: LiveAgent) -> None:
    with fake_registry() as registry:
        registry.silent = True
        task_id = run(agent, "true", image=registry.image)
        assert registry.asked.wait(20)
        assert stop(agent, task_id) < 3


def test_a_command_that_is_not_there_is_not_started_again(agent: LiveAgent) -> None:
    task = agent.reaches(run(agent, "true", user="nobody-knows-them", max_retries=2))
    assert (task["status"], task["reason"], task["attempt"]) == ("failed", "spawn_error", 1)


def test_containers_that_are_not_ours_are_left_alone(
    docker: DockerDaemon, agent: LiveAgent
) -> None:
    docker.ask(
        "run", "--detach", "--network", "none", "--name", "somebodys", BUSYBOX, "sleep", "60"
    )
    task_id = run(agent, "sleep 60")
    agent.reaches(task_id, "running")
    stop(agent, task_id)
    assert docker.containers() == ["somebodys"]
    docker.remove("somebodys")


def test_fifty_containers_outlive_two_deaths_of_the_agent(
    docker: DockerDaemon, agent: LiveAgent
) -> None:
    script = "for i in $(seq 20); do echo line $i.; sleep 0.1; done; exit {code}"
    tasks = [run(agent, script.format(code=number % 5)) for number in range(50)]
    for _ in range(2):
        until_sync(lambda: len(docker.containers()) >= 5, 30)
        agent.kill()
        agent.start()
    for number, task_id in enumerate(tasks):
        task = agent.reaches(task_id, seconds=90)
        assert (task["exit_code"], task["attempt"]) == (number % 5, 1)
        assert agent.log(task_id) == [f"line {line + 1}." for line in range(20)]


def test_a_container_that_somebody_removed_is_lost(docker: DockerDaemon, agent: LiveAgent) -> None:
    task_id = run(agent, "sleep 60")
    container = agent.reaches(task_id, "running")["container_id"]
    agent.kill()
    docker.remove(container)
    agent.start()
    task = agent.reaches(task_id)
    assert (task["status"], task["reason"], task["attempt"]) == ("failed", "lost", 1)


@pytest.mark.parametrize("live_restore", [False, True])
def test_docker_dies_under_running_tasks_and_comes_back(tmp_path: Path, live_restore: bool) -> None:
    with docker_daemon(live_restore=live_restore) as daemon, agent_of(daemon, tmp_path) as agent:
        script = "for i in $(seq 100); do echo line $i.; sleep 0.1; done; exit 5"
        tasks = [run(agent, script) for _ in range(5)]
        for task_id in tasks:
            until_sync(partial(says, agent, task_id, 3), 20)
        daemon.kill()
        until_sync(lambda: not docker_of(agent)["available"], 10)
        assert "Docker" in docker_of(agent)["detail"]
        began = time.monotonic()
        assert agent.reaches(agent.shell("echo other work"))["status"] == "completed"
        assert time.monotonic() - began < 2
        with pytest.raises(Refused):
            run(agent, "true")
        daemon.start()
        back = time.monotonic()
        until_sync(lambda: docker_of(agent)["available"], 10)
        if live_restore:  # they went on
            for task_id in tasks:
                task = agent.reaches(task_id, seconds=30)
                assert (task["exit_code"], task["attempt"]) == (5, 1)
                lines = agent.log(task_id)
                assert len(lines) == len(set(lines))
                assert lines[-1] == "line 100."
        else:  # Docker ended them
            for task_id in tasks:
                task = agent.reaches(task_id, seconds=30)
                assert task["status"] == "failed"
            print(f"true {time.monotonic() - back:.1f} s after Docker's return")
        assert daemon.containers() == []


def test_a_stop_is_kept_for_docker_that_is_away(tmp_path: Path) -> None:
    with docker_daemon(live_restore=True) as daemon, agent_of(daemon, tmp_path) as agent:
        task_id = run(agent, "sleep 60")
        agent.reaches(task_id, "running")
        daemon.kill()
        agent.ask("POST", f"/api/tasks/{task_id}/stop", {})
        agent.kill(signal.SIGKILL)
        agent.start()
        daemon.start()
        assert agent.reaches(task_id, seconds=30)["status"] == "stopped"
        until_sync(lambda: daemon.containers() == [], 10)


def test_an_agent_without_docker_says_how_to_get_it(tmp_path: Path) -> None:
    agent = LiveAgent(tmp_path)
    agent.environment["DOCKER_HOST"] = f"unix://{tmp_path}/nobody.sock"
    try:
        agent.start()
        found = docker_of(agent)
        assert not found["available"]
        assert found["mend"]
        assert found["command"]
        with pytest.raises(Refused) as refused:
            run(agent, "true")
        assert "Docker is not running" in str(refused.value)
        assert agent.reaches(agent.shell("true"))["status"] == "completed"
    finally:
        agent.clean_up()
    assert agent.data_dir.exists()
