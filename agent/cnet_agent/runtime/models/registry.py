"""The models that are registered, each in a file of its own that can be read without us."""

import logging
from pathlib import Path

from pydantic import ValidationError

from cnet_agent.config.private_files import write_private
from cnet_agent.model.fields import Strict
from cnet_agent.model.served import ModelSpec

logger = logging.getLogger(__name__)


class Model(Strict):
    """A registered model.

    Attributes:
        id: made by the agent, a UUID that sorts by time.
        created_at: Unix seconds.
        spec: what was asked for.
        digest: SHA-256 of its file as it was registered.
        task_id: of the task that serves it, or did so last.
    """

    id: str
    created_at: float
    spec: ModelSpec
    digest: str = ""
    task_id: str = ""


class Registry:
    """Keeps them; all methods but ``get`` and ``all`` block."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._models: dict[str, Model] = {}

    def open(self) -> None:
        """Read what is there; a file that cannot be read is left alone, with a warning."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        for file in sorted(self._folder.glob("*.json")):
            try:
                model = Model.model_validate_json(file.read_bytes())
            except (OSError, ValidationError) as error:
                logger.warning("The model in %s cannot be read: %s", file, error)
            else:
                self._models[model.id] = model

    def all(self) -> list[Model]:
        """Return all models, the newest first."""
        return sorted(self._models.values(), key=lambda model: model.id, reverse=True)

    def get(self, model_id: str) -> Model | None:
        """Return a model by its id."""
        return self._models.get(model_id)

    def put(self, model: Model) -> None:
        """Keep a model, in place of what was kept under its id.

        Raises:
            OSError: the disk is full or failing; what was kept before still is.
        """
        write_private(self._file(model.id), model.model_dump_json(indent=2).encode())
        self._models[model.id] = model

    def remove(self, model_id: str) -> None:
        """Forget a model."""
        self._file(model_id).unlink(missing_ok=True)
        self._models.pop(model_id, None)

    def _file(self, model_id: str) -> Path:
        return self._folder / f"{model_id}.json"
