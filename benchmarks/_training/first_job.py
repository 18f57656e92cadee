"""From nothing to the first line of a first training job: with Docker, without, and by hand."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from _harness.peers import Missing
from _harness.rounds import Figures
from helpers.base_image import make_base_image
from helpers.docker_daemon import docker_daemon
from helpers.live_agent import ROOT, LiveAgent
from helpers.waiting import until_sync

EXAMPLES = ROOT / "examples" / "training"
PATIENCE = 600  # seconds


def process(folder: Path) -> Figures:
    """Start an agent where there is no Docker, and submit a job."""
    agent = LiveAgent(folder)
    agent.environment["DOCKER_HOST"] = f"unix://{folder}/no-docker.sock"
    try:
        began = time.monotonic()
        agent.start()
        _runs(agent, _submit(agent))
        return {"running": time.monotonic() - began}
    finally:
        agent.clean_up()


def container(folder: Path) -> Figures:
    """Start an agent where Docker has nothing but the base image, build the image, submit a job.

    Raises:
        Missing: no Docker can be started.
    """
    agent = LiveAgent(folder)
    try:
        with docker_daemon() as daemon:
            base = make_base_image(daemon)
            agent.environment["DOCKER_HOST"] = daemon.host
            began = time.monotonic()
            agent.start()
            until_sync(lambda: _images(agent)["available"], 10, "Docker")
            cold = _build(agent, base)
            job = _submit(agent, runner="container")
            _runs(agent, job)
            running = time.monotonic() - began
            agent.ask("DELETE", f"/train/{job}")
            again = _build(agent, base)
            agent.clean_up()
            return {"running": running, "build": cold, "again": again}
    except (OSError, subprocess.CalledProcessError) as error:
        raise Missing(f"Docker cannot be started here: {error}") from error
    finally:
        agent.clean_up()


def by_hand(folder: Path) -> Figures:
    """Make an environment with pip, as the README of many a script says, and run the script."""
    began = time.monotonic()
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    python = environment / "bin" / "python"
    wanted = EXAMPLES / "requirements-training.txt"
    options = ["--quiet", "--no-cache-dir", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "pip", "install", *options, "-r", wanted], check=True)
    job = subprocess.Popen(
        [python, EXAMPLES / "train.py"], cwd=folder, stdout=subprocess.PIPE, text=True
    )
    assert job.stdout is not None
    for line in job.stdout:
        if "[TRAIN]" in line:
            break
    running = time.monotonic() - began
    job.kill()
    job.wait()
    job.stdout.close()
    return {"running": running}


def _submit(agent: LiveAgent, **asked: Any) -> str:
    return str(agent.ask("POST", "/train", {"epochs": 1000, **asked})["task_id"])


def _runs(agent: LiveAgent, job: str) -> None:
    """Wait for its first line."""
    log = Path(agent.workspace, agent.ask("GET", f"/train/{job}")["log_file"])
    until_sync(lambda: log.exists() and "[TRAIN]" in log.read_text(), PATIENCE, f"a line of {job}")


def _images(agent: LiveAgent) -> Any:
    return agent.ask("GET", "/api/images")


def _build(agent: LiveAgent, base: str) -> float:
    """Build the image and return the seconds that took."""
    agent.ask("POST", "/api/images", {"base_image": base})
    until_sync(lambda: _images(agent)["builds"][0]["ended_at"], PATIENCE, "the image")
    build = _images(agent)["builds"][0]
    assert build["status"] == "succeeded", build["message"]
    return float(build["seconds"])
