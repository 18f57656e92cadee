"""What a model server is told to serve, as the agent writes it down for it."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, Self

from cnet_agent.config.private_files import write_private
from cnet_worker.vigil import may_watch


@dataclass(frozen=True, slots=True)
class VersionOrder:
    """One version of a model and how it is to be held.

    Attributes:
        version: its name.
        python: the interpreter of its processes.
        worker: what they are told, see ``cnet_worker``.
        environment: variables of theirs beside those of the server.
        queue_size: requests that may wait or be computed at a time.
        replicas: how many processes there are at least and at most.
        idle: seconds without a request after which it is unloaded; None for never.
    """

    version: str
    python: str
    worker: dict[str, Any]
    environment: dict[str, str] = field(default_factory=dict)
    queue_size: int = 512
    replicas: tuple[int, int] = (1, 1)
    idle: float | None = None

    @property
    def may_watch(self) -> bool:
        """Whether its processes may wait for requests without sleep."""
        return may_watch(self.worker.get("cores"))


@dataclass(frozen=True, slots=True)
class ServingOrder:
    """One model and how it is to be served.

    Attributes:
        model_id: of the model.
        name: by which the inference protocol knows it.
        revision: number of the order; a later one is larger.
        versions: all that are to be held.
        traffic: percent of the requests by version, once all of these are loaded.
        previous: the same as it was wanted before; it helps out where the new cannot be loaded.
        control: path of the socket on which the agent asks and listens.
        tokens: path of the file with the tokens that the port accepts.
        local_trust: as ``agent.local_trust``.
        ports: the first and the last port to try.
        timeout: seconds for one request.
    """

    model_id: str
    name: str
    revision: int
    versions: tuple[VersionOrder, ...]
    traffic: dict[str, int]
    previous: dict[str, int]
    control: str
    tokens: str
    local_trust: Literal["same-user", "token"]
    ports: tuple[int, int]
    timeout: float

    def write(self, path: Path) -> None:
        """Write it to a file that only its user may read."""
        write_private(path, json.dumps(asdict(self)).encode())

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return what ``write`` wrote."""
        given = json.loads(path.read_bytes())
        versions = tuple(
            VersionOrder(**{**each, "replicas": tuple(each["replicas"])})
            for each in given["versions"]
        )
        return cls(**{**given, "ports": tuple(given["ports"]), "versions": versions})
