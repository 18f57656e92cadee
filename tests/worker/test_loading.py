"""A model is loaded, and warmed up."""

from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pytest
from sklearn.linear_model import LinearRegression

from cnet_worker.digest import digest_of
from cnet_worker.loading import limit_threads, load
from cnet_worker.refused import CannotLoad, Refused
from cnet_worker.signature import Order


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "line.joblib"
    joblib.dump(LinearRegression().fit([[0.0], [1.0]], [1.0, 3.0]), made)
    return made


def order(path: Path, **fields: Any) -> Order:
    return Order(model="line", engine="python", model_path=str(path), **fields)


def test_a_model_is_ready_with_what_is_known_of_it(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ready = load(order(path, digest=digest_of(path)))
    assert ready.batcher.predict(5.5) == pytest.approx(12.0)
    assert ready.facts["signature"]["inputs"] == (
        {"name": "input", "datatype": "FP64", "shape": (-1, 1)},
    )
    assert ready.facts["versions"].keys() >= {"python", "numpy", "scikit-learn", "joblib"}
    assert ready.facts["load_seconds"] > 0
    assert ready.facts["warmup_seconds"] > 0
    said = capsys.readouterr().out
    assert "Loaded line in" in said
    assert "Warmed up in" in said


def test_a_model_is_warmed_up_with_what_is_given_or_not_loaded(path: Path) -> None:
    assert load(order(path, warmup=[[1.0]])).facts["warmup_seconds"] > 0
    with pytest.raises(CannotLoad, match="warmed up with: The model takes 1 value a row"):
        load(order(path, warmup=[[1.0, 2.0]]))


def test_zeros_that_cannot_be_predicted_keep_no_model_from_serving(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "mine.py"
    script.write_text(
        "def load(path): return None\ndef predict(m, rows): return [1 / row[0] for row in rows]\n"
    )
    told = Order("m", "python", script_path=str(script), config={"input_shape": [1]})
    assert load(told).facts["warmup_seconds"] is None
    assert "It was not warmed up" in capsys.readouterr().out


def test_the_configuration_may_name_the_columns(path: Path) -> None:
    ready = load(order(path, config={"preprocessing": {"columns": ["size"], "scale": 2}}))
    assert ready.facts["signature"]["features"] == ("size",)
    assert ready.batcher.predict({"size": 4}) == pytest.approx(5.0)


def test_a_file_that_is_not_what_was_registered_is_not_loaded(path: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotLoad, match="has changed since"):
        load(order(path, digest="0" * 64))
    with pytest.raises(CannotLoad, match="is not there any more"):
        load(order(tmp_path / "none.joblib"))
    empty = tmp_path / "empty.joblib"
    empty.touch()
    with pytest.raises(CannotLoad, match="is empty"):
        load(order(empty))


@pytest.mark.parametrize(
    ("line", "package"),
    [
        ("import library_that_is_missing", "library-that-is-missing"),
        ("import sklearn_that_is_missing.part", "sklearn-that-is-missing"),
        ("raise ImportError('libfoo.so is too old')", "libfoo.so is too old"),
        ("raise ModuleNotFoundError(name='cv2')", "opencv-python"),
    ],
)
def test_a_library_that_is_missing_is_named_as_it_is_installed(
    tmp_path: Path, line: str, package: str
) -> None:
    script = tmp_path / "mine.py"
    script.write_text(f"{line}\n")
    with pytest.raises(CannotLoad, match=package):
        load(Order("m", "python", script_path=str(script)))


def test_an_unknown_setting_is_told_before_anything_is_loaded(path: Path) -> None:
    with pytest.raises(CannotLoad, match="is not known"):
        load(order(path, config={"postprocessing": {"round_to": 2}}))


def test_libraries_are_told_how_many_threads_to_use(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR"):
        monkeypatch.delenv(f"{name}_NUM_THREADS", raising=False)
    monkeypatch.setenv("MKL_NUM_THREADS", "7")  # a person's own
    limit_threads(3)
    import os

    assert os.environ["OMP_NUM_THREADS"] == "3"
    assert os.environ["MKL_NUM_THREADS"] == "7"
    for name in ("OMP", "OPENBLAS", "NUMEXPR"):
        monkeypatch.setenv(f"{name}_NUM_THREADS", "1")  # is taken back after the test


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("from json import no_such_thing", "A library does not work: cannot import name"),
        (
            "import sklearn, sklearn.of_another_version",
            "scikit-learn has no sklearn.of_another_version in the version that is in its",
        ),
    ],
)
def test_a_library_that_is_there_is_not_said_to_be_missing(
    tmp_path: Path, line: str, says: str
) -> None:
    script = tmp_path / "mine.py"
    script.write_text(f"{line}\n")
    with pytest.raises(CannotLoad, match=says):
        load(Order("m", "python", script_path=str(script)))


def test_pandas_is_missed_before_anybody_asks(tmp_path: Path) -> None:
    model = LinearRegression().fit([[0.0], [1.0]], [1.0, 3.0])
    model.feature_names_in_ = np.array(["size"], dtype=object)
    joblib.dump(model, tmp_path / "named.joblib")
    with pytest.raises(CannotLoad, match="needs pandas, which is not in its environment"):
        load(order(tmp_path / "named.joblib"))


def test_there_must_be_as_many_names_as_columns(path: Path) -> None:
    with pytest.raises(CannotLoad, match=r"names 2 columns \(a, b\); the model takes the shape"):
        load(order(path, config={"preprocessing": {"columns": ["a", "b"]}}))


def test_names_tell_how_many_columns_there_are(tmp_path: Path) -> None:
    script = tmp_path / "mine.py"
    script.write_text(
        "def load(path): return None\ndef predict(m, rows): return [sum(row) for row in rows]\n"
    )
    config = {"preprocessing": {"columns": ["a", "b"]}}
    ready = load(Order("m", "python", script_path=str(script), config=config))
    assert ready.facts["signature"]["inputs"][0]["shape"] == (-1, 2)
    assert ready.batcher.predict({"b": 1, "a": 2}) == 3
    with pytest.raises(Refused, match="takes 2 values a row"):
        ready.batcher.predict([1, 2, 3])
