"""What has no room in a window: text wider than its widget, and widgets over each other."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSplitter,
    QToolButton,
    QWidget,
)

from cnet_ui.widgets.labels import Elided
from cnet_ui.widgets.metric_card import Cover
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.toast import Toast
from helpers.waiting import until

SLACK = 1  # pixels that a rounding may cost
EDIT_PADDING, ACTION = 20, 22  # of a line edit, and of an icon in it
HEADER_PADDING = 12
# Their children lie over each other because Qt, or we, want them to.
_STACKS = (QAbstractScrollArea, QComboBox, QLineEdit, QSplitter, Sheet)
_OVER = (Sheet, Toast, Cover)


def misfits(root: QWidget) -> list[str]:
    """Return what is cut off or covered below ``root``, a line each."""
    return [*_cut_off(root), *_covered(root)]


async def settled(widget: QWidget) -> list[str]:
    """Return what does not fit when the layouts have had the time to do their work."""
    try:
        await until(lambda: not misfits(widget), seconds=1.0)
    except AssertionError:
        return misfits(widget)
    return []


def _cut_off(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, Elided):
            continue
        match widget:
            case QLabel() if widget.text():
                problem = _of_label(widget)
            case QPushButton() | QToolButton() | QCheckBox() | QRadioButton() if widget.text():
                problem = _of_button(widget)
            case QLineEdit() if widget.placeholderText():
                room = widget.width() - EDIT_PADDING - ACTION * len(widget.actions())
                problem = _beyond(widget, widget.placeholderText(), room)
            case QHeaderView() if widget.orientation() is Qt.Orientation.Horizontal:
                yield from _of_header(widget)
                continue
            case _:
                continue
        if problem:
            yield problem


def _of_label(label: QLabel) -> str:
    room = label.contentsRect().adjusted(*(label.margin() * sign for sign in (1, 1, -1, -1)))
    if not label.wordWrap():
        needed = label.fontMetrics().size(0, label.text())
        lines = needed.height() <= room.height() + SLACK
        fits = needed.width() <= room.width() + SLACK and lines
    else:
        fits = label.heightForWidth(label.width()) <= label.height() + SLACK
    return "" if fits else f"{_where(label)}: {label.text()!r} in {room.width()}×{room.height()}"


def _of_button(button: QAbstractButton) -> str:
    if isinstance(button, QToolButton):
        style = button.toolButtonStyle()
        if style is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull():
            return ""
    needed, room = button.sizeHint().width(), button.width()
    return "" if needed <= room + SLACK else f"{_where(button)}: {button.text()!r} in {room}"


def _of_header(header: QHeaderView) -> Iterator[str]:
    for section in range(header.count()):
        text = header.model().headerData(section, Qt.Orientation.Horizontal)
        if text and not header.isSectionHidden(section):
            problem = _beyond(header, str(text), header.sectionSize(section) - HEADER_PADDING)
            if problem:
                yield problem


def _beyond(widget: QWidget, text: str, room: int) -> str:
    needed = widget.fontMetrics().horizontalAdvance(text)
    return "" if needed <= room + SLACK else f"{_where(widget)}: {text!r} in {room}"


def _covered(root: QWidget) -> Iterator[str]:
    for parent in [root, *root.findChildren(QWidget)]:
        if isinstance(parent, _STACKS) or not parent.isVisible():
            continue
        children = [
            child
            for child in parent.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if child.isVisible() and not child.isWindow() and not isinstance(child, _OVER)
        ]
        for one, other in combinations(children, 2):
            if _overlap(one.geometry(), other.geometry()):
                yield f"{_where(one)} and {_where(other)} overlap in {_where(parent)}"


def _overlap(one: QRect, other: QRect) -> bool:
    common = one.intersected(other)
    return common.width() > SLACK and common.height() > SLACK


def _where(widget: QWidget) -> str:
    name = widget.objectName() or widget.accessibleName()
    return f"{type(widget).__name__} {name}".strip()
