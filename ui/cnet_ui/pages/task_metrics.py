"""What a task uses over its life: processor and memory, each with its limit, peak and average."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.wire.task import TaskView, UsageHistoryView
from cnet_ui.plots.life_plot import LifePlot, Words
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.labels import Dot, label
from cnet_ui.words import run_time, size_text

MOST = 3000  # points; the agent's own history is thinner, and read again beyond it


class TaskMetrics(QWidget):
    """Two charts beside each other. ``wants_history`` says when the agent's is to be read again.

    Of a task that has ended without a sample, there is what the record of its end says.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._times: list[float] = []
        self._cpu: list[float] = []
        self._memory: list[float] = []
        self._task: TaskView | None = None
        self._words: dict[str, QLabel] = {}
        self._stacks: dict[str, QStackedWidget] = {}  # a chart, or one figure in its place
        self._figures: dict[str, QLabel] = {}
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
        bound = self._task.memory_bound if self._task else None
        memory = float(bound) if bound else None
        self.cpu.show_values(self._times, self._cpu, cores)
        self.memory.show_values(self._times, self._memory, memory)
        record = _Record(self._task)
        self._show_figure("cpu", record.cpu_text)
        self._show_figure("memory", record.memory_text)
        used = [self.tr("{time} of CPU time").format(time=record.cpu_text)]
        if record.average and not self._cpu:
            used.insert(0, self.tr("average {value}").format(value=_percent(record.average)))
        cpu = self._summary(self._cpu, _percent, cores, more=used if record.cpu_text else [])
        self._words["cpu"].setText(cpu)
        peaks = [*self._memory, *record.memory]
        words = self._summary(self._memory, size_text, memory, peaks=peaks)
        self._words["memory"].setText(words)

    def _show_figure(self, key: str, figure: str) -> None:
        """Show a figure of the record where there is nothing to draw a line of."""
        self._figures[key].setText(figure)
        self._stacks[key].setCurrentIndex(1 if figure and not self._times else 0)

    def _summary(
        self,
        values: list[float],
        words: Words,
        limit: float | None,
        *,
        peaks: Sequence[float] = (),
        more: Sequence[str] = (),
    ) -> str:
        """Return what samples come to, and what is known beside them: ``peaks`` and ``more``."""
        peaks = peaks or values
        if not peaks and not more:
            return self.tr("Nothing was recorded: it did not run long enough, or long ago.")
        parts = []
        if values and self._task is not None and not self._task.phase.is_final:
            parts.append(self.tr("now {value}").format(value=words(values[-1])))
        if values:
            parts.append(self.tr("average {value}").format(value=words(sum(values) / len(values))))
        if peaks:
            parts.append(self.tr("peak {value}").format(value=words(max(peaks))))
        parts += more
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
        stack = self._stacks[key] = QStackedWidget()
        stack.addWidget(plot)
        stack.addWidget(self._make_figure(key))
        column.addWidget(stack, 1)
        return column

    def _make_figure(self, key: str) -> QWidget:
        card = Card(ground="inset")
        figure = self._figures[key] = label("", "figure")
        why = label(
            self.tr("There are no samples to draw: it ended too soon, or the agent began anew."),
            tone="muted",
            wrap=True,
        )
        card.body.addStretch(1)
        for each in (figure, why):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.body.addWidget(each)
        card.body.addStretch(1)
        return card


class _Record:
    """What the ends of a task's attempts say of what it used, empty while none has ended."""

    def __init__(self, task: TaskView | None) -> None:
        attempts = task.attempts if task is not None and task.phase.is_final else []
        self.memory = [float(each.peak_memory) for each in attempts if each.peak_memory]
        self.memory_text = size_text(max(self.memory)) if self.memory else ""
        seconds = [each.cpu_seconds for each in attempts if each.cpu_seconds is not None]
        ran = sum(each.ended_at - each.started_at for each in attempts if each.started_at)
        self.average = 100 * sum(seconds) / ran if ran > 0 else 0.0  # percent of a core
        self.cpu_text = _seconds(sum(seconds)) if seconds else ""


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 60 else run_time(value)


def _percent(value: float) -> str:
    return f"{value:.0f} %"
