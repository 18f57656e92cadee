"""How training goes, in five figures over the list of jobs."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cnet_agent.wire.training import TrainStats
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.labels import Elided, label
from cnet_ui.words import NONE, percent, run_time


class TrainingFigures(Card):
    """Running, queued, success, first attempts, and how long jobs wait."""

    def __init__(self) -> None:
        super().__init__(padding=14)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.body.addLayout(row)
        self._figures: dict[str, QLabel] = {}
        self._remarks: dict[str, Elided] = {}
        for key, word in (
            ("running", self.tr("Running")),
            ("queued", self.tr("Queued")),
            ("success", self.tr("Success rate")),
            ("first", self.tr("First attempt")),
            ("wait", self.tr("Average wait")),
        ):
            if self._figures:
                line = QFrame()
                line.setProperty("rule", True)
                line.setFixedWidth(1)
                row.addWidget(line)
            row.addWidget(self._part(key, word), 1)
        self.show_stats(None)

    def show_stats(self, stats: TrainStats | None) -> None:
        """Show figures; none before the agent has told any."""
        if stats is None:
            for key in self._figures:
                self._say(key, NONE, "")
            return
        ended = stats.success + stats.failed
        first = round(ended * stats.first_attempt_success_rate / 100)
        self._say("running", str(stats.running), "")
        room = self.tr("of {count} that may wait").format(count=stats.queue_size)
        self._say("queued", str(stats.pending), room)
        all_of = self.tr("{count} of {all} jobs")
        rate = percent(stats.success_rate) if ended else NONE
        self._say("success", rate, all_of.format(count=stats.success, all=ended))
        rate = percent(stats.first_attempt_success_rate) if ended else NONE
        self._say("first", rate, all_of.format(count=first, all=ended))
        wait = stats.average_wait
        text = NONE if wait is None else f"{wait:.1f} s" if wait < 60 else run_time(wait)
        self._say("wait", text, self.tr("before the start"))

    def _part(self, key: str, word: str) -> QWidget:
        part = QWidget()
        part.setProperty("plain", True)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(word, "small", "secondary"))
        line = QHBoxLayout()
        line.setSpacing(8)
        self._figures[key] = label("", "figure")
        self._remarks[key] = Elided("", "small", "muted")
        line.addWidget(self._figures[key])
        line.addWidget(self._remarks[key], 1)
        column.addLayout(line)
        return part

    def _say(self, key: str, figure: str, remark: str) -> None:
        self._figures[key].setText(figure)
        self._remarks[key].set_text(remark)
