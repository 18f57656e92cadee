"""What formats of models need to be loaded."""

import pytest

from cnet_agent.model.formats import is_model, usual_packages


@pytest.mark.parametrize(
    ("path", "packages"),
    [
        ("models/line.joblib", ("scikit-learn", "joblib")),
        ("LINE.PKL", ("scikit-learn", "joblib")),
        ("line.skops", ("scikit-learn", "skops")),
        ("net.onnx", ("onnxruntime", "numpy")),
        ("net.tflite", ("ai-edge-litert", "numpy")),
        ("net.pt", ()),  # nobody is given gigabytes who did not ask
        ("net.keras", ()),
        ("saved_model", ()),
        ("", ()),
    ],
)
def test_a_format_of_modest_needs_brings_its_libraries(
    path: str, packages: tuple[str, ...]
) -> None:
    assert usual_packages(path) == packages


@pytest.mark.parametrize("path", ["line.joblib", "a/NET.PT", "net.pt2", "net.keras", "net.h5"])
def test_files_of_models_are_known_by_their_names(path: str) -> None:
    assert is_model(path)


@pytest.mark.parametrize("path", ["plot.png", "model", "joblib", "a.joblib/notes.txt", ""])
def test_other_files_are_no_models(path: str) -> None:
    assert not is_model(path)
