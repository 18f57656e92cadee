"""Takes objects away so that their Python half outlives the other one."""

import gc

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

_SOON = 100  # milliseconds, in which the loop has come back

_leaving: list[QObject] = []


def dispose(gone: QObject) -> None:
    """Delete an object of Qt when the loop is back.

    A function connected to a widget's signal often holds the last reference to it. It is dropped
    in the middle of the widget's destruction, where PySide cannot bear the object to end.
    """
    _leaving[:] = [each for each in _leaving if isValid(each)]
    _leaving.append(gone)
    gone.deleteLater()


def dispose_with_charts(gone: QObject) -> None:
    """Delete an object in which there are charts.

    They leave objects of Qt behind in cycles, which are collected as soon as the loop is back.
    """
    dispose(gone)
    QTimer.singleShot(_SOON, gc.collect)
