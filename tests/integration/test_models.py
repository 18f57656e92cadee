"""Models of a real agent: the seeds' lines, the death of everybody, many requests at once."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from helpers.live_agent import LiveAgent, Refused
from helpers.live_models import SCRIPT, clear, directly, predict, served, turns
from helpers.waiting import until_sync

pytestmark = [pytest.mark.integration, pytest.mark.timeout(180)]

DOUBLES = """
def load(path):
    return 2

def predict(model, rows):
    return [row[0] * model for row in rows]
"""
SLOW = """
import time

def load(path):
    return None

def predict(model, rows):
    time.sleep(0.5)
    return [0 for _ in rows]
"""
VERSION = """
import sklearn

def load(path):
    return sklearn.__version__

def predict(model, rows):
    return [model for _ in rows]
"""
TRITON = """
import sys
import numpy
import tritonclient.http as triton

client = triton.InferenceServerClient(sys.argv[1])
assert client.is_server_live() and client.is_server_ready() and client.is_model_ready("line")
assert client.get_server_metadata()["name"] == "cnet"
assert client.get_model_metadata("line")["inputs"][0]["shape"] == [-1, 1]
rows = numpy.array([[1.0], [5.5]])
for binary in (False, True):
    asked = triton.InferInput("input", [2, 1], "FP64")
    asked.set_data_from_numpy(rows, binary_data=binary)
    wanted = triton.InferRequestedOutput("predict", binary_data=binary)
    found = client.infer("line", [asked], outputs=[wanted], request_id="7")
    assert abs(found.as_numpy("predict")[1] - 12.0) < 0.1
    assert found.get_response()["id"] == "7"
wrong = triton.InferInput("none", [1], "FP32")
wrong.set_data_from_numpy(numpy.zeros(1, "float32"))
try:
    client.infer("line", [wrong])
except triton.InferenceServerException as error:
    assert "no input none" in str(error)
else:
    raise AssertionError
print("answered")
"""


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveAgent]:
    """Give an agent with the line of the seeds' example, fitted by a task."""
    folder = tmp_path_factory.mktemp("node")
    agent = LiveAgent(folder, ml={"port_range": {"start": 19000, "end": 19100}})
    try:
        agent.start()
        task_id = agent.submit("python3", SCRIPT, "train", "models/model.joblib", "1000")
        done = agent.reaches(task_id, seconds=60)
        assert done["status"] == "completed", done["message"]
        yield agent
    finally:
        agent.clean_up()


@pytest.fixture
def agent(node: LiveAgent) -> Iterator[LiveAgent]:
    """Give it without models, and leave it without any."""
    yield node
    clear(node)


def test_the_seeds_model_is_trained_served_asked_and_stopped(agent: LiveAgent) -> None:
    made = agent.ask(
        "POST",
        "/api/ml/models",
        {
            "name": "linear-regression-model",
            "type": "linear_regression",
            "engine": "python",
            "model_path": "models/model.joblib",
            "script_path": SCRIPT,
            "resources": {"cpu_limit": 1.0, "memory_limit": 536870912, "disk_limit": 1073741824},
        },
    )
    model = turns(agent, made["id"], "running")
    path = f"/api/ml/models/{model['id']}"
    assert predict(agent, model["id"], 5.5) == pytest.approx(12.0, abs=0.1)
    assert directly(model, [1, 2])["prediction"] == [
        pytest.approx(3.0, abs=0.1),
        pytest.approx(5.0, abs=0.1),
    ]
    info = agent.ask("GET", f"{path}/info")
    assert (info["features"], info["inputs"][0]["shape"]) == (["x"], [-1, 1])
    assert agent.ask("GET", f"{path}/health")["healthy"] is True
    log = "\n".join(agent.ask("GET", f"{path}/logs"))
    assert "Loaded linear-regression-model in" in log
    figures = until_sync(lambda: agent.ask("GET", f"{path}/metrics")["requests"] == 2, 5)
    assert figures
    agent.ask("DELETE", path)
    turns(agent, model["id"], "stopped")
    with pytest.raises(Refused, match="start it"):
        predict(agent, model["id"], 5.5)
    agent.ask("POST", f"{path}/start")
    turns(agent, model["id"], "running")
    assert predict(agent, model["id"], 5.5) == pytest.approx(12.0, abs=0.1)


