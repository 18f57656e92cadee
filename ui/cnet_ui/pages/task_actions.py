"""Does with tasks what a person asks: one or many, and tells in a sentence what did not work."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import AgentError
from cnet_agent.model.spec import SignalName
from cnet_agent.wire.task import TaskView
from cnet_ui.background import spawn
from cnet_ui.dialogs.edit_task import EditTaskDialog
from cnet_ui.dispose import dispose
from cnet_ui.models.task_history import TaskHistory
from cnet_ui.pages import task_offers
from cnet_ui.pages.stop_task import may_kill, may_remove, may_run_again, may_stop
from cnet_ui.pages.task_offers import Standing
from cnet_ui.session import AgentSession
from cnet_ui.task_text import as_curl, command_line

AT_ONCE = 50  # requests


class TaskActions(QObject):
    """What can be done with tasks of a session.

    ``started`` carries the id of a task that was begun; ``duplicate`` and ``save_as_preset`` that
    of one from which a form is to be filled, ``serve`` that of one which made a model.

    Args:
        session: of the tasks.
        history: where they are looked up.
        widget: in whose window questions are asked.
    """

    started = Signal(str)
    duplicate = Signal(str)
    save_as_preset = Signal(str)
    serve = Signal(str, str)  # id and name
    rows_wanted = Signal(object)  # ids, to copy what the list shows of them

    def __init__(self, session: AgentSession, history: TaskHistory, widget: QWidget) -> None:
        super().__init__(widget)
        self._session = session
        self._history = history
        self._widget = widget

    def standing(self) -> Standing:
        """Return how things stand."""
        session = self._session
        return Standing(session.is_live, session.is_local, session.stopping)

    def tasks(self, ids: Sequence[str]) -> list[TaskView]:
        """Return the tasks of ids that are still known."""
        known = self._history.tasks
        return [known[each] for each in ids if each in known]

    def do(self, key: str, ids: Sequence[str]) -> None:
        """Do what an offer stands for, unless it cannot be done now."""
        tasks, standing = self.tasks(ids), self.standing()
        if not tasks or task_offers.offer(key, tasks, standing).why_not:
            return
        match key:
            case task_offers.DUPLICATE:
                self.duplicate.emit(tasks[0].id)
            case task_offers.PRESET:
                self.save_as_preset.emit(tasks[0].id)
            case task_offers.SERVE:
                self.serve.emit(tasks[0].id, tasks[0].name)
            case task_offers.EDIT:
                self._edit(tasks[0])
            case task_offers.COPY_ROWS:
                self.rows_wanted.emit([task.id for task in tasks])
            case task_offers.COPY_IDS:
                copy_text("\n".join(task.id for task in tasks))
            case task_offers.COPY_COMMAND:
                copy_text("\n".join(command_line(task) for task in tasks))
            case task_offers.COPY_CURL:
                url, needs = self._session.client.url, self._session.needs_token
                copy_text(as_curl(tasks[0], url, with_token=needs))
            case _:
                self._begin(self._work(key, tasks, standing))

    def send(self, task_id: str, signal: SignalName) -> None:
        """Send a signal to a task's main process."""
        self._begin(self._session.client.signal(task_id, signal))

    def remove_or_stop(self, ids: Sequence[str]) -> None:
        """Do what the Delete key stands for: stop what runs or waits, else remove what ended."""
        open_ones = [task for task in self.tasks(ids) if not task.phase.is_final]
        self.do(task_offers.STOP if open_ones else task_offers.REMOVE, ids)

    def _begin(self, work: Coroutine[Any, Any, Any]) -> None:
        spawn(work, self._widget)

    def _work(
        self, key: str, tasks: list[TaskView], standing: Standing
    ) -> Coroutine[Any, Any, None]:
        match key:
            case task_offers.STOP:
                return self._stop(task_offers.stoppable(tasks, standing))
            case task_offers.KILL:
                return self._kill(task_offers.killable(tasks))
            case task_offers.REMOVE:
                return self._remove(task_offers.removable(tasks))
            case task_offers.AGAIN:
                return self._again(tasks)
            case _:
                return self._open_own(tasks[0])

    async def _stop(self, tasks: list[TaskView]) -> None:
        if await may_stop(tasks, self._widget.window()):
            refusal = self.tr("{count} of {all} could not be stopped: {why}")
            await _each(tasks, lambda task: self._session.stop(task.id), refusal)

    async def _kill(self, tasks: list[TaskView]) -> None:
        if not await may_kill(tasks, self._widget.window()):
            return
        refusal = self.tr("{count} of {all} could not be killed: {why}")
        await _each(tasks, lambda task: self._session.client.stop(task.id, 0), refusal)

    async def _remove(self, tasks: list[TaskView]) -> None:
        if await may_remove(tasks, self._widget.window()):
            refusal = self.tr("{count} of {all} could not be removed: {why}")
            await _each(tasks, lambda task: self._session.client.purge(task.id), refusal)

    async def _again(self, tasks: list[TaskView]) -> None:
        if not await may_run_again(tasks, self._widget.window()):
            return
        refusal = self.tr("{count} of {all} could not be run again: {why}")
        # The oldest first, as they ran before.
        ordered = sorted(tasks, key=lambda task: task.id)
        begun = await _each(ordered, lambda task: self._session.rerun(task.id), refusal)
        self.started.emit(begun[-1].id)

    def open_folder(self, path: str) -> None:
        """Open a folder of this machine."""
        refusal = self.tr("There is no folder {path} any more.").format(path=path)
        self._begin(self._open(Path(path), refusal))

    async def _open_own(self, task: TaskView) -> None:
        node = self._session.node
        folder = Layout(Path(node.data_dir if node else "")).task(task.id).work
        await self._open(folder, self.tr("There is no folder of {name}.").format(name=task.name))

    async def _open(self, folder: Path, refusal: str) -> None:
        if not await asyncio.to_thread(folder.is_dir):
            raise AgentError(refusal)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            sentence = self.tr("No program here opens folders. It is {path}.")
            raise AgentError(sentence.format(path=folder))

    def _edit(self, task: TaskView) -> None:
        form = EditTaskDialog(self._widget.window(), self._session, task)
        form.finished.connect(lambda _: dispose(form))
        form.open()


async def _each(
    tasks: Sequence[TaskView],
    act: Callable[[TaskView], Awaitable[Any]],
    refusal: str,
) -> list[Any]:
    """Do something with each task, many at once, and return what that gave.

    Raises:
        AgentError: one of them was refused; with several tasks, how many and why the first.
    """
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(task: TaskView) -> Any:
        async with gate:
            return await act(task)

    given = await asyncio.gather(*(one(task) for task in tasks), return_exceptions=True)
    failures = [
        (task, each)
        for task, each in zip(tasks, given, strict=True)
        if isinstance(each, BaseException)
    ]
    if not failures:
        return given
    task, first = failures[0]
    if len(tasks) == 1 or not isinstance(first, AgentError):
        raise first
    why = f"{task.name}: {first}"
    raise AgentError(refusal.format(count=len(failures), all=len(tasks), why=why))


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
