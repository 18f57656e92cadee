"""What a task is and what became of it: command, limits, the reason it failed, its events."""

import shlex
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cnet_agent.model.phase import Phase
from cnet_agent.model.quantities import format_duration, format_size
from cnet_agent.wire.task import TaskView, TimelineView
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card, clear, plain
from cnet_ui.widgets.labels import Elided, IconLabel, label, rule
from cnet_ui.words import NONE, cause, moment, run_time, task_run_time

SIDE = 300
LABEL_WIDTH = 92
_EVENT_ICONS = {
    "created": ("plus", "text_secondary"),
    "preparing": ("package", "waiting"),
    "prepared": ("check", "good"),
    "started": ("play", "running"),
    "stopping": ("circle-stop", "waiting"),
    "cancelled": ("square", "neutral"),
    "retrying": ("rotate-cw", "waiting"),
    "retry_wait": ("timer", "waiting"),
    "completed": ("check", "good"),
    "failed": ("x", "bad"),
}


class TaskOverview(QScrollArea):
    """Shows one task. ``run_again`` and ``show_log`` are what its failure card offers."""

    run_again = Signal()
    show_log = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = plain()
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        row = QHBoxLayout(inside)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(20)
        self._main = QVBoxLayout()
        self._main.setSpacing(12)
        self._side = QVBoxLayout()
        self._side.setSpacing(6)
        self._events = QVBoxLayout()
        self._events.setSpacing(6)
        side = plain()
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._side)
        column.addWidget(rule())
        column.addWidget(label(self.tr("Events"), "strong"))
        column.addLayout(self._events)
        column.addStretch(1)
        row.addLayout(self._main, 1)
        row.addWidget(side)
        self._shown: TaskView | None = None

    def show_task(self, task: TaskView, now: float) -> None:
        """Show a task; nothing is drawn anew where nothing that is shown changed."""
        shown = task.model_copy(update={"usage": None})
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._main)
        if card := self._message_card(task, now):
            self._main.addWidget(card)
        self._main.addWidget(self._facts(task, now))
        self._main.addStretch(1)
        clear(self._side)
        self._side.addWidget(label(self.tr("Limits in force"), "strong"))
        self._side.addWidget(self._limits(task))

    def show_events(self, events: Sequence[TimelineView]) -> None:
        """Show what happened to the task."""
        clear(self._events)
        for event in events:
            row = plain()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(9)
            name, token = _EVENT_ICONS.get(event.kind, ("info", "text_secondary"))
            line.addWidget(IconLabel(name, token, 14))
            line.addWidget(Elided(event.message), 1)
            line.addWidget(label(moment(event.at), "small", "muted"))
            self._events.addWidget(row)

    # -- parts --------------------------------------------------------------------------------

    def _message_card(self, task: TaskView, now: float) -> Card | None:
        if task.phase is Phase.FAILED:
            heading, icon_name = cause(task.reason)
            return self._card("bad", icon_name, heading, task, now)
        if task.waiting is not None:
            return self._card("waiting", "clock", self.tr("Why it waits"), task, now)
        if task.message and task.phase is Phase.SUCCEEDED:
            return self._card("waiting", "triangle-alert", self.tr("Completed"), task, now)
        return None

    def _card(self, tone: str, icon_name: str, heading: str, task: TaskView, now: float) -> Card:
        card = Card(ground="bad" if tone == "bad" else "waiting")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(IconLabel(icon_name, tone))
        top.addWidget(label(heading, "heading"))
        ran = task_run_time(task, now)
        if ran is not None and task.phase.is_final:
            after = self.tr("after {time}").format(time=run_time(ran))
            top.addWidget(label(after, tone="secondary"))
        top.addStretch(1)
        card.body.addLayout(top)
        text = task.waiting.message if task.waiting else task.message
        card.body.addWidget(label(text, wrap=True))
        if tone == "bad":
            actions = QHBoxLayout()
            again = Button(self.tr("Run again"), icon_name="rotate-cw", kind="primary")
            again.clicked.connect(self.run_again)
            log = Button(self.tr("Show the log"), icon_name="scroll-text")
            log.clicked.connect(self.show_log)
            actions.addWidget(again)
            actions.addWidget(log)
            actions.addStretch(1)
            card.body.addSpacing(4)
            card.body.addLayout(actions)
        return card

    def _facts(self, task: TaskView, now: float) -> QWidget:
        box = plain()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._name(self.tr("Command")), 0, 0, Qt.AlignmentFlag.AlignTop)
        command = Card(ground="inset", padding=11)
        text = label(shlex.join([task.command, *task.args]), wrap=True)
        text.setFont(mono_font())
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        command.body.addWidget(text)
        grid.addWidget(command, 0, 1)
        for number, (word, value) in enumerate(self._rows(task, now), start=1):
            grid.addWidget(self._name(word), number, 0, Qt.AlignmentFlag.AlignTop)
            shown = label(value, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, number, 1)
        return box

    def _rows(self, task: TaskView, now: float) -> list[tuple[str, str]]:
        rows = []
        if task.environment is not None:
            packages = ", ".join(task.environment.packages[:6])
            text = " · ".join(part for part in (packages, task.environment.python) if part)
            rows.append((self.tr("Environment"), text))
        if task.working_dir:
            rows.append((self.tr("Folder"), task.working_dir))
        ran = task_run_time(task, now)
        if task.phase.is_final and ran is not None:
            rows.append((self.tr("Run time"), run_time(ran)))
        if task.exit_code is not None:
            rows.append((self.tr("Exit code"), str(task.exit_code)))
        if task.signal:
            rows.append((self.tr("Signal"), task.signal))
        if task.pid is not None and not task.phase.is_final:
            rows.append((self.tr("Process"), str(task.pid)))
        if task.max_retries:
            text = self.tr("{attempt} of {attempts}").format(
                attempt=task.attempt, attempts=task.max_retries + 1
            )
            rows.append((self.tr("Attempt"), text))
        if task.labels:
            labels = ", ".join(f"{name}={value}" for name, value in sorted(task.labels.items()))
            rows.append((self.tr("Labels"), labels))
        rows.append((self.tr("Id"), task.id))
        return rows

    def _limits(self, task: TaskView) -> QWidget:
        box = plain()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        wanted = task.resources
        cores = self.tr("{cores:g} cores").format(cores=wanted.cpu_limit or 0)
        for row, (key, word, value) in enumerate(
            (
                ("cpu", self.tr("CPU"), cores if wanted.cpu_limit else NONE),
                ("memory", self.tr("Memory"), _size(wanted.memory_limit)),
                ("disk", self.tr("Disk"), _size(wanted.disk_limit)),
                ("timeout", self.tr("Timeout"), _time(task.timeout)),
            )
        ):
            grid.addWidget(label(word, tone="secondary"), row, 0)
            grid.addWidget(label(value, "strong" if value != NONE else ""), row, 1)
            kind = task.limits.get(key)
            if kind is not None and value != NONE:
                hard = kind == "hard"
                grid.addWidget(IconLabel("lock" if hard else "eye", "text_muted", 13), row, 2)
                words = self.tr("hard") if hard else self.tr("soft")
                grid.addWidget(label(words, "small", "muted"), row, 3)
        if any(task.limits.values()):
            note = self.tr("hard: the system enforces · soft: CNET watches")
            grid.addWidget(label(note, "small", "muted", wrap=True), 4, 0, 1, 4)
        return box

    @staticmethod
    def _name(word: str) -> QWidget:
        name = label(word, tone="secondary")
        name.setFixedWidth(LABEL_WIDTH)
        return name


def _size(size: int | None) -> str:
    return format_size(size) if size else NONE


def _time(seconds: float | None) -> str:
    return format_duration(seconds) if seconds else NONE
