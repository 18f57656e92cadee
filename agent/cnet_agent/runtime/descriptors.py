"""How many connections and tasks a process with so many descriptors can have. Pure.

Where descriptors run out, anything may fail: a read of the database, the launch of a task, a look
at one that runs. So what others can make us open is bounded beforehand.
"""

from dataclasses import dataclass

OWN = 56  # databases, log, launcher, listeners, and what launches and reads take for a moment
PER_CONNECTION = 2  # its socket, and a file where it follows a log
PER_TASK = 2  # its supervisor's, and another one while it starts
MOST_CONNECTIONS = 500
MOST_TASKS = 10_000


@dataclass(frozen=True, slots=True)
class Budget:
    """What there is room for at a time."""

    connections: int
    tasks: int


def budget(limit: int) -> Budget:
    """Return what ``limit`` descriptors suffice for: half for connections, half for tasks."""
    half = max(0, limit - OWN) // 2
    return Budget(
        connections=max(4, min(MOST_CONNECTIONS, half // PER_CONNECTION)),
        tasks=max(1, min(MOST_TASKS, half // PER_TASK)),
    )
