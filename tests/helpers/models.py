"""Registered models of which a test says only what matters to it."""

from typing import Any

from cnet_agent.model.served import ModelSpec
from cnet_agent.runtime.models.registry import Model, ModelVersion


def version(name: str = "1", model: str = "line", **fields: Any) -> ModelVersion:
    """Return a version; fields of its specification are among the others."""
    own = {key: fields.pop(key) for key in tuple(fields) if key in ModelVersion.model_fields}
    spec = {"name": model, "version": name, "model_path": "/m/line.joblib", **fields}
    return ModelVersion(spec=ModelSpec.model_validate(spec), **{"created_at": 1.0, **own})


def model(*versions: ModelVersion, **fields: Any) -> Model:
    """Return a model, whose first version is live where nothing else is said."""
    made = versions or (version(),)
    usual = {"id": "m1", "created_at": 1.0, "traffic": {made[0].name: 100}}
    return Model(versions=made, **{**usual, **fields})
