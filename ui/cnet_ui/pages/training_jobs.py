"""The training jobs of a node: narrowed, sorted, and what one does with them."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cnet_agent.wire.training import JobView
from cnet_ui.background import spawn
from cnet_ui.models import job_rows
from cnet_ui.models.job_rows import JobRow, job_columns, row_of_job, row_of_task
from cnet_ui.models.record_table import RecordTable
from cnet_ui.pages.stop_task import may_stop
from cnet_ui.pages.task_actions import copy_text
from cnet_ui.session import AgentSession
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.narrow_bar import NarrowBar
from cnet_ui.widgets.popup import popup
from cnet_ui.widgets.record_view import RecordView
from cnet_ui.widgets.rows import HEIGHT

BEFORE = 500  # jobs of before that are asked for


class TrainingJobs(QWidget):
    """The list. ``chosen_changed`` tells of the selection; the others carry a job's id."""

    chosen_changed = Signal()
    opened = Signal(str)
    duplicate = Signal(str)
    started = Signal(str)
    serve = Signal(str, str)  # id and name

    def __init__(self, session: AgentSession) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._session = session
        self._before: dict[str, JobRow] = {}
        self._rows: dict[str, JobRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.bar = NarrowBar(  # it stands elsewhere
            self.tr("Filter the jobs"),
            {
                job_rows.OPEN: self.tr("Open"),
                job_rows.SUCCEEDED: self.tr("Succeeded"),
                job_rows.FAILED: self.tr("Failed"),
                job_rows.CANCELLED: self.tr("Cancelled"),
            },
        )
        self.bar.changed.connect(self._refresh)
        card = Card(padding=1)
        card.body.setContentsMargins(1, 1, 1, 1)
        self.table = RecordTable(job_columns(), lambda row: row.id, self)
        self.view = RecordView(
            self.table,
            self.tr("Training jobs"),
            self.tr("No job is like that."),
            multiple=True,
            row=HEIGHT,
        )
        self.view.chosen_changed.connect(self.chosen_changed)
        inner = self.view.view
        inner.doubleClicked.connect(lambda _: self._open())
        inner.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        inner.customContextMenuRequested.connect(self._show_menu)
        card.body.addWidget(self.view)
        column.addWidget(card)
        session.tasks_changed.connect(self._take)
        session.tasks_removed.connect(self._refresh)
        session.tasks_purged.connect(self._forget)
        self._take(frozenset(session.tasks))

    # -- what is in it ------------------------------------------------------------------------

    @property
    def rows(self) -> list[JobRow]:
        """All jobs that are known, the newest first."""
        return sorted(self._rows.values(), key=lambda row: row.id, reverse=True)

    @property
    def chosen(self) -> list[str]:
        """The ids of the jobs that are chosen."""
        return self.view.chosen

    @property
    def open_count(self) -> int:
        """How many have not ended."""
        return sum(row.is_open for row in self._rows.values())

    def choose(self, job_id: str) -> bool:
        """Choose a job; tell whether it is here."""
        return self.view.choose(job_id)

    def show_before(self, jobs: Iterable[JobView]) -> None:
        """Take jobs of before, which no event tells of."""
        self._before = {job.task_id: row_of_job(job) for job in jobs}
        self._refresh()

    def _take(self, ids: frozenset[str]) -> None:
        if any(self._session.tasks[each].training for each in ids if each in self._session.tasks):
            self._refresh()

    def _forget(self, ids: frozenset[str]) -> None:
        for each in ids:
            self._before.pop(each, None)
        self._refresh()

    def _refresh(self, _: object = None) -> None:
        live = {
            task.id: row
            for task in self._session.tasks.values()
            if (row := row_of_task(task)) is not None
        }
        self._rows = {**self._before, **live}
        rows, bar = list(self._rows.values()), self.bar
        self.table.show_records(job_rows.shown(rows, bar.group, bar.words))
        bar.show_counts(row.group for row in rows)

    # -- what one does ------------------------------------------------------------------------

    def _open(self) -> None:
        if self.chosen:
            self.opened.emit(self.chosen[0])

    def _show_menu(self, place: QPoint) -> None:
        ids = self.chosen
        if not ids:
            return
        menu = QMenu(self)
        is_one, live = len(ids) == 1, self._session.is_live
        running = [each for each in ids if self._rows[each].is_open]
        first = ids[0]
        task = self._session.tasks.get(first)
        for words, act, can in (
            (self.tr("Open task"), lambda: self.opened.emit(first), is_one),
            (
                self.tr("Cancel"),
                lambda: spawn(self.cancel(running), self),
                bool(running) and live,
            ),
            (self.tr("Run again"), lambda: spawn(self._rerun(first), self), is_one and live),
            (
                self.tr("Duplicate…"),
                lambda: self.duplicate.emit(first),
                is_one and live and task is not None,
            ),
            (
                self.tr("Run next"),
                lambda: spawn(self._run_next(first), self),
                is_one and live and self._rows[first].is_open,
            ),
            (
                self.tr("Serve model…"),
                lambda: self.serve.emit(first, self._rows[first].name),
                is_one and live and self._rows[first].group == job_rows.SUCCEEDED,
            ),
            (self.tr("Copy id"), lambda: copy_text("\n".join(ids)), True),
        ):
            action = menu.addAction(words)
            action.setEnabled(can)
            action.triggered.connect(lambda _=False, act=act: act())
        popup(menu, self.view.view.viewport().mapToGlobal(place))

    async def cancel(self, ids: list[str]) -> None:
        """Cancel jobs, after a question where work would be lost."""
        known = self._session.tasks
        tasks = [known[each] for each in ids if each in known]
        if tasks and await may_stop(tasks, self.window()):
            for each in tasks:
                await self._session.stop(each.id)

    async def _rerun(self, job_id: str) -> None:
        made = await self._session.rerun(job_id)
        self.started.emit(made.id)

    async def _run_next(self, job_id: str) -> None:
        waiting = [task.priority for task in self._session.tasks.values() if task.waiting]
        priority = min(100, max(waiting, default=0) + 1)
        await self._session.client.edit(job_id, priority=priority)
