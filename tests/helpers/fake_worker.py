"""A worker without a model, which does as it is told by what it is asked."""

import json
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.serving.order import ServingOrder, VersionOrder

# Doubles numbers. Asked for a word, it does what the word says.
_SCRIPT = """
import json, os, signal, socket, sys, time
sys.path.insert(0, {root!r})
from cnet_worker.frames import Requests, pack_reply
order = json.load(open(sys.argv[1]))
connection = socket.socket(fileno=int(sys.argv[2]))
def say(number, status, told):
    connection.sendall(pack_reply(number, status, 10, 20, 2, json.dumps(told).encode()))
if order.get("refuses"):
    say(0, 500, {{"error": order["refuses"]}})
    sys.exit(1)
if order.get("hangs"):
    time.sleep(60)
if order.get("waits_for"):
    open(order["waits_for"]).close()
say(0, 200, {{"signature": {signature!r}, "versions": {{}}, "load_seconds": 0.1}})
requests = Requests()
while data := connection.recv(65536):
    for request in requests.feed(data):
        asked = json.loads(request.body)["input_data"]
        if asked == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        elif asked == "hang":
            time.sleep(60)
        elif asked == "wait":
            time.sleep(0.2)
            say(request.id, 200, {{"prediction": "waited", "version": order.get("version", "1")}})
        elif asked == "refuse":
            say(request.id, 422, {{"error": "It does not fit."}})
        elif asked == "fail":
            say(request.id, 500, {{"error": "The model failed."}})
        else:
            say(request.id, 200, {{"prediction": asked * 2, "version": order.get("version", "1")}})
"""
SIGNATURE = {
    "platform": "fake",
    "inputs": [{"name": "input", "datatype": "FP64", "shape": [-1, 1]}],
    "outputs": [{"name": "output", "datatype": "FP64", "shape": [-1]}],
    "features": None,
    "takes_text": False,
}


def version(name: str = "1", **fields: Any) -> VersionOrder:
    """Return the order of a version; what the worker is told to do is in ``worker``.

    It may wait to be ready until the pipe ``waits_for`` is opened for writing.
    """
    worker = {"version": name, **fields.pop("worker", {})}
    usual: dict[str, Any] = {"python": sys.executable, "queue_size": 4}
    return VersionOrder(version=name, worker=worker, **{**usual, **fields})


_OF_VERSION = ("python", "worker", "queue_size", "replicas", "idle", "environment")


def order(folder: Path, *versions: VersionOrder, **fields: Any) -> ServingOrder:
    """Return the order of a model ``line``; of one version where none is given."""
    of_version = {name: fields.pop(name) for name in _OF_VERSION if name in fields}
    made = versions or (version(**of_version),)
    usual: dict[str, Any] = {
        "model_id": "m",
        "name": "line",
        "revision": 1,
        "versions": made,
        "traffic": {made[0].version: 100},
        "previous": {},
        "control": str(folder / "control.sock"),
        "tokens": str(folder / "tokens.json"),
        "local_trust": "same-user",
        "ports": (0, 0),
        "timeout": 30.0,
    }
    return ServingOrder(**{**usual, **fields})


def put_in_place(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have model servers start this worker."""
    root = Path(__file__).resolve().parents[2] / "agent"
    script = folder / "fake_worker.py"
    script.write_text(textwrap.dedent(_SCRIPT).format(root=str(root), signature=SIGNATURE))

    def command(python: str, path: str, descriptor: int) -> list[str]:
        return [python, "-S", str(script), path, str(descriptor)]

    monkeypatch.setattr("cnet_agent.model_server.worker_process.command", command)


def asking(value: Any) -> bytes:
    """Return the body of a request."""
    return json.dumps({"input_data": value}).encode()
