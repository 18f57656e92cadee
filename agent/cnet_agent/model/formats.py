"""What formats of models need to be loaded, where nobody says it. Pure."""

from pathlib import PurePath

_SMALL: dict[str, tuple[str, ...]] = {
    ".joblib": ("scikit-learn", "joblib"),
    ".pkl": ("scikit-learn", "joblib"),
    ".pickle": ("scikit-learn", "joblib"),
    ".skops": ("scikit-learn", "skops"),
    ".onnx": ("onnxruntime", "numpy"),
    ".tflite": ("ai-edge-litert", "numpy"),
}

_LARGE = {".pt", ".pth", ".pt2", ".keras", ".h5"}


def is_model(path: str) -> bool:
    """Tell by a file's name whether it is a model's."""
    suffix = PurePath(path).suffix.lower()
    return suffix in _SMALL or suffix in _LARGE


def usual_packages(model_path: str) -> tuple[str, ...]:
    """Return the packages that load a model's file.

    Only those of a modest size: PyTorch and TensorFlow take gigabytes and come in several builds,
    so nobody is given them who did not ask.
    """
    return _SMALL.get(PurePath(model_path).suffix.lower(), ())
