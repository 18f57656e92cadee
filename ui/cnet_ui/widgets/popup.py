"""Menus that open and go by themselves; their own ``exec`` would end every coroutine."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from cnet_ui.dispose import dispose


def popup(menu: QMenu, place: QPoint) -> None:
    """Open ``menu`` at a global place; it is disposed of when it closes."""
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(lambda: dispose(menu))
    menu.popup(place)