def test_a_prediction_is_also_a_task_of_its_own(agent: LiveAgent) -> None:
    task = agent.ask(
        "POST",
        "/api/tasks",
        {
            "name": "ml-inference-task",
            "type": "ml",
            "command": "python3",
            "args": [SCRIPT, "predict", "models/model.joblib", "5.5"],
            "env": {"PYTHONPATH": "examples/ml_models", "MODEL_PATH": "models/model.joblib"},
            "resources": {"cpu_limit": 1.0, "memory_limit": 512000000},
        },
    )
    done = agent.reaches(task["id"], seconds=60)
    assert (done["status"], done["type"]) == ("completed", "ml")
    log = agent.ask("GET", f"/api/tasks/{task['id']}/logs")
    assert any(line.startswith("Input: 5.5  Prediction: 1") for line in log)


def test_a_model_whose_process_is_killed_comes_back_warm(agent: LiveAgent) -> None:
    model = served(agent)
    os.kill(model["pid"], signal.SIGKILL)
    killed = time.monotonic()
    turns(agent, model["id"], "loading")
    assert time.monotonic() - killed < 1
    path = f"/api/ml/models/{model['id']}"  # by what it was killed is known a moment later
    until_sync(lambda: "SIGKILL" in agent.ask("GET", path)["reason"], 5, "the signal's name")
    again = turns(agent, model["id"], "running")
    assert (again["port"], again["task_id"]) == (model["port"], model["task_id"])
    assert again["pid"] != model["pid"]
    assert predict(agent, model["id"], 5.5) == pytest.approx(12.0, abs=0.1)


def test_a_server_that_is_killed_is_started_again_on_its_port(agent: LiveAgent) -> None:
    model = served(agent)
    os.kill(agent.task(model["task_id"])["pid"], signal.SIGKILL)
    until_sync(lambda: agent.ask("GET", f"/api/ml/models/{model['id']}")["status"] == "loading", 5)
    assert turns(agent, model["id"], "running")["port"] == model["port"]
    until_sync(lambda: not Path(f"/proc/{model['pid']}").exists(), 5, "the old worker's end")
    assert predict(agent, model["id"], 5.5) == pytest.approx(12.0, abs=0.1)


def test_a_model_goes_on_answering_while_the_agent_is_dead(agent: LiveAgent) -> None:
    model = served(agent)
    agent.kill(signal.SIGKILL)
    assert directly(model, 5.5)["prediction"] == pytest.approx(12.0, abs=0.1)
    agent.start()
    found = agent.ask("GET", f"/api/ml/models/{model['id']}")
    assert (found["status"], found["pid"]) == ("running", model["pid"])
    assert predict(agent, model["id"], 5.5) == pytest.approx(12.0, abs=0.1)


