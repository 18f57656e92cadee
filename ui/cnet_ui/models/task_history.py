"""Every task of an agent that is known: what its events tell, and older ones page by page."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from cnet_agent.client.answers import TaskList
from cnet_agent.model.errors import Unreachable
from cnet_agent.model.phase import Status
from cnet_agent.wire.task import TaskView
from cnet_ui.background import spawn
from cnet_ui.session import AgentSession

PAGE = 200  # tasks; more at once would make the window wait while they are read
STEP = 1000  # tasks that are told at once while all are loaded
MOST = 20_000  # tasks to hold; beyond it one looks at the newest
ENDED = (Status.COMPLETED, Status.FAILED, Status.STOPPED)
RECOUNT = 1000  # milliseconds after tasks were removed that were never loaded


class TaskHistory(QObject):
    """The tasks of a session, and those that ended before it began.

    What the session mirrors is the truth; pages fill in what it does not know. A task that the
    mirror merely forgets is kept, one that the agent removed is not.
    """

    changed = Signal(object)  # frozenset of ids: new and changed
    removed = Signal(object)  # frozenset of ids
    progressed = Signal()  # how much there is and how much is loaded

    def __init__(self, session: AgentSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = dict(session.tasks)
        self._node = session.node.id if session.node else ""
        self._after: str | None = None  # the oldest task of the pages that were loaded
        self._depth = ""  # what they reached before the connection was lost
        self._gone: set[str] = set()  # removed while a page was on its way that may hold them
        self._wants_all = False
        self._wants_page = False
        self.is_loading = False
        self.is_complete = False
        self.unloaded: Counter[Status] = Counter()
        self._recount = QTimer(self, singleShot=True, interval=RECOUNT)
        self._recount.timeout.connect(self._count_later)
        session.tasks_changed.connect(self._change)
        session.tasks_purged.connect(self._purge)
        session.tasks_removed.connect(self._forget)
        session.node_changed.connect(self._meet)
        session.connection_changed.connect(self._connect)
        session.asked_anew.connect(self.reload)

    @property
    def tasks(self) -> Mapping[str, TaskView]:
        """All tasks that are known, by id."""
        return self._tasks

    @property
    def is_begun(self) -> bool:
        """Whether older tasks were asked for."""
        return self.is_loading or self.is_complete or self._after is not None

    @property
    def total(self) -> int:
        """How many tasks the agent has, known or not."""
        return len(self._tasks) + self.unloaded.total()

    @property
    def is_full(self) -> bool:
        """Whether there are more tasks than are held."""
        return len(self._tasks) >= MOST and not self.is_complete

    def load_more(self) -> None:
        """Load a page of older tasks, if there are any."""
        self._wants_page = True
        self._go_on()

    def load_all(self) -> None:
        """Load all older tasks: what one searches for may be among them."""
        self._wants_all = True
        self._go_on()

    def reload(self) -> None:
        """Read again what was read, as tasks may have been removed meanwhile."""
        if self._after is not None or self.is_complete:
            self._depth = "" if self.is_complete else self._after or ""
            self._wants_all |= self.is_complete
            self._after, self.is_complete = None, False
        self._go_on()

    async def fetch(self, task_id: str) -> None:
        """Ask for one task, wherever in the history it is.

        Raises:
            AgentError: it is not there, or could not be asked for.
        """
        task = await self._session.client.task(task_id)
        if task_id not in self._session.tasks:
            self._tasks[task_id] = task
            self.changed.emit(frozenset({task_id}))

    # -- following the session ----------------------------------------------------------------

    def _change(self, ids: Iterable[str]) -> None:
        known = {each: self._session.tasks[each] for each in ids if each in self._session.tasks}
        self._tasks.update(known)
        self.changed.emit(frozenset(known))

    def _purge(self, ids: frozenset[str]) -> None:
        if self.is_loading:
            self._gone |= ids
        if any(each not in self._tasks for each in ids) and not self.is_complete:
            self._recount.start()
        self._drop(ids)

    def _forget(self, ids: Iterable[str]) -> None:
        """Let go of open tasks that a snapshot does not know; a page tells what became of them."""
        self._drop(each for each in ids if each in self._tasks and not self._is_final(each))

    def _drop(self, ids: Iterable[str]) -> None:
        gone = frozenset(each for each in ids if self._tasks.pop(each, None) is not None)
        if gone:
            self.removed.emit(gone)

    def _is_final(self, task_id: str) -> bool:
        return self._tasks[task_id].phase.is_final

    def _meet(self) -> None:
        """Forget everything where another node answers."""
        node = self._session.node.id if self._session.node else ""
        before, self._node = self._node, node
        if before in ("", node):
            return
        self._after, self._depth = None, ""
        self.is_complete = False
        self.unloaded.clear()
        self._drop([each for each in self._tasks if each not in self._session.tasks])
        self.progressed.emit()

    def _connect(self) -> None:
        if self._session.is_live:
            self.reload()

    # -- pages --------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if not self.is_loading and self._session.is_live and self._is_wanted():
            self.is_loading = True
            spawn(self._load(), self)

    def _is_wanted(self) -> bool:
        behind = bool(self._depth) and (self._after is None or self._after > self._depth)
        wanted = self._wants_all or self._wants_page or behind
        return wanted and not self.is_complete and not self.is_full

    async def _load(self) -> None:
        """Load pages while they are wanted."""
        told: set[str] = set()
        try:
            if self._after is None:
                await self._count()
            while self._is_wanted():
                self._wants_page = False
                node = self._node
                page = await self._session.client.tasks(limit=PAGE, after=self._after)
                if node == self._node:
                    told |= self._take(page)
                if len(told) >= STEP or not self._is_wanted():
                    self.changed.emit(frozenset(told))
                    told.clear()
                self.progressed.emit()
        except Unreachable:
            pass  # it goes on when the agent is back
        finally:
            self.is_loading = False
            self._gone.clear()
            if told:
                self.changed.emit(frozenset(told))
            self.progressed.emit()

    def _take(self, page: TaskList) -> set[str]:
        """Take a page over and return the ids of what is new or changed."""
        before, mirrored = self._after, self._session.tasks
        told = set()
        for task in page.tasks:
            old = self._tasks.get(task.id)
            if task.id in mirrored or task.id in self._gone or old == task:
                continue
            self._tasks[task.id] = task
            told.add(task.id)
            if old is None and self.unloaded[task.status] > 0:
                self.unloaded[task.status] -= 1
        self._after = page.after
        self._drop_missing(page, before)
        if page.after is None:
            self.is_complete = True
            self._depth = ""
            self.unloaded.clear()
        return told

    def _drop_missing(self, page: TaskList, before: str | None) -> None:
        """Drop tasks that a page would hold if they were still there."""
        there, mirrored = {task.id for task in page.tasks}, self._session.tasks
        self._drop(
            [
                each
                for each in self._tasks
                if each not in there
                and each not in mirrored
                and (before is None or each < before)
                and (page.after is None or each > page.after)
            ]
        )

    async def _count(self) -> None:
        """Ask how many ended tasks there are of each status, to count those not loaded."""
        totals = {}
        for status in ENDED:
            totals[status] = (await self._session.client.tasks(statuses=[status], limit=1)).total
        loaded = Counter(task.status for task in self._tasks.values())
        for status, total in totals.items():
            self.unloaded[status] = max(total - loaded[status], 0)

    def _count_later(self) -> None:
        if self._session.is_live and not self.is_complete:
            spawn(self._count_again(), self)

    async def _count_again(self) -> None:
        try:
            await self._count()
        except Unreachable:
            return
        self.progressed.emit()
