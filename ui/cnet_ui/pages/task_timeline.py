"""A task's history: every event in words, and its attempts side by side."""

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from cnet_agent.wire.task import TaskView, TimelineView
from cnet_ui.pages.timeline_rows import TimelineRow, attempt_parts, timeline_rows
from cnet_ui.widgets.card import clear, plain
from cnet_ui.widgets.labels import IconLabel, label
from cnet_ui.widgets.pill import Pill
from cnet_ui.words import Look, full_moment

_MOST_PARTS = 9  # of attempts and waits; the last ones matter


class TaskTimeline(QScrollArea):
    """Events below each other, and above them how the attempts went."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Timeline"))
        inside = plain()
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        self._attempts = QHBoxLayout()
        self._attempts.setSpacing(8)
        column.addLayout(self._attempts)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(9)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._shown: tuple[list[TimelineRow], list[str]] | None = None

    def show_events(self, task: TaskView | None, events: Sequence[TimelineView]) -> None:
        """Show a task's history; nothing is drawn anew where nothing changed."""
        rows = timeline_rows(task, events) if task else []
        parts = attempt_parts(task, time.time()) if task and task.max_retries else []
        shown = rows, [part.text for part in parts]
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._attempts)
        for part in parts[-_MOST_PARTS:]:
            self._attempts.addWidget(Pill(Look(part.text, part.icon, part.tone)))
        self._attempts.addStretch(1)
        clear(self._rows)
        for row in rows:
            self._add(row)

    def _add(self, row: TimelineRow) -> None:
        if row.heading:
            self._rows.addWidget(label(row.heading, "strong"))
        box = plain()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        at = label(full_moment(row.at), "small", "muted")
        at.setFixedWidth(132)
        after = label(row.after, "small", "muted")
        after.setFixedWidth(110)
        text = label(row.text, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(at)
        line.addWidget(IconLabel(row.icon, row.token, 14))
        line.addWidget(text, 1)
        line.addWidget(after)
        box.setAccessibleName(f"{full_moment(row.at)}: {row.text}")
        self._rows.addWidget(box)
