"""A model server's life as a process."""

import json
import os
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import joblib
import psutil
import pytest
from sklearn.linear_model import LinearRegression

from cnet_agent.model.cause import Cause, diagnose
from cnet_agent.model_server import run
from cnet_agent.serving import start
from helpers.fake_worker import order
from helpers.waiting import until_sync

Start = Callable[..., "subprocess.Popen[str]"]


def free_ports() -> tuple[int, int]:
    """Return two ports that lie beside each other and are free."""
    for first in range(21000, 29000, 2):
        pair = (first, first + 1)
        with socket.socket() as a, socket.socket() as b:
            try:
                a.bind(("127.0.0.1", pair[0]))
                b.bind(("127.0.0.1", pair[1]))
            except OSError:
                continue
            return pair
    raise AssertionError("no free ports")


def test_the_port_of_last_time_is_taken_again_or_else_the_next_that_is_free(
    tmp_path: Path,
) -> None:
    ports, kept = free_ports(), tmp_path / "port"
    with run.take_port(ports, kept) as first, run.take_port(ports, tmp_path / "other") as second:
        assert first.getsockname()[1] == ports[0]
        assert second.getsockname()[1] == ports[1]
        with pytest.raises(run.NoPort, match=f"{ports[0]} to {ports[1]}"):
            run.take_port(ports, tmp_path / "third")
    kept.write_text(str(ports[1]))
    with run.take_port(ports, kept) as again:
        assert again.getsockname()[1] == ports[1]


@pytest.mark.parametrize("content", ["what?", "", "99999", "-1", "20999"])
def test_what_is_no_port_of_last_time_or_none_of_the_ports_is_nothing(
    tmp_path: Path, content: str
) -> None:
    kept = tmp_path / "port"
    kept.write_text(content)
    ports = free_ports()
    with run.take_port(ports, kept) as taken:
        assert taken.getsockname()[1] == ports[0]
    assert kept.read_text() == str(ports[0])


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def begin(**worker: Any) -> subprocess.Popen[str]:
        model = tmp_path / "line.joblib"
        joblib.dump(LinearRegression().fit([[0.0], [1.0]], [1.0, 3.0]), model)
        told = {"model": "line", "engine": "python", "model_path": str(model), **worker}
        order(tmp_path, worker=told, ports=free_ports()).write(tmp_path / start.ORDER)
        process = subprocess.Popen(
            start.command(str(tmp_path)),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def ready(folder: Path) -> Any:
    """Return what the server says of itself once it runs."""
    port = folder / "port"

    def asked() -> Any:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port.read_text()}/health") as answer:
                return json.load(answer)
        except (OSError, ValueError):
            return None

    return until_sync(asked, 30)


@pytest.mark.integration
def test_a_stop_ends_a_server_and_its_worker_in_order(tmp_path: Path, start_server: Start) -> None:
    process = start_server()
    assert ready(tmp_path) == {"status": "running", "reason": ""}
    (worker,) = psutil.Process(process.pid).children()
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert not worker.is_running()
    assert "Serving line at http://127.0.0.1:" in said
    assert said.endswith("Stopping\n")


_WAITS = """
import pathlib, time
here = pathlib.Path(__file__).parent
def load(path): return None
def predict(model, rows):
    (here / "begun").touch()
    while not (here / "go").exists(): time.sleep(0.005)
    return [7 for _ in rows]
"""


@pytest.mark.integration
def test_a_stop_of_all_the_group_lets_what_is_computed_be_answered(
    tmp_path: Path, start_server: Start
) -> None:
    (tmp_path / "waits.py").write_text(_WAITS)
    process = start_server(model_path="", script_path=str(tmp_path / "waits.py"))
    ready(tmp_path)
    port = (tmp_path / "port").read_text()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/predict",
        b'{"input_data": [[1.0]]}',
        {"Content-Type": "application/json"},
    )
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(lambda: urllib.request.urlopen(request, timeout=20).read())
        until_sync((tmp_path / "begun").exists)
        os.killpg(process.pid, signal.SIGTERM)  # as the supervisor does
        until_sync(lambda: refuses(port))
        (tmp_path / "go").touch()
        assert json.loads(asked.result()) == {"prediction": [7], "version": "1"}
    process.communicate(timeout=20)
    assert process.returncode == 0


def refuses(port: str) -> bool:
    """Tell whether a server takes no more requests, since it is being stopped."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/health").close()
    except urllib.error.HTTPError as error:
        return "being stopped" in error.read().decode()
    return False


@pytest.mark.integration
def test_a_server_that_is_killed_takes_its_worker_along(
    tmp_path: Path, start_server: Start
) -> None:
    process = start_server()
    ready(tmp_path)
    (worker,) = psutil.Process(process.pid).children()
    process.kill()
    worker.wait(5)


@pytest.mark.integration
def test_a_model_that_cannot_be_loaded_is_the_last_line_and_the_exit_code(
    start_server: Start,
) -> None:
    process = start_server(model_path="/nowhere/line.joblib")
    said, _ = process.communicate(timeout=30)
    assert process.returncode == os.EX_CONFIG
    found = diagnose(said.splitlines())
    assert found is not None
    assert found.cause is Cause.MODEL
    assert "/nowhere/line.joblib is not there" in found.quote
