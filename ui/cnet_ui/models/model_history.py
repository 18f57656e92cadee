"""How models did since the console first saw them: the lines of their live charts. Pure."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from cnet_agent.wire.models import ModelView

KEPT = 1800  # samples of a model, one a second
NAN = float("nan")


@dataclass(slots=True)
class Lines:
    """The figures of one model; all of the same length.

    Attributes:
        times: Unix seconds, which grow.
        p50: milliseconds; nan for none.
        p95: the same.
        rate: requests a second.
    """

    times: deque[float] = field(default_factory=lambda: deque(maxlen=KEPT))
    p50: deque[float] = field(default_factory=lambda: deque(maxlen=KEPT))
    p95: deque[float] = field(default_factory=lambda: deque(maxlen=KEPT))
    rate: deque[float] = field(default_factory=lambda: deque(maxlen=KEPT))


class ModelHistory:
    """Remembers the figures of the last half hour."""

    def __init__(self) -> None:
        self._lines: dict[str, Lines] = {}

    def add(self, models: Iterable[ModelView], now: float) -> None:
        """Take figures of a moment, Unix seconds; models that are gone are forgotten."""
        before, self._lines = self._lines, {}
        for model in models:
            lines = self._lines[model.id] = before.get(model.id) or Lines()
            latency = model.metrics.latency
            lines.times.append(now)
            lines.p50.append(NAN if latency.p50 is None else latency.p50)
            lines.p95.append(NAN if latency.p95 is None else latency.p95)
            lines.rate.append(model.metrics.rate)

    def of(self, model_id: str) -> Lines:
        """Return the lines of a model, empty ones of one that was never seen."""
        return self._lines.get(model_id) or Lines()
