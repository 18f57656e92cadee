"""The standard training script, with what the training service tells it."""

import importlib.util
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import joblib
import numpy as np
import pytest
from sklearn.datasets import load_digits, load_iris

from cnet_agent.model.metrics import read

SCRIPT = Path(__file__).parents[2] / "examples" / "training" / "train.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("standard_training", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    vars(module)["torch"] = None  # scikit-learn's network, everywhere
    return module


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a job's own folder; its checkpoints lie in it."""
    monkeypatch.setenv("CNET_TASK_DIR", str(tmp_path))
    monkeypatch.setenv("CNET_CHECKPOINT_DIR", str(tmp_path / "checkpoints"))
    return tmp_path


def trains(script: ModuleType, *arguments: str) -> float:
    return float(script.train(script.parse(arguments)))


def test_digits_it_has_never_seen_are_recognised_by_its_model(
    script: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accuracy = trains(script, "--epochs", "5", "--batch-size", "32", "--learning-rate", "0.001")
    assert accuracy > 0.9
    said = capsys.readouterr().out
    assert "on 360 held-out samples" in said
    readings = [found for line in said.splitlines() if (found := read(line)) and found.values]
    assert [reading.epoch for reading in readings] == [1, 2, 3, 4, 5]
    assert {"loss", "accuracy", "val_loss", "val_accuracy"} == set(readings[-1].values)
    assert readings[-1].values["loss"] < readings[0].values["loss"]
    rows, labels = load_digits(return_X_y=True)
    model = joblib.load(folder / "model.joblib")
    assert np.mean(model.predict(rows) == labels) > 0.9


def test_what_was_asked_for_is_honoured(
    script: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = trains(script, "--dataset", "iris", "--epochs", "2", "--learning-rate", "0.00001")
    (folder / "checkpoints" / "checkpoint.joblib").unlink()
    fast = trains(script, "--dataset", "iris", "--epochs", "2", "--learning-rate", "0.05")
    assert fast > slow
    assert "Epoch 2/2" in capsys.readouterr().out


def test_the_environment_says_what_the_arguments_do_not(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("EPOCHS", "7"), ("BATCH_SIZE", "64"), ("DATASET", "wine"), ("GPU", "1")):
        monkeypatch.setenv(name, value)
    options = script.parse(["--batch-size", "8"])
    assert (options.epochs, options.batch_size, options.dataset) == (7, 8, "wine")
    assert (options.learning_rate, options.gpu) == (0.001, True)


def test_an_epoch_that_is_kept_is_not_trained_again(
    script: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trains(script, "--dataset", "iris", "--epochs", "3")
    capsys.readouterr()
    trains(script, "--dataset", "iris", "--epochs", "5")
    said = capsys.readouterr().out
    assert "[TRAIN] Resumed from epoch 3 of a checkpoint" in said
    assert re.findall(r"Epoch (\d)/5 started", said) == ["4", "5"]
    (resumed,) = [line for line in said.splitlines() if "Resumed" in line]
    found = read(resumed)
    assert found is not None
    assert found.resumed_from == 3


@pytest.mark.parametrize("damaged", [True, False])
def test_a_checkpoint_that_is_of_no_use_is_left_out_and_said(
    script: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str], damaged: bool
) -> None:
    trains(script, "--dataset", "iris", "--epochs", "1")
    if damaged:
        (folder / "checkpoints" / "checkpoint.joblib").write_bytes(b"half a file")
    capsys.readouterr()
    rate = "0.001" if damaged else "0.01"
    trains(script, "--dataset", "iris", "--epochs", "1", "--learning-rate", rate)
    said = capsys.readouterr().out
    assert "left out" in said
    assert "Epoch 1/1 started" in said


def test_a_table_of_ones_own_is_learned(script: ModuleType, folder: Path) -> None:
    rows, labels = load_iris(return_X_y=True)
    table = folder / "flowers.csv"
    flowers = zip(rows, labels, strict=True)
    lines = [",".join(map(str, row)) + f",kind{label}" for row, label in flowers]
    table.write_text("\n".join(["a,b,c,d,kind", *lines]))
    assert trains(script, "--dataset", str(table), "--epochs", "20", "--batch-size", "8") > 0.8
    predicted = joblib.load(folder / "model.joblib").predict(rows[:1])
    assert predicted[0] == "kind0"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1,2,a\n" * 9, "9 samples; at least 10"),
        ("1,2,a\n" * 10 + "x,2,b\n", "sample 11 of .* is no list of numbers"),
        ("1,2,a\n" * 10 + "1,b\n", "sample 11 of .* is no list of numbers"),
        ("1,2,a\n" * 10 + "1,2,b\n", "cannot be split"),
        (None, "cannot be read"),
    ],
)
def test_a_table_that_is_none_is_a_problem_with_its_place(
    script: ModuleType, folder: Path, text: str | None, says: str
) -> None:
    table = folder / "data.csv"
    if text is not None:
        table.write_text(text)
    with pytest.raises(script.Problem, match=says):
        trains(script, "--dataset", str(table))


@pytest.mark.usefixtures("folder")
def test_a_gpu_is_not_asked_for_in_vain(script: ModuleType) -> None:
    with pytest.raises(script.Problem, match="does not use GPUs"):
        trains(script, "--gpu")


@pytest.mark.parametrize(
    "arguments", [["--epochs", "0"], ["--learning-rate", "-1"], ["--epochs", "x"]]
)
def test_figures_that_cannot_be_are_refused(script: ModuleType, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        script.parse(arguments)
    assert refused.value.code == 2


def test_a_stop_ends_it_at_once_and_the_last_epoch_is_kept(folder: Path) -> None:
    command = [sys.executable, str(SCRIPT), "--epochs", "100000", "--dataset", "iris"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "Epoch 3/" in line:
                break
        process.send_signal(signal.SIGTERM)
        process.stdout.read()
        assert process.wait(20) == 128 + signal.SIGTERM
    assert joblib.load(folder / "checkpoints" / "checkpoint.joblib")["epoch"] >= 2


@pytest.mark.usefixtures("folder")
def test_a_problem_is_a_sentence_and_not_a_traceback(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # of this process it stays as it is
    monkeypatch.setattr(sys, "argv", ["train.py", "--dataset", "nowhere.csv"])
    assert script.main() == 2
    said = capsys.readouterr().err
    assert said.startswith("train.py: the data in nowhere.csv cannot be read")
    assert said.count("\n") == 1
