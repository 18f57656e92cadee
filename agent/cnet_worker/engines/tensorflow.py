"""Models of TensorFlow: Keras files, saved models, and TFLite through LiteRT."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from cnet_worker.engines.base import CPU, CUDA, no_gpu
from cnet_worker.engines.litert import Litert
from cnet_worker.refused import CannotLoad
from cnet_worker.signature import Order, Signature, Tensor
from cnet_worker.tensors import DTYPES

_KERAS = (".keras", ".h5", ".hdf5")
_NAMES = {dtype: name for name, dtype in DTYPES.items()}


def load(order: Order) -> Keras | SavedModel | Litert:
    """Load a model by what its file is called.

    Raises:
        CannotLoad: it cannot be.
        ImportError: a library is missing.
    """
    path = Path(order.model_path)
    if path.suffix.lower() == ".tflite":
        if order.gpus:
            raise CannotLoad("LiteRT computes on the processor alone: give the model no GPU.")
        return Litert(path, order.threads)
    if not path.is_dir() and path.suffix.lower() not in _KERAS:
        raise CannotLoad(f"{path.name} is none of {', '.join(_KERAS)}, .tflite or a saved model.")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import tensorflow as tf

    cards = tf.config.list_physical_devices("GPU") if order.gpus else []
    if order.gpus and not cards:
        raise no_gpu(f"TensorFlow {tf.__version__}")
    for card in cards:  # or it would take all of their memory at once
        tf.config.experimental.set_memory_growth(card, True)
    device = CUDA if cards else CPU
    tf.config.threading.set_intra_op_parallelism_threads(order.threads)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    try:
        if path.is_dir():
            return SavedModel(tf.saved_model.load(str(path)), device)
        return Keras(tf.keras.models.load_model(str(path), compile=False), device)
    except (OSError, ValueError, TypeError, KeyError) as error:
        line = str(error).strip().partition("\n")[0][:300]
        raise CannotLoad(
            f"{path.name} is no model of TensorFlow, or incomplete. TensorFlow says: {line}"
        ) from error


class Keras:
    """A model of Keras."""

    def __init__(self, model: Any, device: str) -> None:
        self.device = device
        self._model = model
        self.signature = Signature(
            platform="keras",
            inputs=tuple(_tensor(each) for each in model.inputs),
            outputs=tuple(_tensor(each) for each in model.outputs),
        )

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return the outputs; without Keras' loop over batches, which takes longer than a batch."""
        arrays = [_cast(inputs[each.name], each.datatype) for each in self.signature.inputs]
        import tensorflow as tf

        found = self._model(arrays[0] if len(arrays) == 1 else arrays, training=False)
        values = tf.nest.flatten(found)  # one, a list, or an object of them
        names = (each.name for each in self.signature.outputs)
        return {name: value.numpy() for name, value in zip(names, values)}


class SavedModel:
    """The signature of a saved model by which it is served."""

    def __init__(self, loaded: Any, device: str) -> None:
        self.device = device
        serving = loaded.signatures.get("serving_default") or loaded.signatures.get("serve")
        if serving is None:
            known = ", ".join(loaded.signatures) or "none"
            raise CannotLoad(f"The saved model has no signature serving_default; it has {known}.")
        self._loaded = loaded  # its variables live as long as it does
        self._call = serving
        wanted = serving.structured_input_signature[1]
        given = serving.structured_outputs
        self.signature = Signature(
            platform="tensorflow_savedmodel",
            inputs=tuple(_tensor(spec, name) for name, spec in sorted(wanted.items())),
            outputs=tuple(_tensor(spec, name) for name, spec in sorted(given.items())),
        )

    def predict(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return the outputs of the signature."""
        import tensorflow as tf

        arrays = {
            each.name: tf.constant(_cast(inputs[each.name], each.datatype))
            for each in self.signature.inputs
        }
        return {name: value.numpy() for name, value in self._call(**arrays).items()}


def _tensor(spec: Any, name: str = "") -> Tensor:
    dtype = getattr(spec.dtype, "name", spec.dtype)
    shape = tuple(-1 if size is None else int(size) for size in spec.shape)
    return Tensor(name or spec.name, _NAMES.get(dtype, "BYTES"), (-1, *shape[1:]))


def _cast(values: Any, datatype: str) -> Any:
    import numpy as np

    return np.asarray(values, dtype=DTYPES.get(datatype, object))
