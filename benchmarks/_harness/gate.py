"""Waits for a quiet machine, since other people's work changes even ratios."""

import time

import psutil

QUIET = 4.0  # percent of the machine that may be busy
WINDOW = 1.5  # seconds it must stay so


class Gate:
    """Lets a measurement begin once the machine is quiet, or when patience is at its end."""

    def __init__(self, patience: float) -> None:
        self.patience = patience  # seconds to wait for a single measurement

    def wait(self) -> bool:
        """Wait, and return whether it became quiet. Nothing of ours may be running."""
        deadline = time.monotonic() + self.patience
        while True:
            if busy_percent(WINDOW) < QUIET:
                return True
            if time.monotonic() > deadline:
                return False


def busy_percent(seconds: float) -> float:
    """Return how much of the machine is in use during the next ``seconds``, stolen time too."""
    times = psutil.cpu_times_percent(seconds)
    return float(100 - times.idle - getattr(times, "iowait", 0))
