"""What a model server is told to serve, as the agent writes it down for it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, Self


@dataclass(frozen=True, slots=True)
class ServingOrder:
    """One model and how it is to be served.

    Attributes:
        model_id: of the model.
        name: by which the inference protocol knows it.
        version: of the model.
        python: the interpreter of the worker.
        worker: what the worker is told, see ``cnet_worker``.
        control: path of the socket on which the agent asks and listens.
        tokens: path of the file with the tokens that the port accepts.
        local_trust: as ``agent.local_trust``.
        ports: the first and the last port to try.
        queue_size: requests that may wait or be computed at a time.
        timeout: seconds for one request.
    """

    model_id: str
    name: str
    version: str
    python: str
    worker: dict[str, Any]
    control: str
    tokens: str
    local_trust: Literal["same-user", "token"]
    ports: tuple[int, int]
    queue_size: int
    timeout: float

    def write(self, path: Path) -> None:
        """Write it to a file that only its user may read."""
        path.touch(mode=0o600)
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return what ``write`` wrote."""
        given = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{**given, "ports": tuple(given["ports"])})
