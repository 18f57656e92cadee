"""What the pictures show: each scene brings a window into a state, and takes it back."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.main_window import MainWindow
from cnet_ui.session import AgentSession


@dataclass(frozen=True, slots=True)
class Stage:
    """A window, the session it shows, and the ids of the tasks by a short name."""

    window: MainWindow
    session: AgentSession
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
async def new_task(stage: Stage) -> AsyncIterator[None]:
    """Show the form of the first preset."""
    form = NewTaskDialog(stage.window, stage.session)
    form.open()
    yield
    form.reject()


FIRST: dict[str, Scene] = {"first-start": page("dashboard")}
"""Before anything has run."""

SCENES: dict[str, Scene] = {
    "dashboard": page("dashboard"),
    "tasks": task("mnist-cnn", "logs"),
    "task-detail": task("feature-matrix", "overview"),
    "trained": task("train", "logs"),
    "new-task": new_task,
    "settings": page("settings"),
}
