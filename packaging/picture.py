"""Takes a picture of the console over a running agent, without a screen: picture.py FILE [URL]."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import qasync
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication

from cnet_agent.client.client import AgentClient
from cnet_ui.background import spawn
from cnet_ui.main_window import MainWindow
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme, ThemeChoice

SIZE = QSize(1280, 820)
DEADLINE = 20.0  # seconds
SETTLE = 1.5  # seconds for the log and the first samples to be drawn


async def photograph(application: QApplication, url: str, file: Path, settings: str) -> None:
    """Show the newest task and its log, and save what a person would see."""
    session = AgentSession()
    preferences = Preferences(QSettings(settings, QSettings.Format.IniFormat))
    theme = Theme(application)
    theme.use(ThemeChoice.LIGHT)
    window = MainWindow(session, theme, preferences)
    window.resize(SIZE)
    window.show()
    window.fill()
    heard = asyncio.Event()
    session.tasks_changed.connect(lambda _ids: heard.set())
    async with AgentClient(url) as client:
        following = spawn(session.follow(client), session)
        await asyncio.wait_for(heard.wait(), DEADLINE)
        newest = max(session.tasks.values(), key=lambda task: task.created_at)
        window.show_page("tasks")
        window.tasks.choose(newest.id)
        await asyncio.sleep(SETTLE)
        if not window.grab().save(str(file)):
            raise OSError(f"{file} cannot be written")
        following.cancel()
    window.leave()


def main() -> None:
    """Take the picture that the command line asks for."""
    file = Path(sys.argv[1])
    url = sys.argv[2] if len(sys.argv) > 2 else os.environ["CNET_URL"]
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    with (
        tempfile.TemporaryDirectory() as folder,
        asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner,
    ):
        runner.run(photograph(application, url, file, f"{folder}/ui.ini"))
    print(f"  a picture of the console: {file.resolve()}")


if __name__ == "__main__":
    main()
