"""What must be done after a step. The result of doing it is the next input."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something for the runtime to carry out."""


@dataclass(frozen=True, slots=True)
class Prepare(Command):
    """Make the environment ready: answers ``Prepared`` or ``PrepareFailed``."""


@dataclass(frozen=True, slots=True)
class Start(Command):
    """Start the attempt: answers ``Started`` or ``StartFailed``; ``Exited`` or ``Lost`` later."""


@dataclass(frozen=True, slots=True)
class Stop(Command):
    """End what is being prepared, started or run."""

    grace: float  # seconds


@dataclass(frozen=True, slots=True)
class Wake(Command):
    """Answer ``RetryDue`` in ``wait`` seconds, whatever becomes of the date meanwhile."""

    wait: float


@dataclass(frozen=True, slots=True)
class Release(Command):
    """Room became free or the queue changed: look again at who may start."""
