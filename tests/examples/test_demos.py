"""The demonstrations, run against a real agent."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.live_agent import live_agent

EXAMPLES = Path(__file__).parents[2] / "examples"

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed"),
]


def run(script: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", script],
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        timeout=55,
        check=False,
    )


def test_the_tour_trains_predicts_and_shows_what_it_does(tmp_path: Path) -> None:
    with live_agent(tmp_path) as agent:
        done = run(agent.workspace / "examples" / "demo.sh", CNET_URL=agent.url)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "step 3" in done.stdout
    assert ": stopped" in done.stdout
    assert "Prediction: 11.9" in done.stdout
    assert 'POST /api/tasks {"name": "hello"' in done.stderr


def test_without_an_agent_the_demonstration_says_how_to_start_one() -> None:
    done = run(EXAMPLES / "ml_as_process_demo.sh", CNET_URL="http://127.0.0.1:9")
    assert done.returncode != 0
    assert "no agent answers at http://127.0.0.1:9; start one with: cnet-agent" in done.stderr


def test_a_refusal_is_shown_as_the_agent_puts_it(tmp_path: Path) -> None:
    with live_agent(tmp_path) as agent:
        script = tmp_path / "refused.sh"
        script.write_text(f"set -e\n. {EXAMPLES}/cnet.sh\nsubmit '{{\"name\": 1}}'\n")
        done = run(script, CNET_URL=agent.url)
    assert done.returncode != 0
    assert "error: " in done.stderr
    assert "Traceback" not in done.stderr
