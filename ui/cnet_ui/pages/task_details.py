"""The pane below the list: one task's log, facts, figures, history and files."""

import time

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.model.errors import NotFound, Unreachable
from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import OutputView, TaskView, TimelineView, UsageHistoryView
from cnet_ui.background import Latest, spawn
from cnet_ui.models.request import Request
from cnet_ui.models.task_history import TaskHistory
from cnet_ui.models.task_request import TRAIN
from cnet_ui.next_steps import NextStep, after
from cnet_ui.pages import task_offers
from cnet_ui.pages.failure_bar import FailureBar
from cnet_ui.pages.task_actions import TaskActions, copy_text
from cnet_ui.pages.task_files import TaskFiles
from cnet_ui.pages.task_log import show_log
from cnet_ui.pages.task_menu import task_menu
from cnet_ui.pages.task_metrics import TaskMetrics
from cnet_ui.pages.task_overview import LAST_LINES, TaskOverview
from cnet_ui.pages.task_timeline import TaskTimeline
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button, IconButton, Kind
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.labels import Elided
from cnet_ui.widgets.log_view import LogView
from cnet_ui.widgets.pill import Pill
from cnet_ui.widgets.popup import popup
from cnet_ui.words import look

LOGS, OVERVIEW, METRICS, TIMELINE, FILES = "logs", "overview", "metrics", "timeline", "files"
ROOMY = 1000  # pixels, from where there is room for every button
TITLE_SHARE = 0.28  # of the width, for the name and the state: the tabs begin after them
TITLE_MOST = 420  # pixels


