"""The launch order: everything a supervisor must know, as it stands in the attempt's record."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

from cnet_agent.supervisor.limits.plan import Plan


@dataclass(frozen=True, slots=True)
class Order:
    """What to run and how to watch over it. Paths are absolute."""

    task_id: str
    attempt: int
    argv: list[str]
    env: dict[str, str]
    cwd: str
    directories: list[str]  # made before the start, mode 0700, parents first
    log_prefix: str  # segments are this and a growing number
    timeout: float | None = None  # seconds
    stop_signal: str = "SIGTERM"
    grace: float = 10.0  # seconds
    open_files: int | None = None  # soft limit of descriptors
    file_size: int | None = None  # bytes in any one file
    limits: Plan = field(default_factory=Plan)

    def to_json(self) -> dict[str, Any]:
        """Return the order as JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """Return the order that ``value`` describes; fields of a later version are left out.

        Raises:
            TypeError, KeyError, ValueError: it is not an order.
        """
        known = {entry.name for entry in fields(cls)}
        given = {name: entry for name, entry in value.items() if name in known}
        given["limits"] = Plan.from_json(given.get("limits", {}))
        return cls(**given)
