"""The seeds' own curl lines, as they are printed, against a fresh agent in an empty directory."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import LiveAgent, live_agent
from helpers.waiting import until_sync

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed"),
]

TRAIN = """
curl -X POST "http://localhost:8080/api/tasks" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "linear-regression-model",
    "type": "process",
    "command": "python3",
    "args": ["examples/ml_models/simple_linear_regression.py", "train", "models/model.joblib", "1000"],
    "env": {
      "PYTHONPATH": "examples/ml_models",
      "MODEL_PATH": "models/model.joblib",
      "MODEL_TYPE": "linear_regression"
    },
    "working_dir": ".",
    "resources": {
      "cpu_limit": 1.0,
      "memory_limit": 512000000,
      "disk_limit": 1000000000
    }
  }'
"""  # noqa: E501 - as printed

PREDICT = """
curl -X POST "http://localhost:8080/api/tasks" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "model-prediction",
    "type": "process",
    "command": "python3",
    "args": ["examples/ml_models/simple_linear_regression.py", "predict", "models/model.joblib", "5.5"],
    "env": {
      "PYTHONPATH": "examples/ml_models",
      "MODEL_PATH": "models/model.joblib",
      "MODEL_TYPE": "linear_regression"
    },
    "working_dir": ".",
    "resources": {
      "cpu_limit": 0.5,
      "memory_limit": 256000000,
      "disk_limit": 500000000
    }
  }'
"""  # noqa: E501 - as printed


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveAgent]:
    with live_agent(tmp_path_factory.mktemp("seed")) as agent:
        yield agent


JOB = """
curl -X POST "http://localhost:8000/train" \\
  -H "Content-Type: application/json" \\
  -d '{
    "epochs": 5,
    "batch_size": 32,
    "learning_rate": 0.001
  }'
"""

# As printed, but for the port.
PYTHON_JOB = """
import requests

response = requests.post(
    "http://localhost:8000/train",
    json={
        "epochs": 5,
        "batch_size": 32,
        "learning_rate": 0.001
    }
)
task_id = response.json()["task_id"]
print(f"Task ID: {task_id}")
"""


def at(agent: LiveAgent, text: str) -> str:
    """Return a printed text with this agent's port in place of the seeds' two."""
    port = agent.url.rpartition(":")[2]
    return re.sub(r"localhost:80[08]0", f"localhost:{port}", text)


def run(agent: LiveAgent, command: str) -> Any:
    """Run a printed command against this agent's port and return its JSON answer."""
    command = at(agent, command).replace("curl ", "curl -s ", 1)
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_model_is_trained_and_predicts(agent: LiveAgent) -> None:
    trained = agent.reaches(run(agent, TRAIN)["id"], seconds=60)
    assert trained["status"] == "completed", agent.log(trained["id"])
    assert (agent.workspace / "models" / "model.joblib").is_file()
    predicted = agent.reaches(run(agent, PREDICT)["id"], seconds=60)
    assert predicted["status"] == "completed"
    logs = run(agent, f'curl "http://localhost:8080/api/tasks/{predicted["id"]}/logs"')
    values = [float(v) for line in logs for v in re.findall(r"-?\d+\.\d+", line)]
    assert any(abs(value - 12.0) < 0.5 for value in values), logs


def test_tasks_are_listed_shown_and_stopped(agent: LiveAgent) -> None:
    task_id = agent.submit("sleep", "60")
    assert run(agent, 'curl "http://localhost:8080/api/tasks"')[0]["id"] == task_id
    shown = run(agent, f'curl "http://localhost:8080/api/tasks/{task_id}"')
    assert shown["status"] in ("pending", "running")
    run(agent, f'curl -X DELETE "http://localhost:8080/api/tasks/{task_id}"')
    assert agent.reaches(task_id)["status"] == "stopped"


@pytest.mark.parametrize(
    "path",
    [
        "/health",
        "/api/health",
        "/api/node",
        "/api/resources",
        "/api/resources/usage",
        "/api/tasks",
        "/api/discovery/nodes",
    ],
)
def test_every_endpoint_that_the_summary_lists_answers(agent: LiveAgent, path: str) -> None:
    answer = run(agent, f'curl "http://localhost:8080{path}"')
    assert answer
    if path.endswith("health"):
        assert answer["status"] == "ok"
    if path.endswith("usage"):
        assert 0 <= answer["cpu"]["percent"] <= 100
        assert answer["memory"]["used"] > 0


def test_the_demo_script_runs_from_the_workspace(agent: LiveAgent) -> None:
    script = agent.workspace / "examples" / "ml_as_process_demo.sh"
    done = subprocess.run(
        [str(script)],
        env={"CNET_URL": agent.url, "PATH": "/usr/local/bin:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        cwd=Path(agent.workspace),
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"1[12]\.\d", done.stdout), done.stdout


def test_the_training_middlewares_lines_run_in_their_order(agent: LiveAgent) -> None:
    made = run(agent, JOB)
    assert (made["status"], made.keys() >= {"task_id", "message"}) == ("pending", True)
    job = f'curl "http://localhost:8000/train/{made["task_id"]}"'
    until_sync(lambda: run(agent, job)["status"] == "success", 60)
    found = run(agent, job)
    assert (found["epochs"], found["batch_size"], found["learning_rate"]) == (5, 32, 0.001)
    assert (found["gpu"], found["error"], found["retry_count"]) == (False, None, 0)
    listed = run(agent, 'curl "http://localhost:8000/train?status=success&limit=10"')
    assert [task["task_id"] for task in listed["tasks"]] == [made["task_id"]]
    stats = run(agent, "curl http://localhost:8000/stats")
    assert (stats["total"], stats["success"], stats["success_rate"]) == (1, 1, 100.0)
    assert run(agent, "curl http://localhost:8000/health")["status"] == "ok"
    told = subprocess.run(
        ["bash", "-c", "grep -i epoch logs/*.log"],
        cwd=agent.workspace,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "[TRAIN] Epoch 1/5 started" in told


def test_the_python_example_submits_a_job_that_can_be_cancelled(agent: LiveAgent) -> None:
    done = subprocess.run(
        [sys.executable, "-c", at(agent, PYTHON_JOB)], capture_output=True, text=True, check=True
    )
    task_id = done.stdout.removeprefix("Task ID: ").strip()
    answer = run(agent, f'curl -X DELETE "http://localhost:8000/train/{task_id}"')
    assert answer["status"] in ("cancelled", 409)  # it may have been quicker
