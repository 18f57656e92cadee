"""Says where the agent of a data directory answers, to this user's programs only."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from cnet_agent.config.private_files import write_private


@dataclass(frozen=True, slots=True)
class RunFile:
    """How to find a running agent, and the key by which it proves that it is ours."""

    port: int
    instance: str  # another one at each start
    key: str
    pid: int
    url: str


def announce(path: Path, port: int, instance: str, url: str) -> RunFile:
    """Write that this process answers on ``port``, with a new key, and return it."""
    run = RunFile(port, instance, secrets.token_hex(32), os.getpid(), url)
    write_private(path, json.dumps(asdict(run)).encode())
    return run


def read(path: Path) -> RunFile | None:
    """Return what the file says, None if there is none or it is not one that we wrote."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_uid != os.geteuid():
                return None
            run = RunFile(**json.loads(file.read(65536)))
    except (OSError, ValueError, TypeError):
        return None
    kinds = {"port": int, "instance": str, "key": str, "pid": int, "url": str}
    return run if all(isinstance(getattr(run, key), kind) for key, kind in kinds.items()) else None


def withdraw(path: Path, run: RunFile) -> None:
    """Remove the file, unless another agent has written its own in the meantime."""
    if read(path) == run:
        path.unlink(missing_ok=True)
