"""A short list of the newest tasks."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from cnet_agent.wire.task import TaskView
from cnet_ui.icons import SIZE, pixmap
from cnet_ui.theme import color, ui_font
from cnet_ui.widgets.pill import paint_pill, pill_width
from cnet_ui.words import KIND_ICONS, NONE, Look, look, run_time, task_run_time

ROW = 36
_LEFT, _NAME = 8, 34


class TaskList(QWidget):
    """A row per task: kind, name, run time, state. ``opened`` carries the id of one clicked."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._rows: list[_Row] = []
        self._count = 0

    def show_tasks(self, tasks: Sequence[tuple[TaskView, bool]]) -> None:
        """Show tasks, each with whether it is being stopped."""
        while len(self._rows) < len(tasks):
            row = _Row(self)
            row.clicked.connect(lambda _=False, row=row: self.opened.emit(row.task_id))
            self._rows.append(row)
        now = time.time()
        for row, (task, stopping) in zip(self._rows, tasks, strict=False):
            row.show_task(task, look(task, stopping=stopping), now)
        self._count = len(tasks)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = min(self._count, self.height() // ROW)
        for number, row in enumerate(self._rows):
            row.setGeometry(0, number * ROW, self.width(), ROW)
            row.setVisible(number < room)


class _Row(QAbstractButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.task_id = ""
        self._look: Look | None = None
        self._time = NONE
        self._icon = ""
        self.setFixedHeight(ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_task(self, task: TaskView, shown: Look, now: float) -> None:
        ran = task_run_time(task, now)
        text = NONE if ran is None else run_time(ran)
        if (self.task_id, self.text(), self._look, self._time) == (
            task.id,
            task.name,
            shown,
            text,
        ):
            return
        self.task_id = task.id
        self._look = shown
        self._icon = KIND_ICONS.get(task.type, "terminal")
        self._time = text
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
        painter.drawPixmap(_LEFT, middle, pixmap(self._icon, "text_secondary", SIZE, ratio))
        right = self.width() - _LEFT
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
        space = right - room - 10 - _NAME
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, max(space, 20)
        )
        painter.drawText(_NAME, 0, space, ROW, Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()
