"""Takes objects away so that their Python half outlives the other one."""

from PySide6.QtCore import QObject
from shiboken6 import isValid

_leaving: list[QObject] = []


def dispose(gone: QObject) -> None:
    """Delete an object of Qt when the loop is back.

    A function connected to a widget's signal often holds the last reference to it. It is dropped
    in the middle of the widget's destruction, where PySide cannot bear the object to end.
    """
    _leaving[:] = [each for each in _leaving if isValid(each)]
    _leaving.append(gone)
    gone.deleteLater()
