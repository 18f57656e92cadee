"""Coroutines that belong to an object of the console: kept, heard when they fail, ended with it."""

import asyncio
import logging
from collections.abc import Callable, Collection, Coroutine
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from cnet_agent.model.errors import AgentError
from cnet_ui.agent_words import error_text

logger = logging.getLogger(__name__)

mistaken: Callable[[BaseException], None] | None = None
"""What takes over mistakes of ours; without it the log and a sentence have to do."""

_running: set[asyncio.Task[Any]] = set()  # asyncio itself keeps no strong reference


@runtime_checkable
class Teller(Protocol):
    """Something that can show a person a sentence; a window is one."""

    def tell(self, sentence: str) -> None:
        """Show that something did not work."""
        ...


def spawn(work: Coroutine[Any, Any, Any], owner: QObject) -> asyncio.Task[Any]:
    """Run ``work`` beside everything else, for ``owner``.

    It is cancelled when the owner is destroyed. What the agent refuses is told by the owner's
    window; anything else is a mistake of ours, for ``mistaken`` or else for the log as well.
    """
    task = asyncio.ensure_future(work)
    _running.add(task)

    def cancel() -> None:
        task.cancel()

    def done(_: asyncio.Task[Any]) -> None:
        _running.discard(task)
        if isValid(owner):
            owner.destroyed.disconnect(cancel)
        if task.cancelled():
            return
        error = task.exception()
        if isinstance(error, RuntimeError) and not isValid(owner):
            # What it came to last is gone with its owner: a widget, a signal. Nobody misses it.
            logger.debug("work of the console ended after its owner", exc_info=error)
        elif error is not None:
            _report(error, owner)

    owner.destroyed.connect(cancel)
    task.add_done_callback(done)
    return task


class Latest:
    """Work for an owner of which only the latest runs, begun once the one before it has ended.

    What is cancelled may still take a few turns of the event loop to end, in which it would go
    on to write where the next one writes.
    """

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._task: asyncio.Task[Any] | None = None
        self._ending: set[asyncio.Task[Any]] = set()

    def begin(self, work: Coroutine[Any, Any, Any]) -> None:
        """End what runs, and then run ``work``."""
        self.end()
        self._task = spawn(_after(tuple(self._ending), work), self._owner)
        self._task.add_done_callback(self._ending.discard)
        self._task.add_done_callback(lambda _: work.close())  # where it was ended before it began

    def end(self) -> None:
        """End what runs."""
        task, self._task = self._task, None
        if task is not None and not task.done():
            self._ending.add(task)
            task.cancel()


def end_all() -> None:
    """Cancel everything that was spawned; the console is about to end."""
    for task in _running:
        task.cancel()


async def _after(before: Collection[asyncio.Task[Any]], work: Coroutine[Any, Any, Any]) -> None:
    if before:
        await asyncio.wait(before)
    await work


def _report(error: BaseException, owner: QObject) -> None:
    if isinstance(error, AgentError):
        sentence = error_text(error)
    elif mistaken is not None:
        mistaken(error)
        return
    else:
        logger.error("work of the console failed", exc_info=error)
        sentence = QCoreApplication.translate(
            "background", "That did not work; the log of the console says why."
        )
    current: QObject | None = owner if isValid(owner) else None
    while current is not None:
        if isinstance(current, Teller):
            current.tell(sentence)
            return
        current = current.parent()
    logger.warning("%s", sentence)
