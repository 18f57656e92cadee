"""Models of Python: what was kept in a file, or what a script makes."""

import pickle
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import joblib
import numpy as np
import pytest
from sklearn.datasets import load_iris
from sklearn.linear_model import LinearRegression, LogisticRegression

from cnet_worker.engines.python import Estimator, Scripted, load
from cnet_worker.refused import CannotLoad
from cnet_worker.signature import Order

SCRIPT = """
def load(path):
    return path
def predict(model, rows):
    {predict}
"""


@pytest.fixture(autouse=True)
def own_path() -> Iterator[None]:
    before = list(sys.path)
    yield
    sys.path[:] = before
    sys.modules.pop("cnet_model_script", None)


def order(**fields: Any) -> Order:
    return Order(model="m", engine="python", **fields)


def kept(folder: Path, model: Any, name: str = "m.joblib") -> str:
    path = folder / name
    if name.endswith(".joblib"):
        joblib.dump(model, path)
    else:
        path.write_bytes(pickle.dumps(model))
    return str(path)


def line() -> LinearRegression:
    return LinearRegression().fit([[0.0], [1.0]], [1.0, 3.0])


@pytest.mark.parametrize("name", ["m.joblib", "m.pkl", "m.pickle", "M.JOBLIB"])
def test_an_estimator_is_loaded_from_what_kept_it(tmp_path: Path, name: str) -> None:
    path = kept(tmp_path, line(), name.lower())
    renamed = Path(path).rename(tmp_path / name)
    loaded = load(order(model_path=str(renamed)))
    assert loaded.predict({"input": [[2.0], [3.0]]})["predict"] == pytest.approx([5.0, 7.0])
    signature = loaded.signature
    assert (signature.platform, signature.width, signature.features) == ("sklearn", 1, None)
    assert signature.outputs[0].datatype == "FP64"


@pytest.mark.parametrize(("labels", "datatype"), [([0, 1, 2], "INT64"), (["a", "b", "c"], "BYTES")])
def test_a_classifier_answers_its_classes(tmp_path: Path, labels: list[Any], datatype: str) -> None:
    x, y = load_iris(return_X_y=True)
    model = LogisticRegression(max_iter=500).fit(x, np.array(labels)[y])
    loaded = load(order(model_path=kept(tmp_path, model)))
    assert loaded.signature.width == 4
    assert loaded.signature.outputs[0].datatype == datatype
    found = loaded.predict({"input": x[:3].tolist()})["predict"].tolist()
    assert found == model.predict(x[:3]).tolist()


def test_names_that_the_examples_keep_beside_a_model_are_its_columns(tmp_path: Path) -> None:
    model = line()
    model.cnet_features = ["x"]
    loaded = load(order(model_path=kept(tmp_path, model)))
    assert loaded.signature.features == ("x",)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        loaded.predict({"input": [[2.0]]})


def test_a_model_that_was_fitted_with_a_data_frame_needs_pandas(tmp_path: Path) -> None:
    model = line()
    model.feature_names_in_ = np.array(["x"], dtype=object)
    with pytest.raises(ModuleNotFoundError, match="pandas"):
        load(order(model_path=kept(tmp_path, model)))


class Fitted:
    """What was fitted with a data frame of the columns x and y."""

    feature_names_in_ = np.array(["x", "y"], dtype=object)

    def predict(self, frame: Any) -> Any:
        return frame


def test_the_columns_of_a_data_frame_are_those_of_the_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frames = SimpleNamespace(DataFrame=lambda rows, columns: (rows, columns))
    monkeypatch.setitem(sys.modules, "pandas", frames)
    loaded = Estimator(Fitted(), {})
    assert (loaded.signature.features, loaded.signature.takes_text) == (("x", "y"), True)
    found = loaded.predict({"input": [[2.0, "a"]]})
    assert found == {"predict": ([[2.0, "a"]], ["x", "y"])}


def test_whole_numbers_are_as_good_as_others_alone_and_beside_them() -> None:
    seen: list[Any] = []
    loaded = Estimator(SimpleNamespace(predict=seen.append), {})
    for rows in ([[1]], [[1], [2.5]], [[10**30]], [[2**63]]):
        loaded.predict({"input": rows})
    assert {str(array.dtype) for array in seen} == {"float64"}


def test_several_targets_are_answered_with_a_list_a_row(tmp_path: Path) -> None:
    model = LinearRegression().fit([[0.0], [1.0]], [[0.0, 1.0], [2.0, 5.0]])
    loaded = load(order(model_path=kept(tmp_path, model)))
    found = loaded.predict({"input": [[2.0]]})["predict"]
    assert found.tolist() == [pytest.approx([4.0, 9.0])]


@pytest.mark.parametrize(
    "predict",
    [
        "return [row[0] * 2 for row in rows]",
        "return (row[0] * 2 for row in rows)",
        "import numpy; return numpy.asarray(rows)[:, 0] * 2",
    ],
)
def test_a_script_answers_in_any_form(tmp_path: Path, predict: str) -> None:
    script = tmp_path / "mine.py"
    script.write_text(SCRIPT.format(predict=predict))
    loaded = load(order(script_path=str(script), config={"input_shape": [1]}))
    assert isinstance(loaded, Scripted)
    assert loaded.device == ""  # which is the script's affair
    assert loaded.signature.width == 1
    for rows in ([[1.0], [2.0]], np.array([[1.0], [2.0]])):
        assert list(loaded.predict({"input": rows})["predict"]) == [2.0, 4.0]


def test_a_script_of_the_seeds_kind_leaves_loading_to_the_engine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "program.py"
    script.write_text("if __name__ == '__main__':\n    raise SystemExit(1)\n")
    loaded = load(order(model_path=kept(tmp_path, line()), script_path=str(script)))
    assert isinstance(loaded, Estimator)
    assert "has no load and predict; loading" in capsys.readouterr().out
    with pytest.raises(CannotLoad, match="and there is no file"):
        load(order(script_path=str(script)))


def test_what_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    whole = Path(kept(tmp_path, line())).read_bytes()
    (tmp_path / "half.joblib").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.pkl").write_text("hello")
    (tmp_path / "m.onnx").write_bytes(whole)
    kept(tmp_path, {"no": "model"}, "dict.pkl")
    for name, says in (
        ("half.joblib", "half.joblib cannot be read, it may be incomplete"),
        ("text.pkl", "text.pkl cannot be read"),
        ("m.onnx", "is none of .joblib"),
        ("dict.pkl", "holds a dict, which has no predict"),
    ):
        with pytest.raises(CannotLoad, match=says):
            load(order(model_path=str(tmp_path / name)))


def test_the_form_of_the_input_may_be_told_where_a_model_does_not_know_it(tmp_path: Path) -> None:
    script = tmp_path / "mine.py"
    script.write_text(SCRIPT.format(predict="return [len(row) for row in rows]"))
    image = load(order(script_path=str(script), config={"input_shape": [2, 2]}))
    assert image.signature.inputs[0].shape == (-1, 2, 2)
    anything = load(order(script_path=str(script)))
    assert (anything.signature.is_table, anything.signature.width) == (True, None)
    several = load(order(script_path=str(script), config={"output_shape": [3]}))
    assert several.signature.outputs[0].shape == (-1, 3)
