"""What formats of models need to be loaded."""

import pytest

from cnet_agent.model.formats import usual_packages


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
