"""Figures as Prometheus reads them: the text format 0.0.4, and OpenMetrics 1.0. Pure.

Written here, as the official client brings a registry of the whole process, an HTTP server and a
tenth of a second of imports into an agent that needs none of them; its parser checks this module
in the tests.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

PLAIN = "text/plain; version=0.0.4; charset=utf-8"
OPEN = "application/openmetrics-text; version=1.0.0; charset=utf-8"

Labels = Mapping[str, str]
_ESCAPED = str.maketrans({"\\": r"\\", "\n": r"\n", '"': r"\""})
_HELP_ESCAPED = str.maketrans({"\\": r"\\", "\n": r"\n"})


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many values fell below each of ``bounds``; ``counts`` has one more for those above."""

    bounds: Sequence[float]
    counts: Sequence[int]
    total: float


@dataclass(slots=True)
class Family:
    """A metric: its name without ``_total``, what it means, and its values by labels."""

    name: str
    kind: Literal["counter", "gauge", "histogram"]
    help: str
    values: list[tuple[Labels, float | Histogram]] = field(default_factory=list)

    def add(self, value: float | Histogram, **labels: str) -> None:
        """Add a value."""
        self.values.append((labels, value))


def gauge(name: str, text: str, value: float | None = None) -> Family:
    """Return a value that goes up and down; without one, values are added."""
    return _family(Family(name, "gauge", text), value)


def counter(name: str, text: str, value: float | None = None) -> Family:
    """Return a value that only grows; its name gets ``_total``."""
    return _family(Family(name, "counter", text), value)


def accepts_open(accept: str) -> bool:
    """Tell whether an Accept header asks for OpenMetrics."""
    return (
        re.search(r"application/openmetrics-text(?![^,]*;\s*q=0(\.0*)?\s*(,|$))", accept)
        is not None
    )


def render(families: Iterable[Family], *, openmetrics: bool = False) -> str:
    """Return the text of ``families``; one without values is left out."""
    lines: list[str] = []
    for family in families:
        if not family.values:
            continue
        plain_counter = family.kind == "counter" and not openmetrics
        name = f"{family.name}_total" if plain_counter else family.name
        lines.append(f"# HELP {name} {family.help.translate(_HELP_ESCAPED)}")
        lines.append(f"# TYPE {name} {family.kind}")
        suffix = "_total" if family.kind == "counter" else ""
        for labels, value in family.values:
            if isinstance(value, Histogram):
                lines.extend(_histogram(family.name, labels, value))
            else:
                lines.append(f"{family.name}{suffix}{_labels(labels)} {_number(value)}")
    if openmetrics:
        lines.append("# EOF")
    return "\n".join(lines) + "\n"


def _family(family: Family, value: float | None) -> Family:
    if value is not None:
        family.add(value)
    return family


def _histogram(name: str, labels: Labels, value: Histogram) -> Iterator[str]:
    below = 0
    for bound, count in zip([*value.bounds, float("inf")], value.counts, strict=True):
        below += count
        yield f"{name}_bucket{_labels({**labels, 'le': _number(float(bound))})} {below}"
    yield f"{name}_sum{_labels(labels)} {_number(value.total)}"
    yield f"{name}_count{_labels(labels)} {below}"


def _labels(labels: Labels) -> str:
    if not labels:
        return ""
    parts = [f'{name}="{text.translate(_ESCAPED)}"' for name, text in labels.items()]
    return "{" + ",".join(parts) + "}"


def _number(value: float) -> str:
    if value == float("inf"):
        return "+Inf"
    return repr(value)
