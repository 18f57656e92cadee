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
    before, cores = busy_seconds(), psutil.cpu_count() or 1
    time.sleep(seconds)
    return 100 * (busy_seconds() - before) / seconds / cores


def busy_seconds() -> float:
    """Return the processor time that all cores together spent since the start of the machine."""
    times = psutil.cpu_times()
    return float(sum(times[:8]) - times.idle - times.iowait)  # guests are counted with user
