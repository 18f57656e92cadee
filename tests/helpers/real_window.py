"""A window in front of a real agent in a process of its own."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from cnet_agent.client.client import AgentClient
from cnet_ui.background import spawn
from cnet_ui.dispose import dispose
from cnet_ui.main_window import MainWindow
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from helpers.console import collect, theme
from helpers.live_agent import LiveAgent
from helpers.waiting import until

PATIENCE = 20.0  # seconds


@dataclass(frozen=True, slots=True)
class RealWindow:
    """The window, and whose node it shows."""

    agent: LiveAgent
    session: AgentSession
    window: MainWindow


@contextlib.asynccontextmanager
async def real_window(agent: LiveAgent, folder: Path) -> AsyncIterator[RealWindow]:
    """Give a window that is filled and connected."""
    settings = QSettings(str(folder / "console.ini"), QSettings.Format.IniFormat)
    session = AgentSession()
    async with AgentClient(agent.url) as client:
        following = spawn(session.follow(client), session)
        window = MainWindow(session, theme(), Preferences(settings))
        window.show()
        window.fill()
        try:
            await until(lambda: session.is_live and session.presets, PATIENCE)
            yield RealWindow(agent, session, window)
        finally:
            following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await following
            window.leave()
            dispose(window)
            dispose(session)
            await asyncio.sleep(0)
            collect()
