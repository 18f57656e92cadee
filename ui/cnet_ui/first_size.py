"""The size of a window that opens for the first time: what surrounds it fits the screen as well."""

from PySide6.QtCore import QSize

FRAME = QSize(16, 48)  # pixels of borders and title, which no window knows before it shows


def within(size: QSize, room: QSize) -> QSize:
    """Return ``size``, or as much of it as fits into ``room`` with a frame around it."""
    return size.boundedTo(room - FRAME)
