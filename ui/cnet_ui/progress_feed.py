"""Asks now and then how far the running task is, while somebody can see the answer."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cnet_agent.model.errors import AgentError
from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from cnet_ui.background import spawn
from cnet_ui.progress import Progress, newest_progress
from cnet_ui.session import AgentSession

PACE = 2000  # milliseconds between two questions
SLOW = 15_000  # the same for a task that told nothing so far
PATIENCE = 5  # questions before a task counts as one that tells nothing
LINES = 3  # of the end of the log; however much a task prints, no more is read


class ProgressFeed(QObject):
    """Knows the running task, the newest where several run, and how far it is.

    Nothing is asked while the window is hidden or minimised. ``changed`` says that one of the two
    is another one.
    """

    changed = Signal()

    def __init__(self, session: AgentSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._asked = 0
        self._is_asking = False
        self.task: TaskView | None = None
        self.progress: Progress | None = None
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(self.ask)
        window.installEventFilter(self)
        self._running: set[str] = set()
        self._connect(session)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Rest while nobody sees the window."""
        kinds = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange)
        if watched is self._window and event.type() in kinds:
            QTimer.singleShot(0, self, self._choose)
        return super().eventFilter(watched, event)

    def follow(self, session: AgentSession) -> None:
        """Turn to the tasks of another session."""
        self._session.tasks_changed.disconnect(self._change)
        self._session.tasks_removed.disconnect(self._forget)
        self._session.connection_changed.disconnect(self._choose)
        self._session = session
        self._connect(session)

    def ask(self) -> None:
        """Ask how far the task is, unless an answer is still to come."""
        if self.task is not None and not self._is_asking and self._is_seen():
            self._is_asking = True
            spawn(self._ask(self.task.id), self)

    async def _ask(self, task_id: str) -> None:
        try:
            page = await self._session.client.log(task_id, tail=LINES)
        except AgentError:
            return  # the page says how the connection is; this is only a nicety
        finally:
            self._is_asking = False
        if self.task is None or self.task.id != task_id:
            return
        self._asked += 1
        progress = newest_progress(record.line for record in page.records)
        if progress is not None and progress != self.progress:
            self.progress = progress
            self.changed.emit()
        tells = self.progress is not None or self._asked < PATIENCE
        self._timer.setInterval(PACE if tells else SLOW)

    def _connect(self, session: AgentSession) -> None:
        session.tasks_changed.connect(self._change)
        session.tasks_removed.connect(self._forget)
        session.connection_changed.connect(self._choose)
        self._running.clear()
        self._change(session.tasks)

    def _change(self, ids: Iterable[str]) -> None:
        tasks = self._session.tasks
        for each in ids:
            if each in tasks and tasks[each].phase is Phase.RUNNING:
                self._running.add(each)
            else:
                self._running.discard(each)
        self._choose()

    def _forget(self, ids: Iterable[str]) -> None:
        self._running.difference_update(ids)
        self._choose()

    def _choose(self) -> None:
        """Turn to the task that runs now, and ask or rest."""
        tasks = self._session.tasks
        task = tasks.get(max(self._running, default=""))  # ids grow with time
        before = self.task
        self.task = task
        is_another = (task and task.id) != (before and before.id)
        if is_another:
            self.progress = None
            self._asked = 0
            self._timer.setInterval(PACE)
            self.changed.emit()
        if task is None or not self._session.is_live or not self._is_seen():
            self._timer.stop()
        elif is_another or not self._timer.isActive():
            self._timer.start()
            self.ask()

    def _is_seen(self) -> bool:
        return self._window.isVisible() and not self._window.isMinimized()