def test_a_model_that_cannot_be_loaded_has_failed_and_says_why(agent: LiveAgent) -> None:
    whole = (agent.workspace / "models" / "model.joblib").read_bytes()
    (agent.workspace / "models" / "half.joblib").write_bytes(whole[: len(whole) // 2])
    body = {"name": "half", "model_path": "models/half.joblib"}
    made = agent.ask("POST", "/api/ml/models", body)
    failed = turns(agent, made["id"], "failed")
    assert "half.joblib cannot be read, it may be incomplete" in failed["reason"]
    task = agent.reaches(failed["task_id"])
    assert (task["cause"], task["retry_count"]) == ("model", 0)


def test_a_model_is_not_loaded_from_a_file_that_has_changed(agent: LiveAgent) -> None:
    copy = agent.workspace / "models" / "copy.joblib"
    shutil.copy(agent.workspace / "models" / "model.joblib", copy)
    model = served(agent, model_path="models/copy.joblib")
    path = f"/api/ml/models/{model['id']}"
    agent.ask("DELETE", path)
    turns(agent, model["id"], "stopped")
    with copy.open("ab") as file:
        file.write(b"more")
    agent.ask("POST", f"{path}/start")
    assert "has changed since" in turns(agent, model["id"], "failed")["reason"]


def test_the_client_of_triton_is_answered_in_json_and_in_bytes(
    agent: LiveAgent, tmp_path: Path
) -> None:
    model = served(agent)
    python = environment(tmp_path / "client", "tritonclient[http]")
    done = subprocess.run(
        [python, "-c", TRITON, model["url"].removeprefix("http://")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "answered"


def environment(folder: Path, *packages: str) -> str:
    """Make an environment with some packages, and return its Python."""
    uv = [sys.executable, "-m", "uv"]
    subprocess.run([*uv, "venv", "-q", "--python", sys.executable, str(folder)], check=True)
    python = str(folder / "bin" / "python")
    subprocess.run([*uv, "pip", "install", "-q", "--python", python, *packages], check=True)
    return python


def test_models_with_different_versions_of_a_library_serve_side_by_side(agent: LiveAgent) -> None:
    (agent.workspace / "version.py").write_text(VERSION)
    versions = ("1.6.1", "1.7.2")
    models = {
        version: agent.ask(
            "POST",
            "/api/ml/models",
            {
                "name": f"with-{version}",
                "script_path": "version.py",
                "requirements": [f"scikit-learn=={version}"],
            },
        )["id"]
        for version in versions
    }
    running = {version: turns(agent, model_id, "running") for version, model_id in models.items()}
    for version, model_id in models.items():
        assert predict(agent, model_id, 1) == version
    agent.ask("DELETE", f"/api/ml/models/{models['1.6.1']}")
    turns(agent, models["1.6.1"], "stopped")
    memory = Path(f"/proc/{running['1.6.1']['pid']}")
    until_sync(lambda: not memory.exists(), 10, "all its memory given back")
    assert predict(agent, models["1.7.2"], 1) == "1.7.2"


def test_every_one_of_many_requests_at_once_gets_its_own_answer(agent: LiveAgent) -> None:
    model = served(agent, batching={"queue_size": 2000, "max_size": 64})

    async def all_of_them() -> list[tuple[int, Any]]:
        limit = aiohttp.TCPConnector(limit=200)
        async with aiohttp.ClientSession(connector=limit) as session:

            async def one(number: int) -> tuple[int, Any]:
                asked = {"input_data": number}
                async with session.post(f"{model['url']}/predict", json=asked) as answer:
                    return number, (await answer.json())["prediction"]

            return await asyncio.gather(*(one(number) for number in range(1000)))

    intercept, next_one = directly(model, [0, 1])["prediction"]
    for number, answer in asyncio.run(all_of_them()):
        assert answer == pytest.approx(intercept + number * (next_one - intercept))


def test_more_than_may_wait_is_refused_with_when_to_come_again(agent: LiveAgent) -> None:
    (agent.workspace / "slow.py").write_text(SLOW)
    body = {"name": "slow", "script_path": "slow.py", "batching": {"queue_size": 2}}
    model = turns(agent, agent.ask("POST", "/api/ml/models", body)["id"], "running")

    async def statuses() -> list[tuple[int, str | None]]:
        async with aiohttp.ClientSession() as session:

            async def one() -> tuple[int, str | None]:
                asked = {"input_data": 1}
                async with session.post(f"{model['url']}/predict", json=asked) as answer:
                    return answer.status, answer.headers.get("Retry-After")

            return await asyncio.gather(*(one() for _ in range(10)))

    found = asyncio.run(statuses())
    assert found.count((200, None)) == 2
    assert found.count((503, "1")) == 8


def test_a_models_port_wants_the_proof_that_the_agent_wants(tmp_path: Path) -> None:
    agent = LiveAgent(tmp_path, agent={"local_trust": "token"})
    try:
        agent.start()
        admin = {"Authorization": f"Bearer {(agent.data_dir / 'token').read_text().strip()}"}
        (agent.workspace / "own.py").write_text(DOUBLES)
        body = {"name": "own", "script_path": "own.py"}
        made = agent.ask("POST", "/api/ml/models", body, admin)
        path = f"/api/ml/models/{made['id']}"
        until_sync(lambda: agent.ask("GET", path, headers=admin)["status"] == "running", 60)
        url = agent.ask("GET", path, headers=admin)["url"]
        with pytest.raises(urllib.error.HTTPError, match="401"):
            directly({"url": url}, 1)
        reader = agent.ask("POST", "/api/tokens", {"name": "r", "role": "read"}, admin)["token"]
        for token, status in ((reader, 403), (admin["Authorization"][7:], 200)):
            request = urllib.request.Request(
                f"{url}/predict",
                b'{"input_data": 4}',
                {"Content-Type": "application/json", "Authorization": f"Bearer {token}"},
            )
            assert _status(request) == status
    finally:
        agent.clean_up()


def _status(request: urllib.request.Request) -> int:
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
