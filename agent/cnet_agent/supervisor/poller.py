"""Waits for descriptors, signals and moments, and calls who deals with them."""

import contextlib
import os
import select
import signal
import time
from collections.abc import Callable

FOREVER = float("inf")


class Poller:
    """One ``poll`` with a handler for each descriptor."""

    def __init__(self) -> None:
        self._poll = select.poll()
        self._handlers: dict[int, Callable[[], None]] = {}
        self._wake: tuple[int, ...] = ()

    def __contains__(self, descriptor: int) -> bool:
        return descriptor in self._handlers

    def watch(self, descriptor: int, handler: Callable[[], None]) -> None:
        """Call ``handler`` whenever ``descriptor`` can be read or is at its end."""
        self._handlers[descriptor] = handler
        self._poll.register(descriptor, select.POLLIN)

    def forget(self, descriptor: int) -> None:
        """Watch ``descriptor`` no more; it is left open."""
        self._poll.unregister(descriptor)
        del self._handlers[descriptor]

    def wait(self, until: float) -> None:
        """Wait until something happens, or until a moment of the monotonic clock; deal with it."""
        # One millisecond more, or it would wake just before the moment and find nothing due.
        left = None if until == FOREVER else max(0.0, until - time.monotonic()) * 1000 + 1
        for descriptor, _ in self._poll.poll(left):
            handler = self._handlers.get(descriptor)
            if handler is not None:
                handler()

    def watch_signals(self, numbers: tuple[int, ...], handler: Callable[[int], None]) -> None:
        """Call ``handler`` with each signal of ``numbers`` that came, and with no other."""
        wake_read, wake_write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._wake = (wake_read, wake_write)
        signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
        for number in numbers:
            signal.signal(number, lambda _number, _frame: None)

        def wake() -> None:
            with contextlib.suppress(BlockingIOError):
                for number in set(os.read(wake_read, 4096)):
                    handler(number)

        self.watch(wake_read, wake)

    def close(self) -> None:
        """Watch nothing any more; signals that come are not heard."""
        if self._wake:
            signal.set_wakeup_fd(-1)
        for descriptor in self._wake:
            os.close(descriptor)
        self._wake = ()
