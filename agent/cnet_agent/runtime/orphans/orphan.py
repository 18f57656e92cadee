"""What an orphan is, and who finds one kind of them."""

import hashlib
from dataclasses import dataclass
from typing import Literal, Protocol

SETTLED = 60.0  # seconds; what is younger may still be on its way to its owner

Kind = Literal["process", "container", "control_group", "task_folder"]


@dataclass(frozen=True, slots=True)
class Orphan:
    """Something that is left and that nobody owns any more.

    ``certain``: it is this agent's own and dead, so that it may be removed without being asked.
    """

    kind: Kind
    key: str  # names it among its kind, and a later one of the same name apart from it
    what: str  # for a person: what it is
    why: str  # and why it is taken for an orphan
    since: float  # Unix seconds: when it was begun or last touched
    certain: bool
    task_id: str | None = None
    data_dir: str | None = None
    pid: int | None = None

    @property
    def id(self) -> str:
        """What it is called in the API."""
        return f"{self.kind}-{hashlib.sha256(self.key.encode('utf-8', 'replace')).hexdigest()[:12]}"


class Finder(Protocol):
    """Finds the orphans of one kind, and removes one."""

    async def find(self) -> list[Orphan]:
        """Return what nobody owns now."""

    async def remove(self, orphan: Orphan) -> None:
        """Remove one of those found, unless it is not what it was.

        Raises:
            Conflict: it has changed, has an owner again, or cannot be removed.
        """
