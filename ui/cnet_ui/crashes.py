"""Catches what nobody handles: says so once, keeps a report, and lets the console go on."""

import asyncio
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtWidgets import QWidget

from cnet_ui import background
from cnet_ui.crash_report import LastLines, save, write_report
from cnet_ui.dialogs.crash import CrashDialog
from cnet_ui.dispose import dispose

logger = logging.getLogger(__name__)

_NETWORK = {"transport", "protocol", "socket"}  # what asyncio says of a connection's trouble

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], Any]


class Crashes:
    """Takes over mistakes in slots, callbacks, threads and spawned work, until ``stop``.

    The same mistake is reported once; while a dialog is open another one is only kept.

    Args:
        window: what the dialog lies over; another one may take its place.
        folder: where reports are kept; may be changed as soon as a better place is known.
    """

    def __init__(self, window: QWidget, folder: Path) -> None:
        self.folder = folder
        self.window = window
        self._lines = LastLines()
        self._known: set[str] = set()
        self._dialog: CrashDialog | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._hooks: tuple[Hook, Any] = (sys.excepthook, threading.excepthook)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take over what nobody handles on ``loop`` and beside it."""
        self._loop = loop
        logging.getLogger().addHandler(self._lines)
        sys.excepthook = self._unhandled
        threading.excepthook = self._unhandled_in_thread
        loop.set_exception_handler(self._unhandled_on_loop)
        background.mistaken = self.take

    def stop(self) -> None:
        """Give everything back."""
        sys.excepthook, threading.excepthook = self._hooks
        if self._loop is not None:
            self._loop.set_exception_handler(None)
        background.mistaken = None
        logging.getLogger().removeHandler(self._lines)

    def take(self, error: BaseException) -> None:
        """Report a mistake, from any thread."""
        logger.error("a mistake of the console", exc_info=error)
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._begin, error)

    # -- the ways in --------------------------------------------------------------------------

    def _unhandled(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):  # the end of the program is no mistake
            self._hooks[0](kind, error, trace)
            return
        self.take(error.with_traceback(trace))

    def _unhandled_in_thread(self, found: threading.ExceptHookArgs) -> None:
        if isinstance(found.exc_value, Exception):
            self.take(found.exc_value)

    def _unhandled_on_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        is_of_network = isinstance(error, OSError) and not _NETWORK.isdisjoint(context)
        if isinstance(error, Exception) and not is_of_network:
            self.take(error)
        else:
            loop.default_exception_handler(context)

    # -- saying so ----------------------------------------------------------------------------

    def _begin(self, error: BaseException) -> None:
        place = _place(error)
        if place not in self._known:
            self._known.add(place)
            background.spawn(self._report(error), self.window)

    async def _report(self, error: BaseException) -> None:
        at = time.time()
        report = write_report(error, list(self._lines.lines), at)
        try:
            path = await asyncio.to_thread(save, report, self.folder, at)
        except OSError as trouble:
            logger.warning("the report cannot be kept: %s", trouble)
            path = None
        if self._dialog is None:
            self._dialog = CrashDialog(self.window, report, path)
            self._dialog.finished.connect(self._close)
            self._dialog.open()

    def _close(self) -> None:
        if self._dialog is not None:
            dispose(self._dialog)
            self._dialog = None


def _place(error: BaseException) -> str:
    """Return what tells one mistake from another: its kind, and the line it happened in."""
    frames = traceback.extract_tb(error.__traceback__)
    last = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__} {last}"
