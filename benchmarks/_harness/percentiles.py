"""Percentiles of what was seen. No dependencies, and pure."""


def percentiles(name: str, values: list[float]) -> dict[str, float]:
    """Return the median and the 99th percentile, the nearest value that was seen."""
    ordered = sorted(values)
    last = len(ordered) - 1
    return {f"{name}_p50": ordered[round(last * 0.5)], f"{name}_p99": ordered[round(last * 0.99)]}
