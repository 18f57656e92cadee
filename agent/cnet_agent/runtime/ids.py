"""Ids of tasks: UUIDs of version 7, which sort by the time they were made (RFC 9562)."""

import os
import uuid


class IdSource:
    """Makes ids that grow strictly, also within a millisecond and when the clock steps back."""

    def __init__(self) -> None:
        self._last = 0

    def go_on_after(self, newest: str) -> None:
        """Make no id that would sort before ``newest``, which an earlier agent made."""
        value = uuid.UUID(newest).int
        self._last = max(self._last, (value >> 80) * 4096 + (value >> 64) % 4096)

    def make(self, now: float) -> str:
        """Return a new id for the time ``now`` (Unix seconds)."""
        # 48 bits of milliseconds and 12 bits of a fraction: 0.24 µs apart.
        self._last = max(self._last + 1, int(now * 1000 * 4096))
        stamp, fraction = divmod(self._last, 4096)
        tail = int.from_bytes(os.urandom(8)) >> 2
        value = (stamp << 80) | (0x7 << 76) | (fraction << 64) | (0b10 << 62) | tail
        return str(uuid.UUID(int=value))
