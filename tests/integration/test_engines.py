"""Models of every format, loaded by real workers in real environments."""

import json
import os
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cnet_worker.frames import PREDICT, Replies, Reply, pack_request
from cnet_worker.start import command

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]

SMALL = ("scikit-learn", "joblib", "skops", "skl2onnx", "onnxruntime", "pandas", "numpy")
FRAMEWORKS = os.environ.get("CNET_TEST_FRAMEWORKS", "")
WHERE = "set CNET_TEST_FRAMEWORKS to a Python with torch, tensorflow and ai-edge-litert"

# Makes the models, and writes down what their own framework answers.
SMALL_MODELS = """
import json, pickle, warnings
import joblib, numpy, pandas
from skl2onnx import to_onnx
from skl2onnx.common.data_types import StringTensorType
from sklearn.datasets import load_iris
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
import skops.io
x, y = load_iris(return_X_y=True)
pipeline = make_pipeline(StandardScaler(), LogisticRegression(max_iter=500)).fit(x, y)
joblib.dump(pipeline, "iris.joblib")
skops.io.dump(pipeline, "iris.skops")
onnx = to_onnx(pipeline, x[:1].astype(numpy.float32), options={"zipmap": False})
open("iris.onnx", "wb").write(onnx.SerializeToString())
line = make_pipeline(StandardScaler(), LinearRegression()).fit(x[:, :3], x[:, 3])
joblib.dump(line, "line.joblib")
onnx = to_onnx(line, x[:1, :3].astype(numpy.float32))
open("line.onnx", "wb").write(onnx.SerializeToString())
many = numpy.random.default_rng(0).normal(size=(1000, 3))
words = OneHotEncoder(sparse_output=False).fit([["red"], ["blue"]])
text = to_onnx(words, initial_types=[("word", StringTensorType([None, 1]))])
open("words.onnx", "wb").write(text.SerializeToString())
frame = pandas.DataFrame({"size": [1.0, 2.0, 3.0, 4.0], "kind": [0, 1, 0, 1]})
named = LogisticRegression().fit(frame, ["a", "b", "a", "b"])
joblib.dump(named, "named.joblib")
rows = x[::10]
json.dump({"rows": rows.tolist(), "answers": pipeline.predict(rows).tolist(),
    "many": many.tolist(), "lines": line.predict(many).tolist(),
    "words": words.transform([["blue"], ["red"]]).tolist(),
    "named": named.predict(frame).tolist()}, open("truth.json", "w"))
"""
TORCH_MODELS = """
import json, torch
torch.manual_seed(0)
net = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.ReLU(), torch.nn.Linear(4, 2)).eval()
rows = torch.randn(5, 3)
torch.jit.script(net).save("net.pt")
batch = torch.export.Dim("batch")
torch.export.save(torch.export.export(net, (rows,), dynamic_shapes=({0: batch},)), "net.pt2")
torch.save(net.state_dict(), "state.pth")
open("net.py", "w").write('''
import torch
def load(path):
    net = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.ReLU(), torch.nn.Linear(4, 2))
    net.load_state_dict(torch.load(path, weights_only=True))
    return net.eval()
def predict(model, rows):
    return model(torch.tensor(rows))
''')
script = open("net.py").read()
asks = "model(torch.tensor(rows))"
open("list.py", "w").write(script.replace(asks, f"list({asks})"))
class Two(torch.nn.Module):
    def forward(self, rows):
        return rows, rows
torch.jit.trace(Two(), (rows,)).save("two.pt")
many = torch.randn(1000, 3)
truth = {"rows": rows, "answers": net(rows), "many": many, "lines": net(many)}
told = {name: found.detach().tolist() for name, found in truth.items()}
json.dump(told, open("truth.json", "w"))
"""
KERAS_MODELS = """
import json, os
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy, tensorflow
tensorflow.keras.utils.set_random_seed(0)
layers = tensorflow.keras.layers
net = tensorflow.keras.Sequential([layers.Input((3,)), layers.Dense(4, "relu"), layers.Dense(2)])
rows = numpy.random.default_rng(0).normal(size=(5, 3)).astype("float32")
net.save("net.keras")
net.save("net.h5")
net.export("saved")
entry = layers.Input((3,), name="entry")
named = {"b": layers.Dense(2)(entry), "a": layers.Dense(2)(entry)}
both = tensorflow.keras.Model(entry, named)
both.save("named.keras")
lite = tensorflow.lite.TFLiteConverter.from_keras_model(net).convert()
open("net.tflite", "wb").write(lite)
many = numpy.random.default_rng(1).normal(size=(1000, 3)).astype("float32")
truth = {"rows": rows, "answers": net(rows).numpy(), "a": both(rows)["a"].numpy()}
truth |= {"many": many, "lines": net(many).numpy()}
json.dump({name: found.tolist() for name, found in truth.items()}, open("truth.json", "w"))
"""