class TaskDetails(QFrame):
    """Shows one task of a history and lets one act on it.

    ``started`` carries the id of a task that was begun from here, ``opened`` that of another one
    to show, and ``left`` is emitted when a person goes back to the list.
    """

    started = Signal(str)
    opened = Signal(str)
    left = Signal()

    def __init__(self, session: AgentSession, history: TaskHistory, actions: TaskActions) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._session = session
        self._history = history
        self._actions = actions
        self.task_id = ""
        self._taken = ""  # the task of whose log a place was taken over
        self._next: NextStep | None = None
        self._reading, self._telling = Latest(self), Latest(self)
        self._phase: Phase | None = None
        self._is_passing = False  # whether a button that had the focus has none after it yet
        self._events: list[TimelineView] = []
        self._usage: UsageHistoryView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        self.log = LogView()
        self._overview = TaskOverview()
        self._timeline = TaskTimeline()
        self._files = TaskFiles(session, actions)
        self._metrics: TaskMetrics | None = None  # made when one looks: charts cost a start
        self._failure = FailureBar()
        self._failure.wanted.connect(lambda: self.show_tab(OVERVIEW))
        column.addWidget(self._failure)
        self._pages = QStackedWidget(self)
        self._by_key: dict[str, QWidget] = {
            LOGS: self.log,
            OVERVIEW: self._overview,
            TIMELINE: self._timeline,
            FILES: self._files,
        }
        for page in self._by_key.values():
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        self._connect()

    def show_task(self, task_id: str) -> None:
        """Show a task of the history; the one that is shown already stays as it is."""
        if task_id == self.task_id:
            return
        self.task_id = task_id
        self._phase = None
        self._events, self._usage = [], None
        self._reading.end()
        self._telling.end()
        self.log.clear()
        if task_id != self._taken:
            self.log.forget_place()
        self._overview.show_events(())
        self._timeline.show_events(None, ())
        if self._metrics is not None:
            self._metrics.clear()
        if task_id:
            self._reading.begin(show_log(self._session, task_id, self.log))
            self._refresh()
        self._show_page()

    def show_tab(self, key: str) -> None:
        """Show one of the tabs."""
        self._tabs.choose(key)
        if key == METRICS and self._metrics is None:
            self._metrics = self._by_key[METRICS] = TaskMetrics()
            self._pages.addWidget(self._metrics)
            task = self._history.tasks.get(self.task_id)
            if task is not None and self._usage is not None:
                self._metrics.show_history(task, self._usage)
        self._pages.setCurrentWidget(self._by_key[key])
        self._show_page()

    @property
    def tab(self) -> str:
        """The key of the tab that shows."""
        return self._tabs.current

    def take_over(self, before: "TaskDetails") -> None:
        """Show of a task's log what another pane showed, now or as soon as it shows that task."""
        self._taken = before.task_id
        self.log.take_over(before.log)

    def take_focus(self) -> None:
        """Let the keyboard go on here."""
        self._tabs.take_focus()

    def begin_search(self) -> bool:
        """Put the keyboard into the search of the log, if that is what shows; tell whether."""
        is_log = self._pages.currentWidget() is self.log
        if is_log:
            self.log.bar.begin_search()
        return is_log

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as many buttons as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back to the list with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- keeping up ---------------------------------------------------------------------------

    def _refresh_if(self, ids: frozenset[str]) -> None:
        if self.task_id in ids:
            self._refresh()

    def _refresh(self) -> None:
        task = self._history.tasks.get(self.task_id)
        if task is None:
            return
        stopping = self._session.is_stopping(task.id)
        self._name.set_text(task.name)
        self._pill.show_look(look(task, stopping=stopping))
        is_live = self._session.is_live
        had_focus = self._has_focus_on_buttons()
        self._offer(self._stop, task_offers.STOP, task)
        self._offer(self._kill, task_offers.KILL, task)
        self._offer(self._again, task_offers.AGAIN, task)
        is_stopping = task.phase is Phase.STOPPING
        self._stop.setVisible(not task.phase.is_final and not is_stopping)
        self._kill.setVisible(is_stopping)
        self._next = after(task, self._session.presets)
        self._arrange()
        self._next_button.setVisible(self._next is not None)
        self._next_button.setEnabled(is_live)
        if self._next is not None:
            self._next_button.set_text(self._next.text)
        if had_focus:
            self._keep_focus()
        self._overview.show_task(task, time.time(), is_live=is_live)
        self._timeline.show_events(task, self._events)
        self._add_usage(task)
        if task.phase is not self._phase:
            self._changed_phase(task)

    def _buttons(self) -> tuple[Button, ...]:
        return self._again, self._next_button, self._stop, self._kill

    def _has_focus_on_buttons(self) -> bool:
        waits = self._is_passing and self._more.hasFocus()  # until there is a button again
        return waits or any(button.hasFocus() for button in self._buttons())

    def _keep_focus(self) -> None:
        """Pass the focus of a button that is gone on to what took its place."""
        shown = [button for button in self._buttons() if button.isVisible() and button.isEnabled()]
        self._is_passing = not shown
        if shown and not any(button.hasFocus() for button in shown):
            shown[0].setFocus()

    def _arrange(self) -> None:
        """Leave running again to the menu where there is no room for it beside the next step.

        Name and state have the same room whatever they say, so that the tabs keep their place.
        """
        self._title.setFixedWidth(min(int(self.width() * TITLE_SHARE), TITLE_MOST))
        task = self._history.tasks.get(self.task_id)
        is_final = task is not None and task.phase.is_final
        self._again.setVisible(is_final and (self._next is None or self.width() >= ROOMY))

    def _offer(self, button: Button, key: str, task: TaskView) -> None:
        found = task_offers.offer(key, [task], self._actions.standing())
        button.setEnabled(not found.why_not)
        button.setToolTip(found.why_not)

    def _add_usage(self, task: TaskView) -> None:
        if self._metrics is None or self._usage is None:
            return
        sample = self._session.usage
        self._metrics.add(task, sample.timestamp if sample else time.time())
        if self._metrics.wants_history:
            self._usage = None
            self._ask()

    def _changed_phase(self, task: TaskView) -> None:
        was_seen, self._phase = self._phase is not None, task.phase
        self._show_failure()
        if task.phase is Phase.FAILED:
            if was_seen:  # one stays where one reads
                self._failure.announce()
            else:
                self.show_tab(OVERVIEW)
        self._ask()
        if self._tabs.current == FILES:
            self._files.read()

    def _show_failure(self) -> None:
        """Say over all but the overview, which says it itself, why the task failed."""
        is_elsewhere = self._tabs.current != OVERVIEW
        self._failure.show_task(self._history.tasks.get(self.task_id) if is_elsewhere else None)

    def _show_page(self) -> None:
        """Bring up to date what is read or drawn only while one looks at it."""
        self._show_failure()
        if self._tabs.current == FILES:
            self._files.show_task(self.task_id)
        elif self._tabs.current == METRICS and self._metrics is not None:
            self._metrics.refresh()

    def _ask(self) -> None:
        if not self.task_id or not self._session.is_live:
            return  # asked for when the agent is back
        self._telling.begin(self._tell(self.task_id))

    async def _tell(self, task_id: str) -> None:
        """Ask for what the task itself does not say: its events, what it used, its last lines."""
        client = self._session.client
        try:
            self._events = await client.timeline(task_id)
            self._overview.show_events(self._events)
            self._timeline.show_events(self._history.tasks.get(task_id), self._events)
            self._usage = await client.task_usage(task_id)
            self._overview.show_usage(self._usage)
            task = self._history.tasks.get(task_id)
            if self._metrics is not None and task is not None:
                self._metrics.show_history(task, self._usage)
            if task is not None and task.phase.is_final:
                outputs = await self._outputs(task_id)
                self._overview.show_outputs(outputs, is_local=self._session.is_local)
            if task is not None and task.phase is Phase.FAILED:
                page = await client.log(task_id, tail=LAST_LINES)
                self._overview.show_output(page.records)
        except Unreachable:
            return  # asked for again when the agent is back

    async def _outputs(self, task_id: str) -> list[OutputView]:
        try:
            return await self._session.client.outputs(task_id)
        except NotFound:  # an agent of before that question
            return []

    # -- acting -------------------------------------------------------------------------------

    def _do(self, key: str) -> None:
        self._actions.do(key, [self.task_id])

    def _open_menu(self) -> None:
        menu = task_menu(self._actions, [self.task_id], self, without=[task_offers.COPY_ROWS])
        popup(menu, self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def _take_next_step(self) -> None:
        if self._next is not None:
            spawn(self._begin(self._next), self)

    async def _begin(self, step: NextStep) -> None:
        task = await self._session.run_preset(step.preset_id, step.params)
        self.started.emit(task.id)

    async def _submit(self, request: Request) -> None:
        if request.service == TRAIN:
            made = await self._session.client.training.submit(request.body)
            self.started.emit(made.task_id)
        else:
            self.started.emit((await self._session.submit(request.body)).id)

    # -- parts --------------------------------------------------------------------------------

    def _connect(self) -> None:
        session, overview = self._session, self._overview
        overview.run_again.connect(lambda: self._do(task_offers.AGAIN))
        overview.run_with.connect(lambda request: spawn(self._submit(request), self))
        overview.duplicate.connect(lambda: self._do(task_offers.DUPLICATE))
        overview.edit.connect(lambda: self._do(task_offers.EDIT))
        overview.show_log.connect(lambda: self.show_tab(LOGS))
        overview.open_task.connect(self.opened)
        overview.open_folder.connect(self._actions.open_folder)
        overview.copy_path.connect(copy_text)
        overview.show_files.connect(lambda: self.show_tab(FILES))
        self._history.changed.connect(self._refresh_if)
        session.presets_changed.connect(self._refresh)
        session.connection_changed.connect(self._refresh)
        session.connection_changed.connect(self._ask)

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("head")
        head.setFixedHeight(52)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 10, 0)
        row.setSpacing(10)
        self._name = Elided("", "heading")
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._pill = Pill()
        self._title = plain()
        title = QHBoxLayout(self._title)
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(10)
        title.addWidget(self._name)
        title.addWidget(self._pill)
        title.addStretch(1)
        self._tabs = Choices(
            [
                (LOGS, self.tr("Logs")),
                (OVERVIEW, self.tr("Overview")),
                (METRICS, self.tr("Metrics")),
                (TIMELINE, self.tr("Timeline")),
                (FILES, self.tr("Files")),
            ],
            self.tr("Details"),
            kind="tab",
        )
        self._tabs.setFixedHeight(50)
        self._tabs.chosen.connect(self.show_tab)
        self._next_button = self._button("next-step", self.tr("Next step"), "sparkles", "primary")
        self._next_button.clicked.connect(self._take_next_step)
        self._again = self._button("run-again", self.tr("Run again"), "rotate-cw", "normal")
        self._again.clicked.connect(lambda: self._do(task_offers.AGAIN))
        self._stop = self._button("stop-task", self.tr("Stop"), "circle-stop", "danger")
        self._stop.clicked.connect(lambda: self._do(task_offers.STOP))
        self._kill = self._button("kill-task", self.tr("Kill now"), "zap", "danger")
        self._kill.clicked.connect(lambda: self._do(task_offers.KILL))
        self._more = IconButton("ellipsis", self.tr("More to do with this task"))
        self._more.setObjectName("task-more")
        self._more.clicked.connect(self._open_menu)
        row.addWidget(self._title)
        row.addSpacing(6)
        row.addWidget(self._tabs)
        row.addStretch(1)
        for button in (self._next_button, self._again, self._stop, self._kill, self._more):
            row.addWidget(button)
        return head

    @staticmethod
    def _button(name: str, text: str, icon_name: str, kind: Kind) -> Button:
        button = Button(text, icon_name=icon_name, kind=kind)
        button.setObjectName(name)
        return button
