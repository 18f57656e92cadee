"""What a log view wishes of whoever brings lines into it, one after the other."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, Literal

from PySide6.QtCore import QObject

from cnet_agent.model.errors import AgentError
from cnet_ui.widgets.log_view import LogView

Wish = Literal["earlier", "later", "end"]


class LogWishes:
    """Hears what a view wishes until ``let_go``."""

    def __init__(self, view: LogView) -> None:
        self._wishes: asyncio.Queue[Wish] = asyncio.Queue()
        self._connections = [
            view.earlier_wanted.connect(lambda: self.put("earlier")),
            view.later_wanted.connect(lambda: self.put("later")),
            view.end_wanted.connect(lambda: self.put("end")),
        ]

    def put(self, wish: Wish) -> None:
        """Wish for something."""
        self._wishes.put_nowait(wish)

    def let_go(self) -> None:
        """Hear the view no longer."""
        for connection in self._connections:
            QObject.disconnect(connection)

    async def serve(
        self,
        show_end: Callable[[], Coroutine[Any, Any, None]],
        fulfil: Callable[[Wish], Awaitable[bool]],
    ) -> None:
        """Show the end of a log, fulfil wishes, and show its end again; for ever.

        Args:
            show_end: begins anew at the end, and goes on as lines come.
            fulfil: does what is wished; returns False where the end is to be shown again instead.

        Raises:
            AgentError: what ``show_end`` or ``fulfil`` raised.
        """
        while True:
            showing = asyncio.ensure_future(show_end())
            try:
                while await fulfil(await self._next(showing)):
                    pass
            finally:
                showing.cancel()
                with suppress(asyncio.CancelledError, AgentError):
                    await showing

    async def _next(self, showing: "asyncio.Future[None]") -> Wish:
        """Return the next wish; what went wrong with the end of the log is raised meanwhile."""
        wish = asyncio.ensure_future(self._wishes.get())
        both: set[asyncio.Future[Any]] = {wish, showing}
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            if showing.done():
                showing.result()
            return await wish
        finally:
            wish.cancel()
