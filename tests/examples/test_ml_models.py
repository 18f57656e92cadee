"""The example models, run as the seeds print their commands."""

import contextlib
import importlib.util
import io
import runpy
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "ml_models"
LINEAR = "simple_linear_regression.py"
CUSTOM = "custom_model_template.py"


@dataclass(frozen=True, slots=True)
class Done:
    """What a script printed, and the status it ended with."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, script: str, *arguments: str) -> Done:
    """Run a script here, as a program of its own would: importing what it needs takes a second."""
    code: Any = 0
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(io.StringIO()) as said,
        contextlib.redirect_stderr(io.StringIO()) as complained,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(sys, "argv", [script, *arguments])
        try:
            runpy.run_path(str(EXAMPLES / script), run_name="__main__")
        except SystemExit as end:
            code = end.code
    sentence = f"{code}\n" if isinstance(code, str) else ""
    status = 1 if sentence else code or 0
    return Done(status, said.getvalue(), complained.getvalue() + sentence)


def run_apart(folder: Path, script: str, *arguments: str) -> Done:
    """Run a script as a program of its own."""
    done = subprocess.run(
        [sys.executable, EXAMPLES / script, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def output(done: Done) -> str:
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def values(text: str) -> dict[str, float]:
    """Return the ``name=number`` lines."""
    pairs = [line.split("=") for line in text.splitlines() if line.count("=") == 1]
    return {name: float(value) for name, value in pairs}


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    text = output(run_apart(folder, LINEAR, "train", "models/model.joblib", "1000"))
    assert "[1/4] Reading data" in text
    assert values(text)["r2"] > 0.95
    assert abs(values(text)["weight[x]"] - 2) < 0.1
    return folder


def test_a_line_is_found_and_predicts(trained: Path) -> None:
    text = output(run(trained, LINEAR, "predict", "models/model.joblib", "5.5", "0"))
    first, second = [float(line.rpartition(" ")[2]) for line in text.splitlines()]
    assert abs(first - 12) < 0.3
    assert abs(second - 1) < 0.3


def test_a_model_is_evaluated_on_fresh_data(trained: Path) -> None:
    found = values(output(run(trained, LINEAR, "evaluate", "models/model.joblib")))
    assert found["rmse"] < 0.6


def test_a_line_is_fitted_to_a_file(tmp_path: Path) -> None:
    rows = "\n".join(f"{n},{n % 7},row {n},{3 * n - 2 * (n % 7) + 5}" for n in range(60))
    (tmp_path / "data.csv").write_text(f"a,b,name,price\n{rows}\n")
    text = output(run(tmp_path, LINEAR, "train", "m.joblib", "--data=data.csv", "--target=price"))
    assert values(text)["weight[a]"] == 3
    assert values(text)["weight[b]"] == -2
    assert "17.0000" in output(run(tmp_path, LINEAR, "predict", "m.joblib", "4,0"))
    assert (
        values(output(run(tmp_path, LINEAR, "evaluate", "m.joblib", "--data=data.csv")))["r2"] == 1
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("predict", "missing.joblib", "1"), "There is no model missing.joblib; train it first"),
        (("predict", "models/model.joblib", "one"), "'one' is not a number"),
        (("predict", "models/model.joblib", "1,2"), "takes 1 feature(s), '1,2' has 2"),
        (("train", "m.joblib", "--data=missing.csv"), "The data file cannot be read"),
        (("train", "m.joblib", "3"), "3 samples are too few"),
        (("train", "models/model.joblib/x", "10"), "The model cannot be saved"),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(
    trained: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = run(trained, LINEAR, *arguments)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_the_template_runs_as_it_stands(tmp_path: Path) -> None:
    assert "loss=0." in output(
        run_apart(tmp_path, CUSTOM, "train", "models/your_model.pkl", "1000")
    )
    text = output(run(tmp_path, CUSTOM, "predict", "models/your_model.pkl", "5.5"))
    assert abs(float(text.split()[-1]) - 12.5) < 0.3
    assert values(output(run(tmp_path, CUSTOM, "evaluate", "models/your_model.pkl")))["mse"] < 0.5


@pytest.mark.parametrize(
    ("script", "model"), [(LINEAR, "m.joblib"), (CUSTOM, "m.pkl")], ids=["linear", "custom"]
)
def test_a_model_server_can_load_and_predict(tmp_path: Path, script: str, model: str) -> None:
    output(run(tmp_path, script, "train", model, "200"))
    module = _imported(script)
    first, second = module.predict(module.load(tmp_path / model), [[1.0], [2.0]])
    assert 1.5 < second - first < 3.5


def _imported(script: str) -> Any:
    found = importlib.util.spec_from_file_location(script.removesuffix(".py"), EXAMPLES / script)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module
