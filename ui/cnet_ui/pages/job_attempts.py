"""How the attempts of a training job went, and the log of the one that is chosen."""

import time
from contextlib import suppress

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from cnet_agent.model.errors import AgentError
from cnet_agent.wire.task import TaskView
from cnet_ui.background import Latest
from cnet_ui.models.attempt_rows import AttemptRow, attempt_rows
from cnet_ui.pages.task_log import show_log
from cnet_ui.session import AgentSession
from cnet_ui.theme import color
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card, clear
from cnet_ui.widgets.labels import Elided, IconLabel, label
from cnet_ui.widgets.log_view import LogView

MOST = 4  # attempts that are seen; the last ones matter


class JobAttempts(Card):
    """A row for each attempt, and below them the log. ``opened`` carries the id of the task."""

    opened = Signal(str)

    def __init__(self, session: AgentSession) -> None:
        super().__init__(padding=14)
        self._session = session
        self._task: TaskView | None = None
        self._showing = Latest(self)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Attempts"), "heading"))
        self._name = Elided("", tone="muted")
        head.addWidget(self._name, 1)
        self._open = Button(self.tr("Open task"), kind="link")
        self._open.setObjectName("open-task")
        self._open.clicked.connect(self._open_task)
        head.addWidget(self._open)
        self.body.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)
        self.log = LogView(filters=False)
        self.log.setMinimumHeight(90)
        self.log.bar.hide()  # the task's own page has all of it
        self.log.foot.hide()
        self.body.addWidget(self.log, 1)
        self._shown: list[AttemptRow] = []
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def show_task(self, task: TaskView | None) -> None:
        """Show the attempts of a job; its log is read anew only where it is another one."""
        is_other = (task.id if task else "") != (self._task.id if self._task else "")
        self._task = task
        self._name.set_text(task.name if task else "")
        self._open.setVisible(task is not None)
        self._draw()
        if is_other:
            self._read_log()

    def _open_task(self) -> None:
        if self._task is not None:
            self.opened.emit(self._task.id)

    def _read_log(self) -> None:
        self._showing.end()
        self.log.clear()
        if self._task is not None:
            self._showing.begin(self._show_log(self._task.id))

    async def _show_log(self, task_id: str) -> None:
        with suppress(AgentError):  # the view says so
            await show_log(self._session, task_id, self.log)

    def _tick(self) -> None:
        if self._task is not None and self._task.waiting is not None and self.isVisible():
            self._draw()

    def _draw(self) -> None:
        rows = attempt_rows(self._task, time.time()) if self._task else []
        if rows == self._shown:
            return
        self._shown = rows
        clear(self._rows)
        for row in rows[-MOST:]:
            made = _Row(row)
            number = row.number
            made.clicked.connect(lambda _=False, n=number: self.log.attempt_chosen.emit(n))
            self._rows.addWidget(made)


class _Row(QAbstractButton):
    def __init__(self, row: AttemptRow) -> None:
        super().__init__()
        words, sentence = row.words, row.sentence
        self.setAccessibleName(f"{words} · {sentence}" if sentence else words)
        self.setToolTip(sentence)
        self.setEnabled(bool(row.number))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if row.number else Qt.FocusPolicy.NoFocus)
        if row.number:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 1, 2, 1)
        line.setSpacing(10)
        line.addWidget(IconLabel(row.icon, row.token, 15), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(Elided(words, "strong"), 1)
        head.addWidget(label(row.when, "small", "muted"))
        column.addLayout(head)
        if sentence:
            column.addWidget(Elided(sentence, "small", "secondary"))
        line.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(40 if sentence else 24)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus; the parts draw themselves."""
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(color("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
            painter.end()
