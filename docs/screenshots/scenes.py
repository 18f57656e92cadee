"""What the pictures show: each scene brings a window into a state, and takes it back."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from cnet_ui.background import spawn
from cnet_ui.dialogs.connect import ConnectDialog
from cnet_ui.dialogs.crash import CrashDialog
from cnet_ui.dialogs.edit_task import EditTaskDialog
from cnet_ui.dialogs.licences import LicencesDialog
from cnet_ui.dialogs.load_model import LoadModelDialog
from cnet_ui.dialogs.new_job import NewJobDialog
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.dialogs.new_token import NewTokenDialog
from cnet_ui.dialogs.palette import Palette
from cnet_ui.dialogs.preset_editor import PresetEditor
from cnet_ui.dialogs.preset_gallery import BY_HAND
from cnet_ui.dialogs.save_preset import SavePresetDialog
from cnet_ui.leaving import ask_to_leave
from cnet_ui.main_window import MainWindow
from cnet_ui.pages.dashboard_details import ResourceDetails
from cnet_ui.preferences import Preferences, Recent
from cnet_ui.session import AgentSession
from cnet_ui.widgets.sheet import Sheet

SECTIONS = (
    "appearance",
    "console",
    "agent",
    "tasks",
    "python",
    "storage",
    "training",
    "network",
    "logging",
    "about",
)
TABS = ("logs", "overview", "metrics", "timeline", "files")
RECENTS = (
    Recent("https://10.0.0.31:8080", "atlas-ws-07", needs_token=True),
    Recent("http://10.0.0.12:8080", "lab-gpu-02"),
)
REPORT = "RuntimeError: the answer had no tasks\n  pages/tasks.py, line 118, in _refresh"
CONTENT = {"task": {"command": "python3", "args": ["train.py", "--epochs=5", "--rate=0.01"]}}


@dataclass(frozen=True, slots=True)
class Stage:
    """A window, what it shows, and the ids of the tasks by a short name."""

    window: MainWindow
    session: AgentSession
    preferences: Preferences
    ids: dict[str, str]


Scene = Callable[[Stage], AbstractAsyncContextManager[None]]


def page(key: str) -> Scene:
    """Return a scene of a page as it opens."""

    @asynccontextmanager
    async def scene(stage: Stage) -> AsyncIterator[None]:
        stage.window.show_page(key)
        yield

    return scene


def task(name: str, tab: str) -> Scene:
    """Return a scene of a task's details."""

    @asynccontextmanager
    async def scene(stage: Stage) -> AsyncIterator[None]:
        stage.window.show_page("tasks")
        stage.window.tasks.choose(stage.ids[name], tab)
        yield

    return scene


@asynccontextmanager
async def training(stage: Stage) -> AsyncIterator[None]:
    """Show a job that was tried again, with another laid over it."""
    page = stage.window.node.training
    stage.window.show_page("training")
    page.choose(stage.ids["digits-24"])
    page.compare.add_run(stage.ids["small-rate"])
    yield


@asynccontextmanager
async def models(stage: Stage) -> AsyncIterator[None]:
    """Show a model that others ask, and ask it as well."""
    page = stage.window.node.models
    stage.window.show_page("models")
    page.choose(stage.ids["churn-forecast"])
    page.details.show_part("overview")
    await asyncio.sleep(3)
    values = {"tenure_months": 18, "monthly_charge": 64.9, "support_calls": 3}
    for months in ("twelve", 1, 24, 12):
        page.trial.json.setPlainText(json.dumps({**values, "contract_months": months}))
        page.trial.tabs.choose("json")
        page.trial.send()
        await asyncio.sleep(0.5)
    page.trial.show_tab("form")
    yield


@asynccontextmanager
async def model_versions(stage: Stage) -> AsyncIterator[None]:
    """Show a model whose requests two versions share."""
    page = stage.window.node.models
    await stage.session.client.models.divide(stage.ids["iris"], {"1": 80, "2": 20})
    stage.window.show_page("models")
    page.choose(stage.ids["iris"])
    page.show_versions()
    await asyncio.sleep(2)
    yield


@asynccontextmanager
async def images(stage: Stage) -> AsyncIterator[None]:
    """Show the images that jobs run in."""
    stage.window.show_page("training")
    stage.window.node.training.show_part("images")
    yield


@asynccontextmanager
async def first_attempt(stage: Stage) -> AsyncIterator[None]:
    """Show what the first of a job's attempts printed."""
    stage.window.show_page("tasks")
    stage.window.tasks.choose(stage.ids["digits-24"], "logs")
    await asyncio.sleep(1)
    stage.window.tasks.details.log.attempt_chosen.emit(1)
    yield


