"""What a model takes and gives."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Tensor:
    """An input or an output.

    Attributes:
        name: by which it is asked for.
        datatype: of the inference protocol: FP32, FP64, INT64, BOOL, BYTES and so on.
        shape: of the whole, -1 for the rows and wherever it may be any.
    """

    name: str
    datatype: str = "FP64"
    shape: tuple[int, ...] = (-1,)


@dataclass(frozen=True)
class Signature:
    """All of a model's inputs and outputs.

    Attributes:
        platform: of what made it, as the inference protocol names it.
        inputs: at least one.
        outputs: at least one, the first being the prediction.
        features: the names of the columns, where the model knows them.
        takes_text: whether columns may hold text.
    """

    platform: str
    inputs: tuple[Tensor, ...]
    outputs: tuple[Tensor, ...]
    features: tuple[str, ...] | None = None
    takes_text: bool = False

    @property
    def width(self) -> int | None:
        """How many columns the rows of its one table have; None if any, or if it takes others."""
        shape = self.inputs[0].shape
        if len(self.inputs) > 1 or len(shape) != 2 or shape[1] < 0:
            return None
        return shape[1]

    @property
    def is_table(self) -> bool:
        """Whether it takes one table: rows of columns."""
        return len(self.inputs) == 1 and len(self.inputs[0].shape) == 2

    def to_json(self) -> dict[str, Any]:
        """Return it for the wire."""
        return asdict(self)


@dataclass(frozen=True)
class Order:
    """What a worker is told; see the fields of a registered model.

    Attributes:
        model: its name, for sentences.
        engine: that loads it.
        version: its version, which each answer bears.
        model_path: absolute; empty where a script makes the model.
        digest: SHA-256 of the file as it was registered; empty: not known.
        script_path: absolute, or empty.
        config: what is known beside the file.
        warmup: an ``input_data`` to predict before it serves, or None.
        max_batch: rows to compute together.
        threads: that libraries may use.
        cores: of processors, that it may use together with its server; None for all there are.
        gpus: that it has for itself; it is computed on them where its engine can.
    """

    model: str
    engine: str
    version: str = "1"
    model_path: str = ""
    digest: str = ""
    script_path: str = ""
    config: dict[str, Any] = field(default_factory=dict)
    warmup: Any = None
    max_batch: int = 256
    threads: int = 1
    cores: float | None = None
    gpus: int = 0
