"""The environments on disk: a folder each, made known by the description in it."""

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnet_agent.config.private_files import write_private
from cnet_agent.runtime.environments.builder import LOG, Order, python_of, remove
from cnet_agent.runtime.environments.requirement_check import Interpreter
from cnet_agent.wire.node import EnvironmentInfo

DESCRIPTION = "environment.json"
USED = "used"  # its time of change is when the environment was last used


def environment_id(order: Order, interpreter: Interpreter) -> str:
    """Return the name of the environment that an order on an interpreter makes."""
    content = [
        list(order.requirements),
        order.allow_build,
        interpreter.base,
        interpreter.version,
        interpreter.platform,
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Cached:
    """An environment that is there."""

    id: str
    python: Path
    packages: tuple[str, ...]


class Cache:
    """The folder of environments. Blocking."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def folder(self, environment: str) -> Path:
        """Return where an environment lies."""
        return self.root / environment

    def clear_leftovers(self) -> None:
        """Remove what an agent that died was building or removing."""
        if self.root.is_dir():
            for folder in self.root.glob(".*-*"):
                remove(folder)

    def begin(self, environment: str) -> Path:
        """Return an empty folder to build an environment in."""
        beside = self.root / f".building-{environment}"
        remove(beside)
        beside.mkdir(mode=0o700, parents=True)
        return beside

    def find(self, environment: str, now: float) -> Cached | None:
        """Return an environment that is whole and works, and note its use."""
        folder = self.folder(environment)
        described = _described(folder)
        python = python_of(folder)
        if described is None or not python.exists():  # a link to nothing does not exist
            return None
        with contextlib.suppress(OSError):  # a full disk: it can be used all the same
            os.utime(folder / USED, (now, now))
        return Cached(environment, python, tuple(described["packages"]))

    def finish(
        self, environment: str, order: Order, packages: Sequence[str], seconds: float, now: float
    ) -> Cached:
        """Put what was built into its place."""
        beside = self.root / f".building-{environment}"
        description = {
            "id": environment,
            "python": order.python,
            "requirements": list(order.requirements),
            "packages": list(packages),
            "size": _size(beside),
            "created_at": now,
            "seconds": round(seconds, 3),
        }
        (beside / USED).touch()
        os.utime(beside / USED, (now, now))
        write_private(beside / DESCRIPTION, json.dumps(description, indent=1).encode())
        folder = self.folder(environment)
        remove(folder)
        beside.rename(folder)
        return Cached(environment, python_of(folder), tuple(packages))

    def give_up(self, environment: str) -> None:
        """Remove what could not be built, but for the log of it."""
        beside, folder = self.root / f".building-{environment}", self.folder(environment)
        if (beside / LOG).exists():
            remove(folder)
            folder.mkdir(mode=0o700)
            (beside / LOG).rename(folder / LOG)
        remove(beside)

    def list(self) -> list[EnvironmentInfo]:
        """Return the environments, the latest used first."""
        found = []
        for folder in self.root.glob("[0-9a-f]*"):
            described = _described(folder)
            if described is not None:
                found.append(
                    EnvironmentInfo(
                        id=folder.name,
                        python=described["python"],
                        packages=described["packages"],
                        size=described["size"],
                        created_at=described["created_at"],
                        last_used=(folder / USED).stat().st_mtime,
                        seconds=described["seconds"],
                    )
                )
        return sorted(found, key=lambda info: info.last_used, reverse=True)

    def delete(self, environment: str) -> bool:
        """Remove an environment; tell whether it was there."""
        known = any(folder.name == environment for folder in self.root.glob("[0-9a-f]*"))
        if known:
            remove(self.folder(environment))
        return known


def _described(folder: Path) -> dict[str, Any] | None:
    try:
        found = json.loads((folder / DESCRIPTION).read_bytes())
        return found if isinstance(found, dict) and (folder / USED).exists() else None
    except (OSError, ValueError):
        return None


def _size(folder: Path) -> int:
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file())