@asynccontextmanager
async def search(stage: Stage) -> AsyncIterator[None]:
    """Search all logs for what happened to a job."""
    stage.window.show_page("logs")
    sources = stage.window.logs.sources
    before = [source.id for source in sources.chosen]
    wanted = ["TrainingAgent", "TrainingWorker", stage.ids["digits-24"]]
    sources.choose(before, on=False)
    sources.choose(wanted)
    box = stage.window.logs.findChild(QLineEdit, "search-all-logs")
    assert box is not None
    box.setText("reset by peer")
    box.returnPressed.emit()
    yield
    box.clear()
    sources.choose(wanted, on=False)
    sources.choose(before)


def section(key: str) -> Scene:
    """Return a scene of a section of the settings."""

    @asynccontextmanager
    async def scene(stage: Stage) -> AsyncIterator[None]:
        stage.window.show_page("settings")
        stage.window.settings.show_section(key)
        yield

    return scene


def sheet(over: str, open_: Callable[[Stage], Sheet]) -> Scene:
    """Return a scene of a dialog over a page."""

    @asynccontextmanager
    async def scene(stage: Stage) -> AsyncIterator[None]:
        stage.window.show_page(over)
        dialog = open_(stage)
        if not dialog.isVisible():
            dialog.open()
        yield
        dialog.hide()
        dialog.deleteLater()

    return scene


def _palette(stage: Stage) -> Palette:
    palette = stage.window.desk.open_palette()
    palette.query.setText("train")
    return palette


def _preset(stage: Stage) -> PresetEditor:
    return PresetEditor(stage.window, stage.session, stage.session.presets[0], is_new=False)


def _labels(stage: Stage) -> EditTaskDialog:
    chosen = stage.session.tasks[stage.ids["mnist-cnn"]]
    return EditTaskDialog(stage.window, stage.session, chosen)


@asynccontextmanager
async def notifications(stage: Stage) -> AsyncIterator[None]:
    """Show the history, in which a task that has just failed is the newest."""
    stage.window.show_page("dashboard")
    failing = {"name": "nightly-backup", "command": "sh", "args": ["-c", "exit 3"]}
    task = await stage.session.client.submit(failing)
    desk = stage.window.desk
    heard = asyncio.Event()
    desk.notifications.added.connect(lambda notice: notice.task_id == task.id and heard.set())
    async with asyncio.timeout(20):
        await heard.wait()
    desk.toasts.leave_newest()
    panel = desk.open_notices()
    yield
    panel.reject()


@asynccontextmanager
async def leaving(stage: Stage) -> AsyncIterator[None]:
    """Ask what becomes of the tasks when the window closes."""
    asking = spawn(
        ask_to_leave(stage.session, stage.window, stage.preferences, has_tray=True), stage.window
    )
    yield
    asking.cancel()


FIRST: dict[str, Scene] = {"first-start": page("dashboard")}
"""Before anything has run."""

SCENES: dict[str, Scene] = {
    "dashboard": page("dashboard"),
    "resources": sheet("dashboard", lambda s: ResourceDetails(s.window, s.session)),
    "palette": sheet("dashboard", _palette),
    "notifications": notifications,
    "shortcuts": sheet("dashboard", lambda s: s.window.desk.open_shortcuts()),
    "connect": sheet("dashboard", lambda s: ConnectDialog(s.window, RECENTS)),
    "crash": sheet("dashboard", lambda s: CrashDialog(s.window, REPORT, Path("report.txt"))),
    "leaving": leaving,
    "tasks": task("mnist-cnn", "logs"),
    "trained": task("train", "logs"),
    "trained-overview": task("train", "overview"),
    "task-failed-log": task("model-prediction", "logs"),
    "task-brief-metrics": task("model-prediction", "metrics"),
    "task-detail": task("feature-matrix", "overview"),
    **{f"task-{tab}": task("mnist-cnn", tab) for tab in TABS[1:]},
    "edit-task": sheet("tasks", _labels),
    "new-task": sheet("tasks", lambda s: NewTaskDialog(s.window, s.session)),
    "new-task-by-hand": sheet("tasks", lambda s: NewTaskDialog(s.window, s.session, BY_HAND)),
    "save-preset": sheet("tasks", lambda s: SavePresetDialog(s.window, s.session, CONTENT)),
    "edit-preset": sheet("tasks", _preset),
    "training": training,
    "training-images": images,
    "new-job": sheet(
        "training", lambda s: NewJobDialog(s.window, s.session, s.preferences, values={})
    ),
    "first-attempt": first_attempt,
    "models": models,
    "model-versions": model_versions,
    "load-model": sheet("models", lambda s: LoadModelDialog(s.window, s.session)),
    "logs": page("logs"),
    "logs-search": search,
    **{f"settings-{key}": section(key) for key in SECTIONS},
    "new-token": sheet("settings", lambda s: NewTokenDialog(s.window, s.session)),
    "licences": sheet("settings", lambda s: LicencesDialog(s.window)),
}
