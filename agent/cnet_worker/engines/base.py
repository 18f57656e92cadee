"""What an engine is, for those who write one.

A package offers an engine by an entry point of the group ``cnet.engines``; its name is what a
model names, its object something with ``load``. It is looked for in the model's own environment.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import Any, Protocol

from cnet_worker.refused import CannotLoad
from cnet_worker.signature import Order, Signature

GROUP = "cnet.engines"
_BUILT_IN = {
    "python": "cnet_worker.engines.python",
    "pytorch": "cnet_worker.engines.pytorch",
    "tensorflow": "cnet_worker.engines.tensorflow",
}


CPU, CUDA = "cpu", "cuda"
BY_SCRIPT = ""  # decides for itself


class Loaded(Protocol):
    """A model in memory.

    It may say what computes it in ``device``: the CPU if it does not, nothing known if it is empty.
    It says in ``as_given`` if it hands values on with the types that they came with. Only rows of
    the same types are given to it together then: beside a fraction, a whole number becomes one.
    """

    signature: Signature

    def predict(self, inputs: dict[str, Any]) -> Mapping[str, Any]:
        """Return an output by name for inputs by name.

        Args:
            inputs: of each a list or an array whose first dimension is the rows.

        Returns:
            Of each output a list or an array with as many rows.
        """


class Engine(Protocol):
    """Loads models of some kind."""

    def load(self, order: Order) -> Loaded:
        """Load a model.

        Raises:
            CannotLoad: it cannot be, with a sentence that says why.
            ImportError: a library is missing.
        """


def no_gpu(what: str) -> CannotLoad:
    """Return the error of a library that finds none of the GPUs which a model has for itself."""
    return CannotLoad(
        f"It has a GPU for itself, but {what} finds none: name a build for CUDA in the model's "
        "requirements, or give it no GPU."
    )


def find(name: str) -> Engine:
    """Return an engine by its name.

    Raises:
        CannotLoad: there is none.
    """
    if name in _BUILT_IN:
        from importlib import import_module

        return import_module(_BUILT_IN[name])
    offered = {each.name: each for each in _offered()}
    if name not in offered:
        known = ", ".join(sorted({*_BUILT_IN, *offered}))
        raise CannotLoad(
            f"There is no engine {name}; there are {known}. An engine of your own is a package in "
            "the model's requirements."
        )
    engine: Engine = offered[name].load()
    return engine


def _offered() -> Any:
    try:
        return entry_points(group=GROUP)
    except TypeError:  # Python 3.9
        return entry_points().get(GROUP, ())
