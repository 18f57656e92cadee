"""What Docker says while it pulls an image, as lines of a log. Pure."""

from collections.abc import Mapping
from typing import Any

from cnet_agent.model.quantities import format_size

EVERY = 2.0  # seconds between two lines that say how far it is


class PullSteps:
    """Tells each new step of each layer, and now and then how much of the image is there."""

    def __init__(self) -> None:
        self._steps: dict[str, str] = {}
        self._layers: dict[str, tuple[int, int]] = {}  # bytes that are there, and all of them
        self._told_at = 0.0
        self._told = ""

    def of(self, message: Mapping[str, Any], now: float) -> list[str]:
        """Return the lines that a message is worth; ``now`` in seconds, of any clock."""
        layer, step = str(message.get("id", "")), str(message.get("status", ""))
        lines = []
        if step and self._steps.get(layer) != step:
            self._steps[layer] = step
            lines.append(f"{layer}: {step}" if layer else step)
        detail = message.get("progressDetail") or {}
        if step == "Downloading" and detail.get("total"):
            self._layers[layer] = (int(detail.get("current", 0)), int(detail["total"]))
        elif layer in self._layers and step != "Downloading":
            total = self._layers[layer][1]
            self._layers[layer] = (total, total)
        if self._layers and now - self._told_at >= EVERY:
            lines += self._progress(now)
        return lines

    def _progress(self, now: float) -> list[str]:
        there = sum(part for part, _ in self._layers.values())
        size = sum(total for _, total in self._layers.values())
        line = f"{100 * there // size} % downloaded: {format_size(there)} of {format_size(size)}"
        if line == self._told:
            return []
        self._told_at, self._told = now, line
        return [line]
