"""Reads the audit log's files, newest entries first. Blocking."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from cnet_agent.wire.audit import AuditEntry, AuditView


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which entries."""

    since: float | None = None  # Unix seconds
    until: float | None = None
    who: str | None = None  # as in ``AuditEntry.who``, or a token's name
    limit: int = 100


def read(path: Path, backups: int, query: AuditQuery) -> AuditView:
    """Return the newest entries that a query asks for.

    Args:
        path: of the file that is written to; earlier ones have a number behind.
        backups: how many earlier ones there may be.
        query: which entries.
    """
    found: list[AuditEntry] = []
    for entry in _entries(path, backups, query.who):
        if query.since is not None and entry.at < query.since:
            break
        if query.until is not None and entry.at > query.until:
            continue
        if query.who not in (None, entry.who, entry.name):
            continue
        if len(found) == query.limit:
            return AuditView(entries=found, more=True)
        found.append(entry)
    return AuditView(entries=found, more=False)


def _entries(path: Path, backups: int, who: str | None) -> Iterator[AuditEntry]:
    """Yield whole entries, newest first; a line that a full disk cut short is passed over."""
    # Lines without the name are not worth parsing; one that is not plain may be written otherwise.
    needle = who.encode() if who is not None and who.isascii() and who.isalnum() else b""
    for number in range(backups + 1):
        try:
            text = (path.with_name(f"{path.name}.{number}") if number else path).read_bytes()
        except FileNotFoundError:
            continue
        for line in reversed(text.splitlines()):
            if needle in line:
                try:
                    yield AuditEntry.model_validate_json(line)
                except ValidationError:
                    continue
