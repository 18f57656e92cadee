"""A worker as a process."""

import json
import os
import pickle
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
    assert answers == {
        number + 1: {"prediction": number * 2, "version": "1"} for number in range(100)
    }
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


def test_a_worker_that_nobody_wants_any_more_does_not_go_on_computing(
    start: Callable[..., Worker],
) -> None:
    worker = start(
        "import time\n"
        "def load(path): return None\n"
        "def predict(model, rows):\n"
        "    print('computing', flush=True)\n"
        "    time.sleep(60)\n"
    )
    worker.hear()
    worker.socket.sendall(pack_request(1, PREDICT, b'{"input_data": 5}'))
    worker.socket.sendall(pack_request(2, PREDICT, b'{"input_data": 6}'))  # which is not read
    assert worker.process.stdout is not None
    while worker.process.stdout.readline() != "computing\n":
        pass
    worker.socket.close()
    assert worker.process.wait(10) == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("import library_that_is_missing", "It needs library-that-is-missing"),
        ("def load(path): raise RuntimeError('no luck')\ndef predict(m, r): pass", "no luck"),
        ("def load(\n", "mine.py, line 1"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("def load(path): pass", "has load but no predict"),
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


@pytest.mark.parametrize(
    ("digest", "says"), [("", "half.joblib cannot be read"), ("0" * 64, "has changed since")]
)
def test_a_file_that_cannot_be_loaded_is_told_and_the_worker_ends(
    start: Callable[..., Worker], tmp_path: Path, digest: str, says: str
) -> None:
    path = tmp_path / "half.joblib"
    path.write_bytes(pickle.dumps([0.5] * 100)[:50])
    worker = start("", model_path=str(path), digest=digest)
    (word,) = worker.hear()
    assert (word.id, word.status) == (0, 500)
    assert says in json.loads(word.body)["error"]
    assert worker.ends()[0] == 1


@pytest.mark.parametrize("safe", ["", "1"])
def test_a_model_finds_nothing_of_the_agents(
    start: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch, safe: str
) -> None:
    monkeypatch.setenv("PYTHONSAFEPATH", safe)
    worker = start(
        "import sys\n"
        "import cnet_worker\n"
        "from importlib.util import find_spec\n"
        "from pathlib import Path\n"
        "here = Path(cnet_worker.__file__).parent\n"
        "assert not {str(here), str(here.parent)} & set(map(str, map(Path, sys.path))), sys.path\n"
        "assert (here.parent / 'cnet_agent').is_dir()\n"
        "assert find_spec('cnet_agent') is None\n"
        "assert find_spec('frames') is None\n" + DOUBLES,
        python=str(Path(sys.base_prefix, "bin", "python3")),  # without our development install
    )
    (word,) = worker.hear()
    assert word.status == 200, word.body


def test_a_worker_that_is_told_to_end_still_answers_what_it_was_sent(
    start: Callable[..., Worker], tmp_path: Path
) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    worker = start(
        "waiting = [True]\n"
        "def load(path): return None\n"
        "def predict(model, rows):\n"
        "    if waiting:\n"
        "        waiting.clear()\n"
        "        print('computing', flush=True)\n"
        f"        open({str(gate)!r}).read()\n"  # until the test has told it to end
        "    return [row[0] for row in rows]\n"
    )
    worker.hear()
    worker.socket.sendall(pack_request(1, PREDICT, b'{"input_data": 5}'))
    assert worker.process.stdout is not None
    while worker.process.stdout.readline() != "computing\n":
        pass
    worker.socket.sendall(pack_request(2, PREDICT, b'{"input_data": 6}'))
    worker.process.terminate()
    gate.write_text("go on")
    answers = {reply.id: json.loads(reply.body)["prediction"] for reply in worker.hear(2)}
    assert answers == {1: 5, 2: 6}
    assert worker.ends()[0] == 0


def test_a_worker_goes_on_after_an_answer_that_is_none(start: Callable[..., Worker]) -> None:
    worker = start(
        "import sys\n"
        "def load(path): return None\n"
        "def predict(model, rows):\n"
        "    wanted = rows[0][0]\n"
        "    return sys.exit(1) if wanted == 1 else {'a': 1} if wanted == 2 else [wanted]\n"
    )
    worker.hear()
    found = []
    for number in (1, 2, 3):
        body = json.dumps({"input_data": number}).encode()
        worker.socket.sendall(pack_request(number, PREDICT, body))
        found += worker.hear()
    assert [reply.status for reply in found] == [500, 500, 200]


def test_what_a_library_says_on_many_lines_is_told_on_one(start: Callable[..., Worker]) -> None:
    worker = start("raise ValueError('one\\ntwo')")
    (word,) = worker.hear()
    assert "ValueError: one two." in json.loads(word.body)["error"]


def test_a_script_that_needs_no_numpy_gets_none(start: Callable[..., Worker]) -> None:
    worker = start(
        "import sys\n"
        "def load(path): return None\n"
        "def predict(model, rows): return ['numpy' in sys.modules for _ in rows]\n",
        config={"preprocessing": {"mean": 1, "clip": [0, 1]}, "postprocessing": {"labels": "ny"}},
    )
    worker.hear()
    worker.socket.sendall(pack_request(1, PREDICT, b'{"input_data": [[1], [2]]}'))
    (reply,) = worker.hear()
    assert json.loads(reply.body) == {"prediction": ["n", "n"], "version": "1"}
