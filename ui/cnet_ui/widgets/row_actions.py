"""The icons at the end of a task's row: stop it or run it again, and more."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from cnet_ui.icons import SIZE, pixmap
from cnet_ui.models.task_table import TaskTable
from cnet_ui.widgets.rows import paint_row

FIRST, MORE = "first", "more"
_PITCH = 28  # pixels from one icon to the next
_ROOM = 12  # pixels at the right

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class RowActions(QStyledItemDelegate):
    """Draws the icons of a row, and tells which of them lies at a point.

    They are for the mouse; keys and the menu do the same.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's ground, then the icons."""
        paint_row(painter, option, index)
        model = index.model()
        assert isinstance(model, TaskTable)
        task = model.task(index.row())
        ratio = option.widget.devicePixelRatioF()
        token = "text_muted" if task.phase is Phase.STOPPING else "text_secondary"
        icon = "rotate-cw" if task.phase.is_final else "circle-stop"
        for place, name in zip(_places(option.rect), (icon, "ellipsis"), strict=True):
            painter.drawPixmap(place.topLeft(), pixmap(name, token, SIZE, ratio))

    def at(self, cell: QRect, point: QPoint) -> str:
        """Return which icon of a row lies at a point: the first one, ``MORE``, or none."""
        grown = [place.adjusted(-6, -8, 6, 8) for place in _places(cell)]
        if grown[0].contains(point):
            return FIRST
        return MORE if grown[1].contains(point) else ""

    def words(self, task: TaskView, name: str) -> str:
        """Return what an icon does."""
        if name == MORE:
            return translate("row_actions", "More")
        if not name:
            return ""
        if task.phase.is_final:
            return translate("row_actions", "Run {name} again").format(name=task.name)
        return translate("row_actions", "Stop {name}").format(name=task.name)


def _places(cell: QRect) -> tuple[QRect, QRect]:
    top = cell.top() + (cell.height() - SIZE) // 2
    right = cell.right() - _ROOM - SIZE
    return QRect(right - _PITCH, top, SIZE, SIZE), QRect(right, top, SIZE, SIZE)
