"""The pane below the list: one task's header, log and overview."""

import asyncio
import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from cnet_ui.background import spawn
from cnet_ui.next_steps import NextStep, after
from cnet_ui.pages.stop_task import stop_task
from cnet_ui.pages.task_log import show_log
from cnet_ui.pages.task_overview import TaskOverview
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.labels import Elided
from cnet_ui.widgets.log_view import LogView
from cnet_ui.widgets.pill import Pill
from cnet_ui.words import look

LOGS, OVERVIEW = "logs", "overview"


class TaskDetails(QFrame):
    """Shows one task of a session and lets one stop it or run it again.

    ``started`` carries the id of a task that was begun from here.
    """

    started = Signal(str)

    def __init__(self, session: AgentSession) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._session = session
        self.task_id = ""
        self._next: NextStep | None = None
        self._reading: asyncio.Task[None] | None = None
        self._telling: asyncio.Task[None] | None = None
        self._phase: Phase | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        self.log = LogView()
        self._overview = TaskOverview()
        self._overview.run_again.connect(self._rerun)
        self._overview.show_log.connect(lambda: self.show_tab(LOGS))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.log)
        self._pages.addWidget(self._overview)
        column.addWidget(self._pages, 1)
        session.tasks_changed.connect(self._refresh_if)
        session.presets_changed.connect(self._refresh)
        session.connection_changed.connect(self._refresh)
        session.connection_changed.connect(self._ask_for_events)

    def show_task(self, task_id: str) -> None:
        """Show a task of the session; the one that is shown already stays as it is."""
        if task_id == self.task_id:
            return
        self.task_id = task_id
        self._phase = None
        for work in (self._reading, self._telling):
            if work is not None:
                work.cancel()
        self.log.clear()
        self._overview.show_events(())
        if task_id:
            self._reading = spawn(show_log(self._session, task_id, self.log), self)
            self._refresh()

    def show_tab(self, key: str) -> None:
        """Show the log or the overview."""
        self._tabs.choose(key)
        self._pages.setCurrentIndex(0 if key == LOGS else 1)

    def _refresh_if(self, ids: frozenset[str]) -> None:
        if self.task_id in ids:
            self._refresh()

    def _refresh(self) -> None:
        task = self._session.tasks.get(self.task_id)
        if task is None:
            return
        stopping = self._session.is_stopping(task.id)
        self._name.set_text(task.name)
        self._pill.show_look(look(task, stopping=stopping))
        is_live = self._session.is_live
        self._stop.setVisible(not task.phase.is_final)
        self._stop.setEnabled(is_live and not stopping and task.phase is not Phase.STOPPING)
        self._again.setVisible(task.phase.is_final)
        self._again.setEnabled(is_live)
        self._next = after(task, self._session.presets)
        self._next_button.setVisible(self._next is not None)
        self._next_button.setEnabled(is_live)
        if self._next is not None:
            self._next_button.set_text(self._next.text)
        self._overview.show_task(task, time.time())
        if task.phase is not self._phase:
            self._changed_phase(task)

    def _changed_phase(self, task: TaskView) -> None:
        if task.phase is Phase.FAILED:
            self.show_tab(OVERVIEW)
        self._phase = task.phase
        self._ask_for_events()

    def _ask_for_events(self) -> None:
        if not self.task_id or not self._session.is_live:
            return  # asked for when the agent is back
        if self._telling is not None:
            self._telling.cancel()
        self._telling = spawn(self._tell_events(self.task_id), self)

    async def _tell_events(self, task_id: str) -> None:
        events = await self._session.client.timeline(task_id)
        if task_id == self.task_id:
            self._overview.show_events(events)

    # -- header -------------------------------------------------------------------------------

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("head")
        head.setFixedHeight(52)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        self._name = Elided("", "heading")
        self._name.setMaximumWidth(320)
        self._pill = Pill()
        self._tabs = Choices(
            [(LOGS, self.tr("Logs")), (OVERVIEW, self.tr("Overview"))],
            self.tr("Details"),
            kind="tab",
        )
        self._tabs.setFixedHeight(50)
        self._tabs.chosen.connect(self.show_tab)
        self._next_button = Button(self.tr("Next step"), icon_name="sparkles", kind="primary")
        self._next_button.setObjectName("next-step")
        self._next_button.clicked.connect(self._take_next_step)
        self._again = Button(self.tr("Run again"), icon_name="rotate-cw")
        self._again.setObjectName("run-again")
        self._again.clicked.connect(self._rerun)
        self._stop = Button(self.tr("Stop"), icon_name="circle-stop", kind="danger")
        self._stop.setObjectName("stop-task")
        self._stop.clicked.connect(self._stop_task)
        row.addWidget(self._name)
        row.addWidget(self._pill)
        row.addSpacing(8)
        row.addWidget(self._tabs)
        row.addStretch(1)
        row.addWidget(self._next_button)
        row.addWidget(self._again)
        row.addWidget(self._stop)
        return head

    def _stop_task(self) -> None:
        spawn(stop_task(self._session, self.task_id, self.window()), self)

    def _rerun(self) -> None:
        spawn(self._begin_again(self.task_id), self)

    async def _begin_again(self, task_id: str) -> None:
        task = await self._session.rerun(task_id)
        self.started.emit(task.id)

    def _take_next_step(self) -> None:
        if self._next is not None:
            spawn(self._begin(self._next), self)

    async def _begin(self, step: NextStep) -> None:
        task = await self._session.run_preset(step.preset_id, step.params)
        self.started.emit(task.id)
