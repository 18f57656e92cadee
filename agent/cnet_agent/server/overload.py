"""What asyncio says where no connection can be accepted: once in a while, in one line.

It would log a traceback for each connection that waits, a hundred at a time, every second.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

EVERY = 60.0  # seconds between two lines
_SAID = "socket.accept() out of system resource"


class AcceptTrouble(logging.Filter):
    """Lets one record about it through, shortened, and then none for a while."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._silent_until = 0.0

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether ``record`` is to be logged."""
        if not record.getMessage().startswith(_SAID):
            return True
        now = self._clock()
        if now < self._silent_until:
            return False
        self._silent_until = now + EVERY
        error = record.exc_info[1] if record.exc_info else None
        record.msg, record.args = "No connection can be accepted for now: %s", (error,)
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        record.exc_info = None
        return True


@contextmanager
def accept_trouble_shortened() -> Iterator[None]:
    """Shorten what asyncio's own logger says until the end of the context."""
    logger, trouble = logging.getLogger("asyncio"), AcceptTrouble()
    logger.addFilter(trouble)
    try:
        yield
    finally:
        logger.removeFilter(trouble)