class Worker:
    """Asks a worker at the other end of a socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._replies = Replies()

    def hear(self, count: int) -> list[Reply]:
        """Return the next replies, in whatever order they come."""
        heard: list[Reply] = []
        while len(heard) < count:
            heard += self._replies.feed(self._connection.recv(2**20))
        return heard

    def __call__(self, value: Any) -> Any:
        """Return the prediction for a value."""
        return self.at_once([value])[0]

    def at_once(self, values: list[Any]) -> list[Any]:
        """Return the predictions for values, each asked by a request of its own, all at once."""
        bodies = [json.dumps({"input_data": value}).encode() for value in values]
        frames = [pack_request(number, PREDICT, body) for number, body in enumerate(bodies, 1)]
        sending = threading.Thread(target=self._connection.sendall, args=(b"".join(frames),))
        sending.start()
        told: dict[int, Any] = {}
        for reply in self.hear(len(values)):
            told[reply.id] = json.loads(reply.body)
            assert reply.status == 200, told[reply.id]
        sending.join()
        return [told[number]["prediction"] for number in range(1, len(values) + 1)]


def answers_each(worker: Worker, truth: Any) -> None:
    """See that a thousand requests at once get what their own framework says of each."""
    found = worker.at_once(truth["many"])
    assert len({str(answer) for answer in found}) > 800  # or nobody would see a mix-up
    for answer, right in zip(found, truth["lines"], strict=True):
        alone = answer if isinstance(right, list) or not isinstance(answer, list) else answer[0]
        assert alone == pytest.approx(right, abs=1e-4)


@contextmanager
def asked(python: str, folder: Path, path: str, **order: Any) -> Iterator[Worker]:
    """Load a model in a worker; give something that asks it."""
    told = {"model": path, "engine": "python", "model_path": str(folder / path), **order}
    (folder / "order.json").write_text(json.dumps(told))
    ours, theirs = socket.socketpair()
    ours.settimeout(120)
    with theirs:
        process = subprocess.Popen(
            command(python, str(folder / "order.json"), theirs.fileno()),
            pass_fds=(theirs.fileno(),),
            env={**os.environ, "CUDA_VISIBLE_DEVICES": "-1"},
        )
    worker = Worker(ours)
    try:
        word = worker.hear(1)[0]
        assert word.status == 200, word.body
        yield worker
    finally:
        ours.close()
        assert process.wait(30) == 0


def made(python: str, folder: Path, script: str) -> Any:
    """Run a script that makes models in a folder, and return what they answer."""
    (folder / "make.py").write_text(textwrap.dedent(script))
    subprocess.run([python, "make.py"], cwd=folder, check=True, capture_output=True, timeout=200)
    return json.loads((folder / "truth.json").read_text())


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Any]:
    """Give a Python with small libraries, a folder of models, and the truth about them."""
    folder = tmp_path_factory.mktemp("small")
    uv = [sys.executable, "-m", "uv"]
    environment = str(folder / "environment")
    subprocess.run([*uv, "venv", "-q", "--python", sys.executable, environment], check=True)
    python = f"{environment}/bin/python"
    subprocess.run([*uv, "pip", "install", "-q", "--python", python, *SMALL], check=True)
    return python, folder, made(python, folder, SMALL_MODELS)


@pytest.mark.parametrize(
    ("path", "engine"),
    [("iris.joblib", "python"), ("iris.skops", "python"), ("iris.onnx", "pytorch")],
)
def test_a_pipeline_answers_as_scikit_learn_does(
    small: tuple[str, Path, Any], path: str, engine: str
) -> None:
    python, folder, truth = small
    with asked(python, folder, path, engine=engine) as predict:
        assert predict(truth["rows"]) == truth["answers"]
        assert predict(truth["rows"][3]) == truth["answers"][3]


def test_a_model_that_was_fitted_with_names_is_asked_by_them(
    small: tuple[str, Path, Any],
) -> None:
    python, folder, truth = small
    with asked(python, folder, "named.joblib") as predict:
        columns = {"kind": [0, 1, 0, 1], "size": [1.0, 2.0, 3.0, 4.0]}
        assert predict(columns) == truth["named"]
        assert predict({"size": 1.0, "kind": 0}) == truth["named"][0]


def test_a_table_of_text_is_asked_as_text(small: tuple[str, Path, Any]) -> None:
    python, folder, truth = small
    with asked(python, folder, "words.onnx", engine="pytorch") as predict:
        assert predict([["blue"], ["red"]]) == truth["words"]
        assert predict("blue") == truth["words"][0]
        with pytest.raises(AssertionError, match="takes text; row 1 has 5"):
            predict(5)


@pytest.fixture(scope="module")
def torch_models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    folder = tmp_path_factory.mktemp("torch")
    return folder, made(FRAMEWORKS, folder, TORCH_MODELS)


SIZES = pytest.mark.parametrize("most", [1, 7, 64, 4096])


@SIZES
@pytest.mark.parametrize(("path", "engine"), [("line.joblib", "python"), ("line.onnx", "pytorch")])
def test_a_thousand_requests_at_once_get_an_answer_each_of_their_own(
    small: tuple[str, Path, Any], path: str, engine: str, most: int
) -> None:
    python, folder, truth = small
    with asked(python, folder, path, engine=engine, max_batch=most) as worker:
        answers_each(worker, truth)


@pytest.mark.skipif(not FRAMEWORKS, reason=WHERE)
@SIZES
@pytest.mark.parametrize("path", ["net.pt", "net.pt2"])
def test_a_thousand_requests_at_once_get_pytorchs_answer_each(
    torch_models: tuple[Path, Any], path: str, most: int
) -> None:
    folder, truth = torch_models
    more = {"engine": "pytorch", "config": {"input_shape": [3]}, "max_batch": most}
    with asked(FRAMEWORKS, folder, path, **more) as worker:
        answers_each(worker, truth)


@pytest.mark.skipif(not FRAMEWORKS, reason=WHERE)
@SIZES
@pytest.mark.parametrize("path", ["net.keras", "net.h5", "saved", "net.tflite"])
def test_a_thousand_requests_at_once_get_kerass_answer_each(
    keras_models: tuple[Path, Any], path: str, most: int
) -> None:
    folder, truth = keras_models
    with asked(FRAMEWORKS, folder, path, engine="tensorflow", max_batch=most) as worker:
        answers_each(worker, truth)


@pytest.mark.skipif(not FRAMEWORKS, reason=WHERE)
@pytest.mark.parametrize(
    ("path", "script"),
    [("net.pt", ""), ("net.pt2", ""), ("state.pth", "net.py"), ("state.pth", "list.py")],
)
def test_a_network_answers_as_pytorch_does(
    torch_models: tuple[Path, Any], path: str, script: str
) -> None:
    folder, truth = torch_models
    more = {"script_path": str(folder / script)} if script else {}
    config = {"input_shape": [3]}
    with asked(FRAMEWORKS, folder, path, engine="pytorch", config=config, **more) as predict:
        for row, answer in zip(predict(truth["rows"]), truth["answers"], strict=True):
            assert row == pytest.approx(answer, abs=1e-5)
        assert predict(truth["rows"][0]) == pytest.approx(truth["answers"][0], abs=1e-5)


@pytest.mark.skipif(not FRAMEWORKS, reason=WHERE)
def test_a_module_of_several_tensors_is_not_taken_for_one_of_several_rows(
    torch_models: tuple[Path, Any],
) -> None:
    folder, truth = torch_models
    config = {"input_shape": [3]}
    with (
        asked(FRAMEWORKS, folder, "two.pt", engine="pytorch", config=config) as predict,
        pytest.raises(AssertionError, match="the module gives 2 tensors"),
    ):
        predict(truth["rows"][:2])


@pytest.fixture(scope="module")
def keras_models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    folder = tmp_path_factory.mktemp("keras")
    return folder, made(FRAMEWORKS, folder, KERAS_MODELS)


@pytest.mark.skipif(not FRAMEWORKS, reason=WHERE)
@pytest.mark.parametrize("path", ["net.keras", "net.h5", "saved", "net.tflite"])
def test_a_network_answers_as_keras_does(keras_models: tuple[Path, Any], path: str) -> None:
    folder, truth = keras_models
    with asked(FRAMEWORKS, folder, path, engine="tensorflow") as predict:
        for row, answer in zip(predict(truth["rows"]), truth["answers"], strict=True):
            assert row == pytest.approx(answer, abs=1e-5)
        assert predict(truth["rows"][0]) == pytest.approx(truth["answers"][0], abs=1e-5)


@pytest.mark.skipif(not FRAMEWORKS, reason=WHERE)
def test_a_network_of_outputs_by_name_answers_the_first_of_the_alphabet(
    keras_models: tuple[Path, Any],
) -> None:
    folder, truth = keras_models
    with asked(FRAMEWORKS, folder, "named.keras", engine="tensorflow") as predict:
        for row, answer in zip(predict(truth["rows"]), truth["a"], strict=True):
            assert row == pytest.approx(answer, abs=1e-5)
