"""The neural network, as far as it goes without the hundreds of megabytes of TensorFlow."""

import importlib.util
import math
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

from cnet_agent.runtime.environments.metadata import parse

SCRIPT = Path(__file__).parents[2] / "examples" / "ml_models" / "neural_network.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    found = importlib.util.spec_from_file_location("neural_network", SCRIPT)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=50, check=False
    )


def test_the_commands_of_the_seed_are_understood(script: ModuleType) -> None:
    trained = script.parse_arguments(["train", "models/model.h5", "1000", "50"])
    assert (trained.run, trained.samples, trained.epochs) == (script.train, 1000, 50)
    predicted = script.parse_arguments(["predict", "models/model.h5", "3.5,2.1"])
    assert (predicted.run, predicted.values) == (script.run_predict, ["3.5,2.1"])
    evaluated = script.parse_arguments(["evaluate", "models/model.h5"])
    assert (evaluated.run, evaluated.model) == (script.evaluate, "models/model.h5")


def test_the_data_are_the_same_each_time_and_no_straight_line(script: ModuleType) -> None:
    rows, targets = script.make_data(200, seed=1)
    assert (rows, targets) == script.make_data(200, seed=1)
    assert (rows, targets) != script.make_data(200, seed=2)
    assert all(0 <= value <= 5 for row in rows for value in row)
    noise = [y - script.truth(*row) for row, y in zip(rows, targets, strict=True)]
    assert math.sqrt(math.fsum(error**2 for error in noise) / len(noise)) < 0.2
    middle = (script.truth(0, 5) + script.truth(5, 5)) / 2
    assert abs(script.truth(2.5, 5) - middle) > 1


def test_features_are_two_numbers(script: ModuleType) -> None:
    assert script.parse_row("3.5, 2.1") == [3.5, 2.1]


def test_how_good_a_model_is_is_measured(
    script: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    script.show_metrics([1.0, 2.0, 3.0], [1.0, 2.0, 4.0])
    assert capsys.readouterr().out.split() == ["r2=0.5000", "rmse=0.5774", "mae=0.3333"]


def test_targets_that_are_all_the_same_have_no_variance_to_explain(
    script: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    script.show_metrics([2.0, 2.0], [2.0, 2.0])
    assert capsys.readouterr().out.startswith("r2=n/a")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("predict", "missing.h5", "1,2"), "There is no model missing.h5; train it first"),
        (("evaluate", "missing.h5"), "There is no model missing.h5; train it first"),
        (("predict", "missing.h5", "one"), "'one' is not two numbers with a comma"),
        (("predict", "missing.h5", "1"), "takes two numbers, such as 3.5,2.1, and not '1'"),
        (("predict", "missing.h5", "1,nan"), "takes two numbers"),
        (("train", "model.joblib"), "must end with .h5 or .keras, not 'model.joblib'"),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = run(tmp_path, *arguments)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("word", ["0", "4", "many"])
def test_a_number_that_will_not_do_is_refused(tmp_path: Path, word: str) -> None:
    done = run(tmp_path, "train", "m.h5", word)
    assert done.returncode == 2
    assert "argument samples" in done.stderr


@pytest.mark.parametrize(
    ("system", "machine", "package"),
    [
        ("linux", "x86_64", "tensorflow-cpu"),
        ("linux", "aarch64", "tensorflow"),
        ("darwin", "arm64", "tensorflow"),
    ],
)
def test_an_environment_gets_the_smallest_tensorflow_that_there_is(
    system: str, machine: str, package: str
) -> None:
    metadata = parse(SCRIPT.read_text(encoding="utf-8"))
    assert metadata is not None
    here = {"sys_platform": system, "platform_machine": machine}
    asked = [Requirement(text) for text in metadata.dependencies]
    assert [each.name for each in asked if each.marker and each.marker.evaluate(here)] == [package]
