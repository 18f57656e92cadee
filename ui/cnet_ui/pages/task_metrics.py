"""What a task uses over its life: processor and memory, each with its limit, peak and average."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cnet_agent.wire.task import TaskView, UsageHistoryView
from cnet_ui.plots.life_plot import LifePlot, Words
from cnet_ui.widgets.labels import Dot, label
from cnet_ui.words import size_text

MOST = 3000  # points; the agent's own history is thinner, and read again beyond it


class TaskMetrics(QWidget):
    """Two charts beside each other. ``wants_history`` says when the agent's is to be read again."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._times: list[float] = []
        self._cpu: list[float] = []
        self._memory: list[float] = []
        self._task: TaskView | None = None
        self._words: dict[str, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 10)
        row.setSpacing(18)
        self.cpu = LifePlot(self.tr("CPU over its life"), "cpu", _percent, least=10.0)
        self.memory = LifePlot(self.tr("Memory over its life"), "memory", size_text, least=1e6)
        row.addLayout(self._column("cpu", self.tr("CPU"), self.cpu), 1)
        row.addLayout(self._column("memory", self.tr("Memory"), self.memory), 1)

    @property
    def wants_history(self) -> bool:
        """Whether more was added than is worth keeping."""
        return len(self._times) > MOST

    def show_history(self, task: TaskView, usage: UsageHistoryView) -> None:
        """Show the agent's record of a task."""
        self._task = task
        self._times = list(usage.timestamps)
        self._cpu, self._memory = list(usage.cpu_percent), list(usage.memory)
        self._draw()

    def add(self, task: TaskView, at: float) -> None:
        """Add what a running task uses at ``at`` (Unix seconds)."""
        self._task = task
        if task.usage is None or task.phase.is_final:
            return
        if self._times and at <= self._times[-1]:
            return
        self._times.append(at)
        self._cpu.append(task.usage.cpu_percent)
        self._memory.append(float(task.usage.memory))
        if self.isVisible() and not self.window().isMinimized():
            self._draw()

    def clear(self) -> None:
        """Show nothing, for another task."""
        self._task = None
        self._times, self._cpu, self._memory = [], [], []
        self._draw()

    def refresh(self) -> None:
        """Draw what came while nobody looked."""
        self._draw()

    def _draw(self) -> None:
        limits = self._task.resources if self._task else None
        cores = limits.cpu_limit * 100 if limits and limits.cpu_limit else None
        memory = float(limits.memory_limit) if limits and limits.memory_limit else None
        self.cpu.show_values(self._times, self._cpu, cores)
        self.memory.show_values(self._times, self._memory, memory)
        self._words["cpu"].setText(self._summary(self._cpu, _percent, cores))
        self._words["memory"].setText(self._summary(self._memory, size_text, memory))

    def _summary(self, values: list[float], words: Words, limit: float | None) -> str:
        if not values:
            return self.tr("Nothing was recorded: it did not run long enough, or long ago.")
        parts = []
        if self._task is not None and not self._task.phase.is_final:
            parts.append(self.tr("now {value}").format(value=words(values[-1])))
        parts.append(self.tr("average {value}").format(value=words(sum(values) / len(values))))
        parts.append(self.tr("peak {value}").format(value=words(max(values))))
        if limit is not None:
            parts.append(self.tr("limit {value}").format(value=words(limit)))
        return " · ".join(parts)

    def _column(self, key: str, name: str, plot: LifePlot) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(Dot(key))
        head.addWidget(label(name, "strong"))
        words = self._words[key] = label("", "small", "secondary", wrap=True)
        head.addWidget(words, 1)
        column.addLayout(head)
        column.addWidget(plot, 1)
        return column


def _percent(value: float) -> str:
    return f"{value:.0f} %"
