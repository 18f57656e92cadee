"""A model under BentoML, batched; the model's file is in the variable MODEL."""

import os

import bentoml
import joblib
import numpy as np


@bentoml.service(workers=1, traffic={"timeout": 30})
class Served:
    """Holds the model."""

    def __init__(self) -> None:
        self.model = joblib.load(os.environ["MODEL"])

    @bentoml.api(batchable=True, max_batch_size=64, max_latency_ms=1000)  # type: ignore[untyped-decorator]
    def predict(self, rows: np.ndarray) -> np.ndarray:
        """Predict rows."""
        found: np.ndarray = self.model.predict(rows)
        return found
