"""Brings a task's log into a view: its end, what is added, and what is before it."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from cnet_agent.client.answers import LogLines
from cnet_agent.client.backoff import delays
from cnet_agent.client.follow import LogGap, LogInterrupted, follow_log
from cnet_agent.model.errors import AgentError, Unreachable
from cnet_agent.wire.task import TaskView
from cnet_ui.agent_words import error_text
from cnet_ui.background import spawn
from cnet_ui.pages.log_wishes import LogWishes, Wish
from cnet_ui.pages.save_log import save_task_log
from cnet_ui.session import AgentSession
from cnet_ui.widgets.log_view import LogView

translate = QCoreApplication.translate


FIRST = 2000  # lines to begin with
MORE = 1000  # lines at a time, further back or on


async def show_log(session: AgentSession, task_id: str, view: LogView) -> None:
    """Show a task's log in ``view`` until cancelled; survives an agent that goes and comes.

    Raises:
        AgentError: the task is gone, or may not be read.
    """
    log = TaskLog(session, task_id, view)
    try:
        await log.run()
    except AgentError as error:
        view.show_empty(error_text(error))
        view.set_live(False)
        raise
    finally:
        log.let_go()


class TaskLog:
    """One task's log in one view: answers what the view asks for."""

    def __init__(self, session: AgentSession, task_id: str, view: LogView) -> None:
        self._session = session
        self._task_id = task_id
        self._view = view
        self._attempt: int | None = None  # the last one
        self._old: TaskView | None = None  # where the session does not know it
        self._wishes = LogWishes(view)
        self._connections = [
            view.attempt_chosen.connect(self._choose_attempt),
            view.save_wanted.connect(self._save),
            view.folder_wanted.connect(self._open_folder),
            session.tasks_changed.connect(self._task_changed),
        ]

    async def run(self) -> None:
        """Show the end of the log and serve the view, for ever."""
        self._attempts_changed()
        self._show_folder()
        await self._wishes.serve(self._show_end, self._fulfil)

    def let_go(self) -> None:
        """Serve the view no longer."""
        self._wishes.let_go()
        for connection in self._connections:
            QObject.disconnect(connection)

    # -- reading ------------------------------------------------------------------------------

    async def _show_end(self) -> None:
        view = self._view
        view.clear()
        view.set_live(True)
        view.show_empty(translate("task_log", "Reading the log…"))
        await self._look_up()
        page = await self._read(tail=FIRST)
        is_final = self._is_final()
        view.set_earlier(can_load=page.cut)
        view.add(page.records)
        view.show_empty(
            translate("task_log", "This task wrote no output.")
            if is_final
            else translate("task_log", "This task has written no output yet.")
        )
        if not is_final:
            await self._follow(page.cursor or None)
            view.show_empty(translate("task_log", "This task wrote no output."))
        view.set_live(False, self._ended())

    def _ended(self) -> str:
        """Return what to say of an earlier attempt whose task goes on, "" of any other."""
        if self._attempt is None or self._task is None or self._task.phase.is_final:
            return ""
        return translate("task_log", "The attempt has ended; this is the end of its log.")

    async def _follow(self, cursor: str | None) -> None:
        view = self._view
        async for item in follow_log(self._session.client, self._task_id, cursor=cursor):
            match item:
                case LogGap(lost, "lines"):
                    view.note(
                        translate("task_log", "{lost} lines were skipped.").format(lost=f"{lost:,}")
                    )
                case LogGap(lost, unit):
                    sentence = translate("task_log", "{lost} {unit} of the log were skipped.")
                    view.note(sentence.format(lost=f"{lost:,}", unit=unit))
                case LogInterrupted():
                    view.note(
                        translate(
                            "task_log", "The agent does not answer; the log goes on when it does."
                        )
                    )
                case records:
                    view.add(records)

    async def _fulfil(self, wish: Wish) -> bool:
        match wish:
            case "earlier":
                await self._show_earlier()
                return True
            case "later":
                return await self._show_later()
        return False

    async def _show_earlier(self) -> None:
        first = self._view.buffer.first
        if first is None:
            self._view.show_earlier((), has_more=False)
            return
        page = await self._read(tail=MORE, before=first.cursor)
        self._view.show_earlier(page.records, has_more=page.cut and bool(page.records))

    async def _show_later(self) -> bool:
        """Show lines after the last one that is here; returns whether there may be more of them."""
        last = self._view.buffer.last
        if last is None:
            return False
        page = await self._read(tail=MORE, cursor=last.cursor)
        if len(page.records) < MORE:
            return False
        self._view.show_later(page.records)
        return True

    async def _read(
        self, *, tail: int, before: str | None = None, cursor: str | None = None
    ) -> LogLines:
        for wait in delays():
            try:
                return await self._session.client.log(
                    self._task_id, attempt=self._attempt, tail=tail, before=before, cursor=cursor
                )
            except Unreachable:
                await asyncio.sleep(wait)
        raise AssertionError("delays never end")

    # -- the task -----------------------------------------------------------------------------

    @property
    def _task(self) -> TaskView | None:
        return self._session.tasks.get(self._task_id) or self._old

    async def _look_up(self) -> None:
        """Ask for a task that ended so long ago that no event tells of it."""
        if self._task is not None:
            return
        for wait in delays():
            try:
                self._old = await self._session.client.task(self._task_id)
                break
            except Unreachable:
                await asyncio.sleep(wait)
        self._attempts_changed()

    def _is_final(self) -> bool:
        """Tell whether nothing more will come."""
        task = self._task
        if task is None:
            return False
        return task.phase.is_final or (self._attempt or task.attempt) < task.attempt

    def _choose_attempt(self, number: int) -> None:
        task = self._task
        self._attempt = None if task is None or number >= task.attempt else number
        self._wishes.put("end")

    def _task_changed(self, ids: frozenset[str]) -> None:
        if self._task_id in ids:
            self._attempts_changed()

    def _attempts_changed(self) -> None:
        task = self._task
        count = task.attempt if task is not None else 1
        self._view.bar.show_attempts(count, self._attempt or count)

    def _save(self) -> None:
        task = self._task
        attempt = self._attempt or (task.attempt if task is not None else 1)
        name = task.name if task is not None else self._task_id
        work = save_task_log(self._session, self._task_id, attempt, name, self._view)
        spawn(work, self._view)

    def _folder(self) -> Path | None:
        node = self._session.node
        if node is None or not self._session.is_local:
            return None
        return Path(node.data_dir) / "tasks" / self._task_id

    def _show_folder(self) -> None:
        view = self._view
        if self._folder() is not None:
            view.bar.show_folder(True, "")
            return
        node = self._session.node.name if self._session.node else self._session.address
        sentence = translate("task_log", "The log lies on {node}; save it to have it here.")
        view.bar.show_folder(False, sentence.format(node=node))

    def _open_folder(self) -> None:
        folder = self._folder()
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
