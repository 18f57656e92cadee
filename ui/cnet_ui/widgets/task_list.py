"""A short list of the newest tasks."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from cnet_agent.wire.task import TaskView
from cnet_ui.icons import SIZE, pixmap
from cnet_ui.theme import color, ui_font
from cnet_ui.widgets.pill import paint_pill, pill_width
from cnet_ui.words import KIND_ICONS, NONE, Look, look, run_time, task_run_time

ROW = 36


class TaskList(QWidget):
    """A row per task: kind, name, run time, state. ``opened`` carries the id of one clicked."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[_Row] = []

    def show_tasks(self, tasks: Sequence[tuple[TaskView, bool]]) -> None:
        """Show tasks, each with whether it is being stopped."""
        while len(self._rows) < len(tasks):
            row = _Row()
            row.clicked.connect(lambda _=False, row=row: self.opened.emit(row.task_id))
            self._rows.append(row)
            self._column.addWidget(row)
        now = time.time()
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(tasks))
            if number < len(tasks):
                task, stopping = tasks[number]
                row.show_task(task, look(task, stopping=stopping), now)


class _Row(QAbstractButton):
    def __init__(self) -> None:
        super().__init__()
        self.task_id = ""
        self._look: Look | None = None
        self._time = NONE
        self._icon = ""
        self.setFixedHeight(ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_task(self, task: TaskView, shown: Look, now: float) -> None:
        ran = task_run_time(task, now)
        self.task_id = task.id
        self._look = shown
        self._icon = KIND_ICONS.get(task.type, "terminal")
        self._time = NONE if ran is None else run_time(ran)
        self.setText(task.name)
        self.setAccessibleName(f"{task.name}, {shown.label}, {self._time}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, ROW)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(color("accent") if self.hasFocus() else Qt.GlobalColor.transparent)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 1, -1, -2), 6, 6)
        ratio = self.devicePixelRatioF()
        middle = (ROW - SIZE) // 2
        painter.drawPixmap(8, middle, pixmap(self._icon, "text_secondary", SIZE, ratio))
        right = self.width() - 8
        if self._look is not None:
            width = pill_width(self._look)
            place = self.rect().adjusted(right - width, 0, 0, 0)
            paint_pill(painter, place, self._look, ratio)
            right -= width + 10
        painter.setFont(ui_font())
        painter.setPen(color("text_secondary"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        room = painter.fontMetrics().horizontalAdvance("00:00:00") + 4
        painter.drawText(right - room, 0, room, ROW, flags, self._time)
        painter.setFont(ui_font(weight=ui_font().Weight.DemiBold))
        painter.setPen(color("text"))
        space = right - room - 10 - 34
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, max(space, 20)
        )
        painter.drawText(34, 0, space, ROW, Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()
