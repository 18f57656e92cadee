"""A worker as a process."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cnet_worker.frames import PREDICT, Replies, Reply, pack_request
from cnet_worker.start import command

DOUBLES = """
def load(path):
    return 2
def predict(model, rows):
    return [row[0] * model for row in rows]
"""


class Worker:
    """A worker, and the server's end of its socket."""

    def __init__(self, folder: Path, python: str = sys.executable, **order: Any) -> None:
        path = folder / "order.json"
        path.write_text(json.dumps({"model": "m", "engine": "python", **order}))
        self.socket, theirs = socket.socketpair()
        self.socket.settimeout(20)
        self._replies = Replies()
        with theirs:
            self.process = subprocess.Popen(
                command(python, str(path), theirs.fileno()),
                pass_fds=(theirs.fileno(),),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )

    def hear(self, count: int = 1) -> list[Reply]:
        found: list[Reply] = []
        while len(found) < count:
            data = self.socket.recv(65536)
            assert data, "it ended"
            found += self._replies.feed(data)
        return found

    def ends(self) -> tuple[int, str]:
        said, _ = self.process.communicate(timeout=20)
        return self.process.returncode, said


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Worker]]:
    started: list[Worker] = []

    def begin(text: str = DOUBLES, **order: Any) -> Worker:
        (tmp_path / "mine.py").write_text(text)
        worker = Worker(tmp_path, script_path=str(tmp_path / "mine.py"), **order)
        started.append(worker)
        return worker

    yield begin
    for worker in started:
        worker.socket.close()
        worker.process.kill()
        worker.process.communicate()


def test_a_worker_says_that_it_is_ready_answers_and_ends_with_its_socket(
    start: Callable[..., Worker],
) -> None:
    worker = start()
    (word,) = worker.hear()
    told = json.loads(word.body)
    assert (word.id, word.status) == (0, 200)
    assert told["signature"]["platform"] == "python_script"
    assert told["memory"] > 1_000_000
    bodies = [json.dumps({"input_data": number}).encode() for number in range(100)]
    requests = (pack_request(n, PREDICT, body) for n, body in enumerate(bodies, 1))
    worker.socket.sendall(b"".join(requests))
    answers = {reply.id: json.loads(reply.body) for reply in worker.hear(100)}
    assert answers == {number + 1: {"prediction": number * 2} for number in range(100)}
    worker.socket.close()
    code, said = worker.ends()
    assert code == 0
    assert "Loaded m in" in said


def test_a_worker_that_nobody_wants_any_more_does_not_go_on_loading(
    start: Callable[..., Worker],
) -> None:
    worker = start("import time\nprint('loading', flush=True)\ntime.sleep(60)\n")
    assert worker.process.stdout is not None
    assert worker.process.stdout.readline() == "loading\n"
    worker.socket.close()
    assert worker.process.wait(10) == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("import library_that_is_missing", "It needs library-that-is-missing"),
        ("def load(path): raise RuntimeError('no luck')\ndef predict(m, r): pass", "no luck"),
        ("def load(\n", "mine.py, line 1"),
        ("raise SystemExit(3)", "SystemExit: 3"),
    ],
)
def test_a_model_that_cannot_be_loaded_is_told_and_the_worker_ends(
    start: Callable[..., Worker], text: str, says: str
) -> None:
    worker = start(text)
    (word,) = worker.hear()
    assert (word.id, word.status) == (0, 500)
    assert says in json.loads(word.body)["error"]
    code, said = worker.ends()
    assert (code, "Cannot load the model" in said) == (1, True)


def test_a_model_finds_nothing_of_the_agents(start: Callable[..., Worker]) -> None:
    worker = start(
        "import sys\n"
        "import cnet_worker\n"
        "from pathlib import Path\n"
        "beside = str(Path(cnet_worker.__file__).parent.parent)\n"
        "assert beside not in map(str, map(Path, sys.path)), sys.path\n"
        "assert str(Path(cnet_worker.__file__).parent) not in sys.path, sys.path\n" + DOUBLES,
        python=str(Path(sys.base_prefix, "bin", "python3")),  # without our development install
    )
    (word,) = worker.hear()
    assert word.status == 200, word.body
