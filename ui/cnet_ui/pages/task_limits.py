"""The limits of a task, what enforces each, and how near it came."""

from PySide6.QtWidgets import QGridLayout, QWidget

from cnet_agent.model.phase import Reason
from cnet_agent.model.quantities import format_duration, format_size
from cnet_agent.model.spec import DEFAULT_PIDS_LIMIT
from cnet_agent.wire.task import TaskView, UsageHistoryView
from cnet_ui.widgets.labels import IconLabel, label
from cnet_ui.widgets.meter import Meter
from cnet_ui.words import NONE


class TaskLimits(QWidget):
    """A row for each limit: its name, its value, a bar of what is used, hard or soft."""

    def __init__(self, task: TaskView) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._task = task
        self._meters: dict[str, Meter] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(2, 1)
        rows = self._rows()
        for row, (key, word, value) in enumerate(rows):
            grid.addWidget(label(word, tone="secondary"), row, 0)
            grid.addWidget(label(value, "strong" if value != NONE else ""), row, 1)
            if value == NONE:
                continue
            if key in ("cpu", "memory", "disk"):
                meter = self._meters[key] = Meter()
                grid.addWidget(meter, row, 2)
            kind = task.limits.get(key)
            if kind is not None:
                hard = kind == "hard"
                grid.addWidget(IconLabel("lock" if hard else "eye", "text_muted", 13), row, 3)
                words = self.tr("hard") if hard else self.tr("soft")
                grid.addWidget(label(words, "small", "muted"), row, 4)
        for note in self._notes():
            grid.addWidget(label(note, "small", "muted", wrap=True), grid.rowCount(), 0, 1, 5)

    def show_usage(self, task: TaskView) -> None:
        """Show what a running task uses now."""
        usage = task.usage
        if usage is None or task.phase.is_final:
            return
        limits = task.resources
        self._show("cpu", usage.cpu_percent / 100, limits.cpu_limit)
        self._show("memory", usage.memory, task.memory_bound)
        self._show("disk", usage.disk, limits.disk_limit)

    def show_history(self, history: UsageHistoryView) -> None:
        """Show the most that a task which has ended used."""
        if not self._task.phase.is_final:
            return
        limits, attempts = self._task.resources, self._task.attempts
        recorded = [float(attempt.peak_memory or 0) for attempt in attempts]
        memory = max([*history.memory, *recorded], default=0.0)
        if self._task.reason is Reason.OOM:  # quicker than the samples
            memory = float(self._task.memory_bound or 0)
        self._show("cpu", max(history.cpu_percent, default=0.0) / 100, limits.cpu_limit)
        self._show("memory", memory, self._task.memory_bound)
        self._show("disk", attempts[-1].disk_used if attempts else None, limits.disk_limit)

    def _show(self, key: str, used: float | None, limit: float | None) -> None:
        if key in self._meters and used is not None and limit:
            self._meters[key].show_share(used / limit)

    def _rows(self) -> list[tuple[str, str, str]]:
        wanted = self._task.resources
        cores = NONE
        if wanted.cpu_limit:
            words = self.tr("1 core") if wanted.cpu_limit == 1 else self.tr("{cores:g} cores")
            cores = words.format(cores=wanted.cpu_limit)
        timeout = self._task.timeout
        rows = [
            ("cpu", self.tr("CPU"), cores),
            ("memory", self.tr("Memory"), _size(self._task.memory_bound)),
            ("disk", self.tr("Disk"), _size(wanted.disk_limit)),
            ("timeout", self.tr("Timeout"), format_duration(timeout) if timeout else NONE),
        ]
        if wanted.pids_limit != DEFAULT_PIDS_LIMIT:
            rows.append(("pids", self.tr("Processes"), f"{wanted.pids_limit:,}"))
        if wanted.gpu_limit:
            rows.append(("gpu", self.tr("GPUs"), str(wanted.gpu_limit)))
        return rows

    def _notes(self) -> list[str]:
        notes = []
        if any(self._task.limits.values()):
            notes.append(self.tr("hard: the system enforces · soft: CNET watches"))
        if self._task.limited_by:
            notes.append(self.tr("Enforced by {what}").format(what=self._task.limited_by))
        return notes


def _size(size: int | None) -> str:
    return format_size(size) if size else NONE
