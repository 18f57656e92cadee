"""The order in which the Tab key goes through widgets that were made after others."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, inside: QWidget) -> None:
    """Let the keyboard go from ``before`` through all that is ``inside`` another, as it stands."""
    for widget in inside.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        is_here = widget.window() is inside.window()  # no list that drops down
        if takes_focus and is_here and widget.focusProxy() is None:
            QWidget.setTabOrder(before, widget)
            before = widget
