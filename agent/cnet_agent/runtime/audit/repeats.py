"""Refusals that are alike are written once and counted, so that nobody can fill the log. Pure."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from cnet_agent.wire.audit import AuditEntry

WINDOW = 600.0  # seconds in which what is alike is counted
DIFFERENT = 100  # in a window; what is beyond counts as alike


@dataclass(slots=True)
class Repeats:
    """The refusals of the present window."""

    _ends: float | None = None
    _seen: dict[Hashable, AuditEntry] = field(default_factory=dict)

    @property
    def ends(self) -> float | None:
        """When the window ends; None while there is none."""
        return self._ends

    def take(self, entry: AuditEntry, now: float) -> AuditEntry | None:
        """Return the entry if it is the first of its kind, None if it is only counted."""
        if self._ends is None:
            self._ends = now + WINDOW
        kind: Hashable = (entry.who, entry.address, entry.method, entry.route, entry.status)
        if kind not in self._seen and len(self._seen) >= DIFFERENT:
            entry = AuditEntry(
                at=entry.at, action=entry.action, who="several", why="Too many to list each."
            )
            kind = None
        known = self._seen.get(kind)
        if known is None:
            self._seen[kind] = entry.model_copy(update={"repeated": 0})
            return entry
        self._seen[kind] = entry.model_copy(update={"repeated": known.repeated + 1})
        return None

    def end(self) -> list[AuditEntry]:
        """End the window; return an entry for each kind that came again, with how often."""
        again = [entry for entry in self._seen.values() if entry.repeated]
        self._seen.clear()
        self._ends = None
        return again
