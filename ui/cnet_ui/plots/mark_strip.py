"""The strip below a chart that shows when tasks started and ended."""

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from cnet_agent.wire.node import MarkerView
from cnet_ui.plots.axes import AXIS_WIDTH
from cnet_ui.plots.marks import Cluster, failed, join
from cnet_ui.plots.marks_text import cluster_text, mark_text
from cnet_ui.theme import color, ui_font

HEIGHT = 20
APART = 18.0  # pixels that two marks need
_REACH = 10.0  # pixels from a mark at which the mouse still means it
_LISTED = 20  # in the menu of joined marks
_SIZE = 8.0
_EDGE = 14.0  # pixels from the right end that a mark keeps, so that its number is not cut


class MarkStrip(QWidget):
    """A triangle where a task started, a square where it ended, a cross where it failed.

    Marks that would lie on each other are a number. ``opened`` carries the id of a task,
    ``pointed`` the time of the mark below the mouse or chosen with the arrow keys, None for none.

    Args:
        place: gives the pixels from the left of a time.
    """

    opened = Signal(str)
    pointed = Signal(object)

    def __init__(self, place: Callable[[float], float]) -> None:
        super().__init__()
        self._place = place
        self._marks: Sequence[MarkerView] = ()
        self._left_out = 0
        self._clusters: list[Cluster] = []
        self._span = (0.0, 1.0)
        self._joined_at = 0.0  # seconds a pixel for which they were joined
        self._chosen: Cluster | None = None
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Starts and ends of tasks"))

    @property
    def clusters(self) -> list[Cluster]:
        """What is shown, from the left."""
        start, end = self._span
        return [each for each in self._clusters if start <= each.at <= end]

    def show_marks(self, marks: Sequence[MarkerView], left_out: int = 0) -> None:
        """Show other marks, oldest first; ``left_out`` earlier ones are only counted."""
        self._marks = marks
        self._left_out = left_out
        self._joined_at = 0.0
        self.show_span(*self._span)

    def show_span(self, start: float, end: float) -> None:
        """Show the marks between two times."""
        self._span = (start, end)
        pixel = (self._place(end) - self._place(start)) or 1.0
        seconds = max((end - start) / abs(pixel), 1e-9)
        # A little more or less changes nothing, so that nothing flickers as time goes on.
        if not self._joined_at or abs(seconds / self._joined_at - 1) > 0.01:
            self._joined_at = seconds
            self._clusters = join(self._marks, APART * seconds)
        shown = self.clusters
        self.setAccessibleDescription(self.tr("{count} shown").format(count=len(shown)))
        if self._chosen not in shown:
            self._chosen = None
        self.setEnabled(bool(shown))
        self.update()

    # -- the mouse ----------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what the mouse is at."""
        found = self._at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.pointed.emit(found.at if found else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open what was clicked."""
        found = self._at(event.position().x())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._open(found)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the mouse is gone."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def event(self, event: QEvent) -> bool:
        """Say which task a mark is of."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x()), self)
            return True
        return super().event(event)

    def _tip(self, x: float) -> str:
        """Return what is said at a place, empty where that is nothing."""
        found = self._at(x)
        if found is not None:
            return _tip(found)
        if self._left_out and x < AXIS_WIDTH:
            text = self.tr("{count} earlier starts and ends are not shown")
            return text.format(count=self._left_out)
        return ""

    def _at(self, x: float) -> Cluster | None:
        near = [
            (abs(self._place(each.at) - x), number) for number, each in enumerate(self.clusters)
        ]
        distance, number = min(near, default=(_REACH + 1, 0))
        return self.clusters[number] if distance <= _REACH else None

    # -- the keyboard -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from mark to mark with the arrows, open one with Return or Space."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        shown = self.clusters
        if key in steps and shown:
            if self._chosen is None:
                place = len(shown) - 1
            else:
                place = shown.index(self._chosen) + steps[key]
            self._choose(shown[min(max(place, 0), len(shown) - 1)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._chosen:
            self._open(self._chosen)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose nothing any more."""
        super().focusOutEvent(event)
        self._chosen = None
        self.pointed.emit(None)
        self.update()

    def _choose(self, cluster: Cluster) -> None:
        self._chosen = cluster
        self.setAccessibleDescription(cluster_text(cluster))
        self.pointed.emit(cluster.at)
        place = QPoint(round(self._place(cluster.at)), HEIGHT)
        QToolTip.showText(self.mapToGlobal(place), _tip(cluster), self)
        self.update()

    # -- opening ------------------------------------------------------------------------------

    def _open(self, cluster: Cluster) -> None:
        ids = list(dict.fromkeys(mark.task_id for mark in cluster.marks))
        if len(ids) == 1:
            self.opened.emit(ids[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in cluster.marks[-_LISTED:]:
            action = menu.addAction(mark_text(mark).replace("&", "&&"))
            action.triggered.connect(lambda _=False, mark=mark: self.opened.emit(mark.task_id))
        menu.setActiveAction(menu.actions()[-1])
        menu.popup(self.mapToGlobal(QPoint(round(self._place(cluster.at)), HEIGHT)))

    # -- drawing ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for little."""
        return QSize(200, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._left_out:
            painter.setFont(ui_font(11))
            painter.setPen(color("text_muted"))
            area = QRectF(0, 0, AXIS_WIDTH - 6, HEIGHT)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, flags, f"+ {self._left_out}")
        for cluster in self.clusters:
            middle = QPointF(self._place(cluster.at), HEIGHT / 2)
            middle.setX(min(middle.x(), self.width() - _EDGE))
            if cluster is self._chosen:
                painter.setPen(QPen(color("accent"), 1))
                painter.setBrush(color("accent_tint"))
                painter.drawEllipse(middle, 9, 9)
            if len(cluster.marks) == 1:
                _draw_mark(painter, middle, cluster.marks[0])
            else:
                _draw_count(painter, middle, cluster)
        if self.hasFocus() and self._chosen is None:
            painter.setPen(QPen(color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()


def _tip(cluster: Cluster) -> str:
    """Return the text as HTML, or a name that looks like HTML would be taken for it."""
    return f"<p style='white-space:pre'>{html.escape(cluster_text(cluster))}</p>"


def _draw_mark(painter: QPainter, middle: QPointF, mark: MarkerView) -> None:
    half = _SIZE / 2
    x, y = middle.x(), middle.y()
    painter.setPen(Qt.PenStyle.NoPen)
    if failed(mark):
        painter.setPen(QPen(color("bad"), 2))
        painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half))
        painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half))
    elif mark.kind == "started":
        painter.setBrush(color("running"))
        corners = [QPointF(x - half, y - half), QPointF(x + half, y), QPointF(x - half, y + half)]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.setBrush(color("neutral"))
        painter.drawRect(QRectF(x - half + 0.5, y - half + 0.5, _SIZE - 1, _SIZE - 1))


def _draw_count(painter: QPainter, middle: QPointF, cluster: Cluster) -> None:
    text = str(len(cluster.marks)) + ("×" if cluster.has_failure else "")
    tone = "bad" if cluster.has_failure else "running"
    painter.setFont(ui_font(11))
    width = max(painter.fontMetrics().horizontalAdvance(text) + 8, 15)
    pill = QRectF(middle.x() - width / 2, middle.y() - 7.5, width, 15)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(f"{tone}_tint"))
    painter.drawRoundedRect(pill, 7.5, 7.5)
    painter.setPen(color(tone))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
