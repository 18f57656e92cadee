"""Renders the console's pages and dialogs from a live agent that runs real tasks.

Each is taken in English, dark and light, and dark in Simplified Chinese. LANGUAGES=zh_TW takes
others, WATCHED=5 waits shorter for the charts to fill, ONLY=tasks takes some.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication
from scenes import FIRST, SCENES, Scene, Stage
from served import asked, models
from work import work

from cnet_agent.agent import Agent
from cnet_agent.client.client import AgentClient
from cnet_agent.config import datadir
from cnet_agent.config.layout import Layout
from cnet_agent.config.load import load
from cnet_app.bundled import bundled
from cnet_ui.background import spawn
from cnet_ui.dispose import dispose
from cnet_ui.language import Language, Speech
from cnet_ui.main_window import MainWindow
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme, ThemeChoice

HERE = Path(os.environ.get("INTO", Path(__file__).resolve().parent))
WIDTH, HEIGHT = map(int, os.environ.get("SIZE", "1280x820").split("x"))
WATCHED = float(os.environ.get("WATCHED", "45"))  # seconds of real history in the charts
LANGUAGES = [Language(name) for name in os.environ.get("LANGUAGES", "en zh_CN").split()]
ONLY = os.environ.get("ONLY", "").split()
REST = 1.2  # seconds until all that moves has come to rest
SUFFIXES = {Language.SIMPLIFIED: "-zh", Language.TRADITIONAL: "-zh-tw"}


class Studio:
    """Opens windows on one session, and keeps what they look like."""

    def __init__(
        self, application: QApplication, session: AgentSession, settings: QSettings
    ) -> None:
        self._session = session
        self._settings = settings
        self._theme = Theme(application)
        self._speech = Speech(application)

    async def take(self, scenes: dict[str, Scene], ids: dict[str, str]) -> None:
        """Write every scene in every language."""
        for language in LANGUAGES:
            self._theme.use(ThemeChoice.DARK)
            self._speech.use(language)
            await self._session.load_presets()
            preferences = Preferences(self._settings)
            window = MainWindow(self._session, self._theme, preferences)
            window.resize(QSize(WIDTH, HEIGHT))
            window.show()
            window.fill()
            for name, scene in scenes.items():
                if not ONLY or name in ONLY:
                    async with scene(Stage(window, self._session, preferences, ids)):
                        await self._write(window, name, language)
            window.leave()
            dispose(window)

    async def _write(self, window: MainWindow, name: str, language: Language) -> None:
        is_english = language is Language.ENGLISH
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK) if is_english else (ThemeChoice.DARK,):
            self._theme.use(choice)
            await asyncio.sleep(REST)
            window.grab().save(str(HERE / f"{name}-{choice}{SUFFIXES.get(language, '')}.png"))


async def main(application: QApplication) -> None:
    """Start an agent, give it work, and photograph the console."""
    folder = Path(tempfile.mkdtemp(prefix="cnet-screenshots-"))
    (folder / "config.yaml").write_text(
        "agent: {port: 0, node_name: atlas-ws-01}\ntraining: {port: 0}\n"
        f"tasks: {{python: {sys.executable}}}\n"
    )
    loaded = load(folder / "config.yaml", {}, {"--data-dir": str(folder / "data")})
    layout = Layout(loaded.data_dir)
    datadir.prepare(layout)
    session = AgentSession()
    settings = QSettings(str(folder / "ui.ini"), QSettings.Format.IniFormat)
    studio = Studio(application, session, settings)
    agent = Agent(loaded, layout, folder / "workspace", bundled())
    async with agent, AgentClient(agent.url) as client:
        following = spawn(session.follow(client), session)
        await asyncio.sleep(4)
        await studio.take(FIRST, {})
        ids = await work(client) | await models(client)
        async with asked(client, ids):
            await asyncio.sleep(WATCHED)
            await studio.take(SCENES, ids)
        for task in session.tasks.values():
            if not task.phase.is_final:
                await client.stop(task.id, 0)
        following.cancel()


if __name__ == "__main__":
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(main(app))
