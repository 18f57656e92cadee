"""Counts requests and how long they took, by route, in a microsecond each."""

from bisect import bisect_left
from dataclasses import dataclass, field

from cnet_agent.wire.exposition import Family, Histogram, counter

BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds
UNKNOWN = "unknown"  # the route of what leads nowhere, and a method that is none

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_Key = tuple[str, str, int]  # method, route, hundreds of the status


@dataclass(slots=True)
class _Series:
    requests: int = 0
    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0


class Traffic:
    """What was asked of the API. Labels come from the table of routes, so they are few."""

    def __init__(self) -> None:
        self._series: dict[_Key, _Series] = {}

    def saw(self, method: str, route: str | None, status: int, seconds: float | None) -> None:
        """Count an answer; ``seconds`` is None for a stream, which lasts as long as its client."""
        key = (method if method in _METHODS else UNKNOWN, route or UNKNOWN, status // 100)
        series = self._series.get(key)
        if series is None:
            series = self._series[key] = _Series()
        series.requests += 1
        if seconds is not None:
            series.counts[bisect_left(BOUNDS, seconds)] += 1
            series.seconds += seconds

    def families(self) -> list[Family]:
        """Return the figures so far."""
        requests = counter("cnet_http_requests", "Requests that were answered to the end.")
        took = Family(
            "cnet_http_request_duration_seconds",
            "histogram",
            "Time from a request's header to the end of its handler, streams left out.",
        )
        for (method, route, hundreds), series in sorted(self._series.items()):
            labels = {"method": method, "route": route, "status": f"{hundreds}xx"}
            requests.add(series.requests, **labels)
            if any(series.counts):
                # Copied, as the text is made in a thread while requests go on.
                took.add(Histogram(BOUNDS, list(series.counts), series.seconds), **labels)
        return [requests, took]
