"""Widgets that a test left."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


def end_those_left() -> None:
    """End every widget: those that stay are styled anew with each change of the theme."""
    for widget in QApplication.topLevelWidgets():
        # One may have ended with another that was closed.
        if isValid(widget) and widget.parent() is None:
            widget.close()
            widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
