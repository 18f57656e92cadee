"""What a task is and what became of it: command, limits, the reason it failed, its events."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cnet_agent.wire.task import LogRecord, OutputView, TaskView, TimelineView, UsageHistoryView
from cnet_ui.agent_words import worded
from cnet_ui.pages.task_cards import FailureCard, state_card
from cnet_ui.pages.task_limits import TaskLimits
from cnet_ui.pages.task_outputs import TaskOutputs
from cnet_ui.pages.timeline_rows import event_look
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card, clear, plain
from cnet_ui.widgets.command_text import CommandText
from cnet_ui.widgets.labels import Elided, IconLabel, label, rule
from cnet_ui.words import full_moment, kind_word, moment, run_time, task_run_time

SIDE = 290
LABEL_WIDTH = 92
LAST_LINES = 5
LAST_EVENTS = 12
_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class TaskOverview(QScrollArea):
    """Shows one task. Its signals are what its buttons offer; ``run_with`` carries a spec."""

    run_again = Signal()
    run_with = Signal(object)
    duplicate = Signal()
    show_log = Signal()
    edit = Signal()
    open_task = Signal(str)
    open_folder = Signal(str)  # its path on this machine
    copy_path = Signal(str)
    show_files = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = plain()
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        row = QHBoxLayout(inside)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(20)
        self._main = QVBoxLayout()
        self._main.setSpacing(12)
        self._side = QVBoxLayout()
        self._side.setSpacing(8)
        self._events = QVBoxLayout()
        self._events.setSpacing(6)
        side = plain()
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._side)
        column.addWidget(rule())
        column.addWidget(label(self.tr("Events"), "strong"))
        column.addLayout(self._events)
        column.addStretch(1)
        row.addLayout(self._main, 1)
        row.addWidget(side)
        self._shown: TaskView | None = None
        self._limits: TaskLimits | None = None
        self._failure: FailureCard | None = None
        self._output: Card | None = None
        self._edit: Button | None = None
        self._usage: UsageHistoryView | None = None
        self._records: Sequence[LogRecord] = ()
        self._outputs: Sequence[OutputView] = ()
        self._is_local = True
        self._made: TaskOutputs | None = None

    def show_task(self, task: TaskView, now: float, *, is_live: bool) -> None:
        """Show a task; nothing is drawn anew where nothing that is shown changed."""
        shown = task.model_copy(update={"usage": None})
        if shown != self._shown:
            if self._shown is None or self._shown.id != task.id:
                self._usage, self._records, self._outputs = None, (), ()
            self._shown = shown
            self._draw(task, now)
        if self._limits is not None:
            self._limits.show_usage(task)
        if self._failure is not None:
            self._failure.set_live(is_live=is_live)
        if self._edit is not None:
            self._say_edit(task, is_live=is_live)

    def show_events(self, events: Sequence[TimelineView]) -> None:
        """Show what happened to the task lately."""
        clear(self._events)
        for event in events[-LAST_EVENTS:]:
            row = plain()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(9)
            name, token = event_look(event.kind)
            line.addWidget(IconLabel(name, token, 14))
            line.addWidget(Elided(worded(event.message)), 1)
            line.addWidget(label(moment(event.at), "small", "muted"))
            self._events.addWidget(row)

    def show_usage(self, usage: UsageHistoryView) -> None:
        """Show what the task came to use."""
        self._usage = usage
        if self._limits is not None:
            self._limits.show_history(usage)
        task = self._shown
        if self._failure is not None and task is not None and task.reason == "oom":
            self._failure.show_memory(usage, task.memory_bound or 0)

    def show_output(self, records: Sequence[LogRecord]) -> None:
        """Show the last lines of a task that failed."""
        self._records = records
        if self._output is None or not records:
            return
        lines = [_ANSI.sub("", each.line).rpartition("\r")[2] for each in records[-LAST_LINES:]]
        text = label("\n".join(lines), wrap=True)
        text.setFont(mono_font())
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        clear(self._output.body)
        self._output.body.addWidget(text)
        self._output.setAccessibleName(self.tr("Last output"))
        self._output.show()
        self._output_name.show()

    def show_outputs(self, outputs: Sequence[OutputView], *, is_local: bool) -> None:
        """Show which files the task made; ``is_local`` says whether they are of this machine."""
        self._outputs, self._is_local = outputs, is_local
        if self._made is None:
            return
        self._made.show_outputs(outputs, is_local=is_local)
        for each in (self._made, self._made_name):
            each.setVisible(bool(outputs))

    # -- parts --------------------------------------------------------------------------------

    def _draw(self, task: TaskView, now: float) -> None:
        clear(self._main)
        clear(self._side)
        self._output = None
        card = state_card(task)
        self._failure = card if isinstance(card, FailureCard) else None
        if self._failure is not None:
            self._connect_card(self._failure)
        if card is not None:
            self._main.addWidget(card)
        self._main.addWidget(self._facts(task, now))
        self._main.addStretch(1)
        self._side.addWidget(label(self.tr("Limits in force"), "strong"))
        self._limits = TaskLimits(task)
        self._side.addWidget(self._limits)
        self._side.addWidget(rule())
        self._side.addWidget(self._labels(task))
        if self._usage is not None:
            self.show_usage(self._usage)
        self.show_output(self._records)
        self.show_outputs(self._outputs, is_local=self._is_local)

    def _connect_card(self, card: FailureCard) -> None:
        card.log.clicked.connect(lambda _=False: self.show_log.emit())
        card.again.clicked.connect(lambda _=False: self.run_again.emit())
        card.copy.clicked.connect(lambda _=False: self.duplicate.emit())
        if card.run_with is not None and card.remedy is not None:
            request = card.remedy.request
            card.run_with.clicked.connect(lambda _=False: self.run_with.emit(request))

    def _labels(self, task: TaskView) -> QWidget:
        box = plain()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Labels and priority"), "strong"))
        top.addStretch(1)
        self._edit = Button(self.tr("Change…"), kind="link")
        self._edit.setObjectName("edit-task")
        self._edit.setAccessibleName(self.tr("Change labels and priority"))
        self._edit.clicked.connect(lambda _=False: self.edit.emit())
        top.addWidget(self._edit)
        column.addLayout(top)
        for name, value in sorted(task.labels.items()):
            column.addWidget(Elided(f"{name}={value}"))
        if not task.labels:
            column.addWidget(label(self.tr("No labels"), tone="muted"))
        priority = self.tr("Priority {number}").format(number=task.priority)
        column.addWidget(label(priority, tone="secondary"))
        return box

    def _say_edit(self, task: TaskView, *, is_live: bool) -> None:
        assert self._edit is not None
        why_not = ""
        if task.phase.is_final:
            why_not = self.tr("It has ended; its labels and priority are history.")
        elif not is_live:
            why_not = self.tr("The agent does not answer; this works when it is back.")
        self._edit.setEnabled(not why_not)
        self._edit.setToolTip(why_not)

    def _facts(self, task: TaskView, now: float) -> QWidget:
        box = plain()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        self._add(grid, self.tr("Command"), self._command(task))
        self._made = made = TaskOutputs()
        made.folder_wanted.connect(self.open_folder)
        made.path_wanted.connect(self.copy_path)
        made.files_wanted.connect(self.show_files)
        self._made_name = self._add(grid, self.tr("Files made"), made)
        if task.phase.is_final and task.message:
            self._output = Card(ground="inset", padding=11)
            self._output_name = self._add(grid, self.tr("Last output"), self._output)
            self._output.hide()
            self._output_name.hide()
        if task.env:
            self._add(grid, self.tr("Variables"), self._variables(task))
        if task.rerun_of:
            link = Button(task.rerun_of, kind="link")
            link.setObjectName("rerun-of")
            link.setAccessibleName(self.tr("Show the task that this is a rerun of"))
            link.clicked.connect(lambda _=False: self.open_task.emit(task.rerun_of))
            line = QHBoxLayout()
            line.addWidget(link)
            line.addStretch(1)
            holder = plain()
            line.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(line)
            self._add(grid, self.tr("Rerun of"), holder)
        for word, value in self._rows(task, now):
            shown = label(value, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._add(grid, word, shown)
        return box

    def _command(self, task: TaskView) -> Card:
        card = Card(ground="inset", padding=11)
        given = [task.command, *task.args] if task.command else task.args
        command = CommandText(given or [self.tr("the image's own")], self.tr("Command"))
        card.body.addWidget(command)
        if command.is_cut:
            more = Button(self.tr("Show all of it"), kind="link")
            more.clicked.connect(command.show_all)
            more.clicked.connect(more.hide)
            card.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _variables(self, task: TaskView) -> Card:
        card = Card(ground="inset", padding=11)
        lines = "\n".join(f"{name}={value}" for name, value in sorted(task.env.items()))
        text = label(lines, wrap=True)
        text.setFont(mono_font())
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(text)
        return card

    def _rows(self, task: TaskView, now: float) -> list[tuple[str, str]]:
        rows = [(self.tr("Type"), kind_word(task.type))]
        rows += self._training(task)
        rows += self._container(task)
        if task.environment is not None:
            rows.append((self.tr("Environment"), self._environment(task)))
        if task.requirements:
            rows.append((self.tr("Packages"), ", ".join(task.requirements)))
        if task.working_dir:
            rows.append((self.tr("Folder"), task.working_dir))
        if task.preset:
            rows.append((self.tr("Preset"), task.preset))
        rows += self._outcome(task, now)
        rows.append((self.tr("Created"), full_moment(task.created_at)))
        rows.append((self.tr("Id"), task.id))
        return rows

    def _training(self, task: TaskView) -> list[tuple[str, str]]:
        job = task.training
        if job is None:
            return []
        asked = self.tr("{data} · {epochs} epochs · batches of {size} · learning rate {rate}")
        rows = [
            (
                self.tr("Training"),
                asked.format(
                    data=job.dataset,
                    epochs=job.epochs,
                    size=job.batch_size,
                    rate=f"{job.learning_rate:g}",
                ),
            ),
            (self.tr("Epochs done"), f"{job.progress.epoch} / {job.progress.epochs}"),
        ]
        return [*rows, *([(self.tr("Log file"), job.log_file)] if job.log_file else [])]

    def _container(self, task: TaskView) -> list[tuple[str, str]]:
        rows = [
            (self.tr("Image"), task.image),
            (self.tr("Container"), task.container_id[:12]),
            (self.tr("Ports"), ", ".join(task.ports)),
            (self.tr("Folders"), "\n".join(task.volumes)),
            (self.tr("Network"), task.network),
            (self.tr("User"), task.user),
        ]
        return [row for row in rows if row[1]]

    def _environment(self, task: TaskView) -> str:
        environment = task.environment
        assert environment is not None
        sources = {
            "existing": self.tr("was there already"),
            "cached": self.tr("from the cache"),
            "built": self.tr("built for it"),
        }
        packages = ", ".join(environment.packages[:6])
        if len(environment.packages) > 6:
            packages += ", …"
        parts = (packages, environment.python, sources[environment.source])
        return " · ".join(part for part in parts if part)

    def _outcome(self, task: TaskView, now: float) -> list[tuple[str, str]]:
        rows = []
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
        return rows

    @staticmethod
    def _add(grid: QGridLayout, word: str, value: QWidget) -> QWidget:
        name = label(word, tone="secondary", wrap=True)
        name.setFixedWidth(LABEL_WIDTH)
        row = grid.rowCount()
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
        return name
