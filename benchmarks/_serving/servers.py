"""The servers that are compared: each started with a model, and how it is asked for one row."""

import contextlib
import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from _harness import cost
from _harness.peers import Peers
from _harness.ports import free_port

HERE = Path(__file__).resolve().parent
ROW = [0.5, -1.0, 0.25, 1.5, 0.0, -0.75, 2.0, 1.0, -0.5, 0.125]
SCIKIT = ("scikit-learn==1.7.2", "joblib", "numpy<2.4")
_PATIENCE = 60.0  # seconds for a server to answer


@dataclass(frozen=True)
class Serving:
    """A server that answers.

    Attributes:
        url: where it is asked for predictions.
        body: of a request for one row.
        pids: of all its processes; of ours without the agent, which serves all models.
        cold: seconds from its start to its first answer.
    """

    url: str
    body: dict[str, Any]
    pids: list[int]
    cold: float


def fit(peers: Peers, folder: Path) -> None:
    """Write the models into a folder."""
    python = peers.python("scikit-learn", *SCIKIT)
    subprocess.run([str(python), str(HERE / "fit.py"), str(folder)], check=True)


@contextlib.contextmanager
def fastapi(peers: Peers, model: Path) -> Iterator[Serving]:
    """Serve a model with FastAPI and uvicorn, which has uvloop."""
    python = peers.python("fastapi", "fastapi", "uvicorn[standard]", *SCIKIT)
    port = free_port()
    command = [str(python), str(HERE / "with_fastapi.py"), str(model), str(port)]
    with _running(command, f"http://127.0.0.1:{port}/predict", {"input_data": ROW}) as serving:
        yield serving


@contextlib.contextmanager
def litserve(peers: Peers, model: Path) -> Iterator[Serving]:
    """Serve a model with LitServe."""
    python = peers.python("litserve", "litserve", *SCIKIT)
    port = free_port()
    command = [str(python), str(HERE / "with_litserve.py"), str(model), str(port)]
    with _running(command, f"http://127.0.0.1:{port}/predict", {"input_data": ROW}) as serving:
        yield serving


@contextlib.contextmanager
def bentoml(peers: Peers, model: Path) -> Iterator[Serving]:
    """Serve a model with BentoML."""
    python = peers.python("bentoml", "bentoml", *SCIKIT)
    port = free_port()
    command = [str(python), "-m", "bentoml", "serve", "with_bentoml:Served", "--port", str(port)]
    command += ["--working-dir", str(HERE)]
    more = {"MODEL": str(model), "BENTOML_DO_NOT_TRACK": "true", "BENTOML_HOME": str(model.parent)}
    url, body = f"http://127.0.0.1:{port}/predict", {"rows": [ROW]}
    with _running(command, url, body, more) as serving:
        yield serving


@contextlib.contextmanager
def mlserver(peers: Peers, model: Path) -> Iterator[Serving]:
    """Serve a model with MLServer, in its own process, batched."""
    needed = ("mlserver", "mlserver-sklearn", "uvloop<0.22", *SCIKIT)
    python = peers.python("mlserver", *needed)
    folder = model.parent / f"mlserver-{model.stem}"
    folder.mkdir(exist_ok=True)
    ports = {f"{kind}_port": free_port() for kind in ("http", "grpc", "metrics")}
    settings = {"parallel_workers": 0, "debug": False, "host": "127.0.0.1", **ports}
    (folder / "settings.json").write_text(json.dumps(settings))
    described = {
        "name": "m",
        "implementation": "mlserver_sklearn.SKLearnModel",
        "parameters": {"uri": str(model)},
        "max_batch_size": 32,
        "max_batch_time": 0.001,
    }
    (folder / "model-settings.json").write_text(json.dumps(described))
    tensor = {"name": "x", "shape": [1, len(ROW)], "datatype": "FP64", "data": ROW}
    url = f"http://127.0.0.1:{ports['http_port']}/v2/models/m/infer"
    command = [str(python.with_name("mlserver")), "start", str(folder)]
    with _running(command, url, {"inputs": [tensor]}) as serving:
        yield serving


def asked(url: str, body: Mapping[str, Any]) -> Any:
    """Return the answer to a request."""
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


@contextlib.contextmanager
def _running(
    command: list[str], url: str, body: dict[str, Any], more: Mapping[str, str] | None = None
) -> Iterator[Serving]:
    """Run a server until this ends; give it once it has answered."""
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        env={**os.environ, "OMP_NUM_THREADS": "1", **(more or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while True:
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                asked(url, body)
                break
            if process.poll() is not None or time.monotonic() - began > _PATIENCE:
                raise ConnectionError(f"{Path(command[0]).name} does not serve")
            time.sleep(0.01)
        cold = time.monotonic() - began
        yield Serving(url, body, cost.family(process.pid), cold)
    finally:
        with contextlib.suppress(psutil.NoSuchProcess):  # it ended by itself
            for pid in cost.family(process.pid):  # some have a session of their own
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        process.wait()
