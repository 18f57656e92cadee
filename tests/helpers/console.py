"""A console in front of a fake agent."""

import asyncio
import contextlib
import functools
import gc
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

import cnet_resources
from cnet_agent.model.preset import Preset
from cnet_agent.runtime.presets import Presets
from cnet_ui.dispose import dispose
from cnet_ui.main_window import MainWindow
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme, ThemeChoice
from helpers.fake_agent import FakeAgent, at_once
from helpers.waiting import until

BESIDE = "https://10.0.0.31:8080"


@functools.cache
def theme() -> Theme:
    """Return the application's theme; dark."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Theme(application)
    made.use(ThemeChoice.DARK)
    return made


async def builtin_presets(folder: Path) -> tuple[Preset, ...]:
    """Return the presets that ship with the application."""
    return tuple(await Presets(cnet_resources.presets(), folder).list())


def collect() -> None:
    """Collect what charts leave behind: Qt's objects, which may not end in some other thread."""
    gc.collect()


@contextlib.asynccontextmanager
async def connected(agent: FakeAgent) -> AsyncIterator[AgentSession]:
    """Give a session that follows ``agent`` and has its state."""
    session = AgentSession()
    following = asyncio.ensure_future(session.follow(agent.client, back_off=at_once))
    try:
        await until(lambda: session.is_live, what="a live session")
        yield session
    finally:
        following.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await following
        dispose(session)  # or the collector might end it in some other thread


@dataclass(frozen=True, slots=True)
class Console:
    """A window, and what it shows."""

    agent: FakeAgent
    session: AgentSession
    window: MainWindow


def connect_beside(shown: Console, agent: FakeAgent, url: str = BESIDE) -> AgentSession:
    """Connect the console to a second agent, as if it answered at ``url``."""
    agent.url = url
    shown.window.connections._make_client = lambda *_, **__: agent.client
    return shown.window.connections.connect_to(url)


@contextlib.asynccontextmanager
async def console(agent: FakeAgent, folder: Path, page: str = "") -> AsyncIterator[Console]:
    """Give a window on ``agent``, filled and connected, at a page: of those, no other is made."""
    theme()
    settings = QSettings(str(folder / "console.ini"), QSettings.Format.IniFormat)
    async with connected(agent) as session:
        window = MainWindow(session, theme(), Preferences(settings))
        window.show()
        window.activateWindow()
        if page:
            window.show_page(page)
        window.fill()
        try:
            yield Console(agent, session, window)
        finally:
            window.leave()
            await window.connections.close()
            dispose(window)
            del window
            await asyncio.sleep(0)
            collect()
