"""Renders the console's pages in both themes, from a live agent that runs real tasks."""

import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QApplication

from cnet_agent.agent import Agent
from cnet_agent.client.client import AgentClient
from cnet_agent.config import datadir
from cnet_agent.config.layout import Layout
from cnet_agent.config.load import load
from cnet_app.bundled import bundled
from cnet_ui.background import spawn
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.main_window import MainWindow
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme, ThemeChoice

HERE = Path(__file__).resolve().parent
SIZE = QSize(1280, 820)
WATCHED = float(os.environ.get("WATCHED", "45"))  # seconds of real history in the charts
LOG = """
import random, time
for epoch in range(1, 4000):
    print(f"INFO  Epoch {epoch}/4000  loss {2 / epoch ** 0.5:.4f}  acc {1 - 0.4 / epoch:.4f}")
    if epoch % 7 == 0:
        print("WARN  validation loss did not improve for 3 epochs")
    if epoch % 11 == 0:
        print("DEBUG dataloader workers=2 prefetch=2")
    if epoch % 17 == 0:
        print("ERROR upload of metrics failed: connection refused, retry 1/3")
    sum(i * i for i in range(random.randrange(3_000_000)))
    time.sleep(0.25)
"""


async def until(found: Callable[[], Awaitable[Any]], seconds: float = 60.0) -> Any:
    """Return the first true value that ``found`` gives."""
    async with asyncio.timeout(seconds):
        while not (value := await found()):  # noqa: ASYNC110 - the agent is asked over HTTP
            await asyncio.sleep(0.1)
        return value


async def work(client: AgentClient) -> dict[str, str]:
    """Run real tasks, and return the ids of some by a short name."""
    ids: dict[str, str] = {}

    async def run(name: str, command: str, *args: str, **more: Any) -> None:
        body = {"name": name, "command": command, "args": list(args), **more}
        ids[name] = (await client.submit(body)).id

    async def ended(name: str) -> None:
        async def is_final() -> bool:
            return (await client.task(ids[name])).phase.is_final

        await until(is_final)

    limits = {"resources": {"cpu_limit": 0.5, "memory_limit": "256MB", "disk_limit": "1GB"}}
    await run("thumbnailer", "sh", "-c", "echo 48 thumbnails; sleep 1")
    await run("nightly-etl", "sh", "-c", "echo reading; sleep 2; echo 1204 rows", timeout=600)
    train = await client.run_preset("ml-linear-regression", {})
    ids["train"] = train.id
    await ended("train")
    predict = {"operation": "predict", "name": "linear-regression-predict"}
    ids["predict"] = (await client.run_preset("ml-linear-regression", predict)).id
    eater = "x = []\nwhile True:\n    x.append(bytearray(4_000_000))"
    await run("feature-matrix", "python3", "-u", "-c", eater, resources={"memory_limit": "96MB"})
    await ended("feature-matrix")
    await run("model-prediction", "python3", "predict.py", "--input", "5.5")
    await ended("model-prediction")
    await run("sensor-ingest", "sh", "-c", "while :; do echo tick; sleep 2; done")
    await run("mnist-cnn", "python3", "-u", "-c", LOG, **limits, labels={"team": "vision"})
    await run("gpu-sweep", "sh", "-c", "true", resources={"cpu_limit": os.cpu_count()})
    return ids


class Photographer:
    """Shows pages of one window, and keeps what they look like."""

    def __init__(self, window: MainWindow, theme: Theme) -> None:
        self.window, self.theme = window, theme

    async def take(self, name: str) -> None:
        """Write the window in both themes, after all that moves has come to rest."""
        for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
            self.theme.use(choice)
            await asyncio.sleep(1.2)
            self.window.grab().save(str(HERE / f"{name}-{choice}.png"))


async def main() -> None:
    """Start an agent, give it work, and photograph the console."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    folder = Path(tempfile.mkdtemp(prefix="cnet-screenshots-"))
    (folder / "config.yaml").write_text(
        "agent: {port: 0, node_name: atlas-ws-01}\ntraining: {port: 0}\n"
        f"tasks: {{python: {sys.executable}}}\n"
    )
    loaded = load(folder / "config.yaml", {}, {"--data-dir": str(folder / "data")})
    layout = Layout(loaded.data_dir)
    datadir.prepare(layout)
    theme = Theme(application)
    theme.use(ThemeChoice.DARK)
    session = AgentSession()
    settings = QSettings(str(folder / "ui.ini"), QSettings.Format.IniFormat)
    window = MainWindow(session, theme, Preferences(settings))
    window.resize(SIZE)
    window.show()
    window.fill()
    camera = Photographer(window, theme)
    agent = Agent(loaded, layout, folder / "workspace", bundled())
    async with agent, AgentClient(agent.url) as client:
        following = spawn(session.follow(client), session)
        await asyncio.sleep(4)
        await camera.take("first-start")
        ids = await work(client)
        await asyncio.sleep(WATCHED)
        await camera.take("dashboard")
        palette = window.desk.open_palette()
        palette.query.setText("train")
        await camera.take("palette")
        palette.reject()
        for name, open_sheet in (
            ("notifications", window.desk.open_notices),
            ("shortcuts", window.desk.open_shortcuts),
        ):
            sheet = open_sheet()
            await camera.take(name)
            sheet.reject()
        window.show_page("tasks")
        window.tasks.choose(ids["mnist-cnn"])
        await camera.take("tasks")
        window.tasks.choose(ids["feature-matrix"], "overview")
        await camera.take("task-detail")
        window.tasks.choose(ids["train"])
        await camera.take("trained")
        form = NewTaskDialog(window, session)
        form.open()
        await camera.take("new-task")
        form.reject()
        window.show_page("logs")
        await camera.take("logs")
        window.show_page("settings")
        await camera.take("settings")
        for task in session.tasks.values():
            if not task.phase.is_final:
                await client.stop(task.id, 0)
        following.cancel()
    window.leave()


if __name__ == "__main__":
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(main())
