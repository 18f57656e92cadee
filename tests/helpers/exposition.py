"""Reads what /metrics answers with Prometheus's own parsers, and holds it to their conventions."""

import re
from collections.abc import Iterable

from prometheus_client.metrics_core import Metric
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_open
from prometheus_client.parser import text_string_to_metric_families as parse_plain

_UNITS = ("_seconds", "_bytes", "_ratio")
_BAD_UNITS = re.compile(r"_(ms|milliseconds|minutes|hours|kb|mb|kilobytes|percent)(_|$)")


def parsed(text: str, *, openmetrics: bool = False) -> dict[str, Metric]:
    """Return the families of a text by name; without a conflict between them."""
    parse = parse_open if openmetrics else parse_plain
    families = list(parse(text))
    found = {family.name: family for family in families}
    assert len(found) == len(families), "a family comes twice"
    return found


def value(families: dict[str, Metric], sample: str, **labels: str) -> float:
    """Return the value of a sample by its full name."""
    (found,) = (
        each.value
        for family in families.values()
        for each in family.samples
        if each.name == sample and each.labels == labels
    )
    return float(found)


def lint(families: Iterable[Metric]) -> list[str]:
    """Return what Prometheus's own linter would complain about."""
    complaints = []
    for family in families:
        name = family.name
        if not family.documentation:
            complaints.append(f"{name} has no help text")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            complaints.append(f"{name} is not in snake case")
        if _BAD_UNITS.search(name):
            complaints.append(f"{name} is not in a base unit")
        if family.type == "unknown":
            complaints.append(f"{name} has no type")
        if family.type != "counter" and name.endswith("_total"):
            complaints.append(f"{name} is no counter")
        if family.type in name.split("_"):
            complaints.append(f"{name} says its type")
        seen = [(sample.name, *sorted(sample.labels.items())) for sample in family.samples]
        if len(set(seen)) != len(seen):
            complaints.append(f"{name} has two values for the same labels")
    return complaints
