"""The logs of a node: the agent's own and those of tasks, merged by time, searched all at once."""

import re
import time
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cnet_agent.model.log_level import Level
from cnet_agent.wire.log_search import AGENT, OWN
from cnet_ui.background import Latest, spawn
from cnet_ui.log_options import log_options
from cnet_ui.models.log_histogram import seconds_of
from cnet_ui.models.log_lines import LineFilter
from cnet_ui.models.log_sources import LogSources
from cnet_ui.pages.log_filters import LogFilters
from cnet_ui.pages.merged_log import Asked, chosen_ids, show_merged
from cnet_ui.pages.save_log import save_shown
from cnet_ui.pages.stop_task import stop_task
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.log_bars import LogBars
from cnet_ui.widgets.log_view import LogView

BARS_PACE = 500  # milliseconds between two looks at when lines were written
FIRST_CHOSEN = 3  # tasks that are shown before anybody chose


class LogsPage(QWidget):
    """Sources and filters at the left, their lines at the right.

    ``open_task`` carries the id of a task whose name was clicked.
    """

    open_task = Signal(str)

    def __init__(self, session: AgentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._reading = Latest(self)
        self._was_away = False
        self._has_chosen = False
        self._searched = ""  # the text that all logs were searched for last
        self.sources = LogSources(session, self)
        self.filters = LogFilters(self.sources)
        self.log = LogView(filters=False, names=True)
        self.bars = LogBars()
        self._make_actions()
        card = QFrame()
        card.setProperty("card", "true")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.log)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 22, 16)
        row.setSpacing(14)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self.bars)
        right.addWidget(card, 1)
        row.addWidget(self.filters)
        row.addLayout(right, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        self._connect()

    # -- parts --------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self._stop = Button(self.tr("Stop"), icon_name="circle-stop", kind="small")
        self._stop.setObjectName("log-stop")
        self._stop.clicked.connect(self._stop_task)
        self._again = Button(self.tr("Run again"), icon_name="rotate-cw", kind="small")
        self._again.setObjectName("log-run-again")
        self._again.clicked.connect(lambda: spawn(self._run_again(), self))
        for button in (self._stop, self._again):
            self.log.bar.add_action(button)
            button.hide()

    def _connect(self) -> None:
        self.filters.changed.connect(self._soon.start)
        self.filters.levels_changed.connect(self._levels_changed)
        self._bars_soon = QTimer(self, singleShot=True, interval=BARS_PACE)
        self._bars_soon.timeout.connect(self._show_bars)
        self.log.text.seen_changed.connect(self._seen_changed)
        self.bars.chosen.connect(self._show_moment)
        self.log.source_opened.connect(self._open)
        self.log.save_wanted.connect(lambda: spawn(save_shown(self.log, self.tr("logs")), self))
        self.log.bar.show_folder(False, self.tr("The lines are of several files; open a task's."))
        session = self._session
        session.tasks_changed.connect(self._refresh_actions)
        session.connection_changed.connect(self._refresh_actions)
        session.node_changed.connect(self._choose_first)
        find = QShortcut(QKeySequence("Ctrl+Shift+F"), self)
        find.activated.connect(self.filters.begin_search)
        in_log = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        in_log.activated.connect(self.log.bar.begin_search)
        for keys, direction in (("F3", 1), ("Shift+F3", -1)):
            step = QShortcut(QKeySequence(keys), self)
            step.activated.connect(partial(self.log.finder.step, direction))

    def take_over(self, before: "LogsPage") -> None:
        """Show what another page of the same node showed, at the same place."""
        self._has_chosen = before._has_chosen  # noqa: SLF001 - a page as this one
        self.sources.take_over(before.sources)
        self.filters.take_over(before.filters)
        self._searched = before._searched  # noqa: SLF001
        self.log.take_over(before.log)

    # -- showing ------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show what is asked for now."""
        self._reading.end()
        if self.filters.text != self._searched:  # what is found is marked as well
            self._searched = self.filters.text
            self.log.bar.search.setText(self._searched)
        if self.isVisible():
            work = show_merged(self._session, self.sources, self._asked(), self.log)
            self._reading.begin(work)
        self._refresh_actions()

    def _asked(self) -> Asked:
        seconds, text = self.filters.window_seconds, self.filters.text
        levels = self.filters.levels if text else frozenset()
        return Asked(
            tuple(self.sources.chosen),
            time.time() - seconds if seconds is not None else None,
            tuple(level for level in Level if level in levels),
            _pattern(text),
        )

    def _seen_changed(self) -> None:
        if not self._bars_soon.isActive():
            self._bars_soon.start()

    def _show_bars(self) -> None:
        if self.isVisible():
            self.bars.show_rows(self.log.buffer.rows, *self.log.text.seen())

    def _show_moment(self, at: float) -> None:
        """Go to the first line of a moment, in Unix seconds."""
        for index, row in enumerate(self.log.buffer.rows):
            if seconds_of(row.time) >= at:
                self.log.show_row(index)
                return

    def _levels_changed(self) -> None:
        self.log.set_filter(LineFilter(levels=self.filters.levels))
        if self.filters.text:  # what was found is of these levels alone
            self._soon.start()

    def _open(self, source_id: str) -> None:
        if source_id not in OWN:
            self.open_task.emit(source_id)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show the newest lines again, unless somebody reads earlier ones."""
        super().showEvent(event)
        self._choose_first()
        if self.log.following or not self._was_away:
            self._soon.start()
        self._was_away = True

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Follow nothing that nobody sees."""
        super().hideEvent(event)
        if self.log.following:
            self._reading.end()

    def _choose_first(self) -> None:
        """Choose what runs, before anybody chose, as soon as the agent was heard."""
        if self._has_chosen or self._session.node is None or not self.isVisible():
            return
        self._has_chosen = True
        tasks = sorted(self._session.tasks.values(), key=lambda task: task.id, reverse=True)
        running = [task.id for task in tasks if not task.phase.is_final]
        self.sources.choose((running or [task.id for task in tasks])[:FIRST_CHOSEN] or [AGENT])

    # -- one task -----------------------------------------------------------------------------

    @property
    def _only(self) -> str:
        """The id of the task that alone is chosen, empty if there is no such."""
        ids = chosen_ids(self.sources.chosen)
        return ids[0] if len(ids) == 1 and len(self.sources.chosen) == 1 else ""

    def _refresh_actions(self, _: object = None) -> None:
        task = self._session.tasks.get(self._only)
        is_final = task is not None and task.phase.is_final
        self._stop.setVisible(task is not None and not is_final)
        self._again.setVisible(is_final)
        stopping = task is not None and self._session.is_stopping(task.id)
        why = "" if self._session.is_live else self.tr("The agent does not answer.")
        for button, can in ((self._stop, not stopping), (self._again, True)):
            button.setEnabled(self._session.is_live and can)
            button.setToolTip(why)

    def _stop_task(self) -> None:
        task = self._session.tasks.get(self._only)
        if task is not None:
            spawn(stop_task(self._session, task, self.window()), self)

    async def _run_again(self) -> None:
        before = self._only
        task = await self._session.rerun(before)
        self.sources.choose([before], on=False)
        self.sources.choose([task.id])


def _pattern(text: str) -> str:
    """Return a text as the pattern that the agent looks for, by the options in force."""
    if not text:
        return ""
    pattern = text if log_options().is_on("pattern") else re.escape(text)
    return pattern if log_options().is_on("case") else f"(?i){pattern}"
