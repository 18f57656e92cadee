"""How what is served is, and why a request is not given to it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

State = Literal["pending", "loading", "running", "failed"]


class NoModel(Exception):
    """A model cannot be loaded; ``str`` says why."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How a version of a model is, or one of the processes that hold it.

    Attributes:
        state: pending while it is unloaded until it is asked, loading until it is loaded and warmed
            up, failed where it cannot be.
        reason: why it is not running, a sentence.
        facts: what a worker said of the model: signature, versions, seconds.
        worker: the pid of the worker.
    """

    state: State
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    worker: int | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that is not given to the model."""

    status: int
    error: str
    retry_after: int | None = None  # seconds

    def body(self) -> bytes:
        """Return what the client is told."""
        return json.dumps({"error": self.error}).encode()
