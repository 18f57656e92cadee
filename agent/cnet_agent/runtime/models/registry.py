"""The models that are registered, each in a file of its own that can be read without us."""

import itertools
import logging
from pathlib import Path

from pydantic import ValidationError

from cnet_agent.config.private_files import write_private
from cnet_agent.model.errors import NotFound
from cnet_agent.model.fields import Strict
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.served import ModelSpec

logger = logging.getLogger(__name__)


class Origin(Strict):
    """The task that made a version's file.

    Attributes:
        task_id: of it.
        name: of it.
        file: in its folder.
        is_training: whether it was a training job.
    """

    task_id: str
    name: str
    file: str
    is_training: bool = False


class ModelVersion(Strict):
    """A version of a model; it never changes but for its environment.

    Attributes:
        spec: what was asked for, with absolute paths.
        created_at: Unix seconds.
        digest: SHA-256 of its file as it was registered.
        origin: of its file, if a task had made it.
        python: the interpreter of its own environment, once that was made; empty for the version
            that the model was registered with, whose environment is that of the task.
        environment: the id of that, if it is a cached one.
        problem: why it cannot be made, a sentence.
    """

    spec: ModelSpec
    created_at: float
    digest: str = ""
    origin: Origin | None = None
    python: str = ""
    environment: str = ""
    problem: str = ""

    @property
    def name(self) -> str:
        """By which it is known."""
        return self.spec.version


class Model(Strict):
    """A registered model.

    Attributes:
        id: made by the agent, a UUID that sorts by time.
        created_at: Unix seconds.
        versions: the oldest first; at least one.
        traffic: percent of the requests by version, as it is wanted; together 100.
        previous: the same as it was wanted before; empty for nothing.
        revision: grows with each change of what is to be served.
        task_id: of the task that serves it, or did so last.
    """

    id: str
    created_at: float
    versions: tuple[ModelVersion, ...]
    traffic: dict[str, int]
    previous: dict[str, int] = {}
    revision: int = 1
    task_id: str = ""

    @property
    def name(self) -> str:
        """By which clients ask for it."""
        return self.live.spec.name

    @property
    def live(self) -> ModelVersion:
        """The version that gets most of the requests, once it is loaded."""
        return self.version(max(self.traffic, key=self.traffic.__getitem__))

    @property
    def held(self) -> list[ModelVersion]:
        """The versions to be loaded: those in use, those a rollback leads to, and the newest."""
        names = {*self.traffic, *self.previous, self.versions[-1].name}
        return [version for version in self.versions if version.name in names]

    def version(self, name: str) -> ModelVersion:
        """Return a version.

        Raises:
            KeyError: there is none of that name.
        """
        for version in self.versions:
            if version.name == name:
                return version
        raise KeyError(name)


class Registry:
    """Keeps them; ``open``, ``put`` and ``remove`` block."""

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

    def find(self, model_id: str) -> Model:
        """Return a model by its id.

        Raises:
            NotFound: there is none.
        """
        model = self._models.get(model_id)
        if model is None:
            raise NotFound(Sentence("There is no model {model}.", model=repr(model_id[:100])))
        return model

    def named(self, name: str) -> Model | None:
        """Return a model by its name."""
        return next((model for model in self._models.values() if model.name == name), None)

    def put(self, model: Model) -> None:
        """Keep a model, in place of what was kept under its id.

        A file there that could not be read is not lost: it gets another name.

        Raises:
            OSError: the disk is full or failing; what was kept before still is.
        """
        file = self._file(model.id)
        if model.id not in self._models and file.exists():
            _put_aside(file)
        write_private(file, model.model_dump_json(indent=2).encode())
        self._models[model.id] = model

    def remove(self, model_id: str) -> None:
        """Forget a model."""
        self._file(model_id).unlink(missing_ok=True)
        self._models.pop(model_id, None)

    def _file(self, model_id: str) -> Path:
        return self._folder / f"{model_id}.json"


def _put_aside(file: Path) -> None:
    """Give a file that could not be read a name that no model has, for who may read it later."""
    names = (file.with_name(f"{file.name}.unread-{number}") for number in itertools.count(1))
    aside = next(name for name in names if not name.exists())
    file.rename(aside)
    logger.warning("The model in %s is registered anew; the old file is %s now", file, aside)
