"""A console in a process of its own, on an agent elsewhere or with one on its own loop."""

import asyncio
import contextlib
import gc
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Self

import qasync
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication

from _console import load
from _console.stalls import Stalls
from _harness.cost import cpu_percent
from cnet_agent.agent import Agent
from cnet_agent.client.client import AgentClient
from cnet_agent.config import datadir
from cnet_agent.config.layout import Layout
from cnet_agent.config.load import load as load_settings
from cnet_app.bundled import bundled
from cnet_ui.background import end_all, spawn
from cnet_ui.main_window import MainWindow
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme, ThemeChoice

EMBEDDED = "embedded"
SETTLE = 6.0  # seconds: the agent's first samples, the history, the first garbage
COLLECT = (50_000, 20, 100)  # as the desktop has it

Figures = dict[str, float]


async def idle(window: MainWindow, seconds: float, _: AgentClient) -> Figures:
    """Return what the Dashboard costs while nothing happens but a sample a second."""
    return {"cpu": await asyncio.to_thread(cpu_percent, [os.getpid()], seconds)}


async def unseen(window: MainWindow, seconds: float, _: AgentClient) -> Figures:
    """Return how often anything is painted while the window is minimised, then hidden."""
    figures: Figures = {}
    for name, put_away in (("minimised", window.showMinimized), ("hidden", window.hide)):
        window.showNormal()
        await asyncio.sleep(1.5)
        put_away()
        await asyncio.sleep(1.5)
        with _Paints() as paints:
            await asyncio.sleep(seconds)
        figures[name] = paints.count
    return figures


async def under_load(window: MainWindow, seconds: float, client: AgentClient) -> Figures:
    """Return the longest stall of the loop in each part of the load, in milliseconds."""
    figures: Figures = {}
    window.show_page("tasks")  # which makes it
    await asyncio.sleep(1)
    async with Stalls() as stalls:
        for name, part in load.PARTS.items():
            stalls.reset()
            await part(window, client, seconds)
            figures[name] = stalls.longest
    figures["longest"] = max(figures.values())
    return figures


MEASURES: dict[str, Callable[[MainWindow, float, AgentClient], Awaitable[Figures]]] = {
    "idle": idle,
    "unseen": unseen,
    "load": under_load,
}


async def run(measure: str, where: str, seconds: float, folder: Path) -> Figures:
    """Open a window on the agent and measure."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    theme = Theme(application)
    theme.use(ThemeChoice.DARK)
    session = AgentSession()
    settings = QSettings(str(folder / "ui.ini"), QSettings.Format.IniFormat)
    window = MainWindow(session, theme, Preferences(settings))
    window.show()
    window.fill()
    async with _agent(where, folder) as url, AgentClient(url) as client:
        following = spawn(session.follow(client), session)
        await asyncio.sleep(SETTLE)
        gc.collect()
        gc.freeze()
        gc.set_threshold(*COLLECT)
        figures = await MEASURES[measure](window, seconds, client)
        following.cancel()
        window.leave()
        end_all()
    return figures


@contextlib.asynccontextmanager
async def _agent(where: str, folder: Path) -> AsyncIterator[str]:
    """Give the address of the agent: the one that is named, or one on this loop."""
    if where != EMBEDDED:
        yield where
        return
    loaded = load_settings(folder / "config.yaml", {}, {"--data-dir": str(folder / "data")})
    layout = Layout(loaded.data_dir)
    datadir.prepare(layout)
    agent = Agent(loaded, layout, folder / "workspace", bundled())
    async with agent:
        yield agent.url


class _Paints(QObject):
    """Counts what is painted meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def __enter__(self) -> Self:
        _application().installEventFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def main() -> None:
    """Print the figures as JSON."""
    measure, where, seconds, folder = sys.argv[1:]
    application = QApplication([])
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        figures = runner.run(run(measure, where, float(seconds), Path(folder)))
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
