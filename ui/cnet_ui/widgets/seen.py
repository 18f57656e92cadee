"""Whether a person can see a widget: what nobody sees need not be drawn."""

from PySide6.QtWidgets import QWidget


def is_seen(widget: QWidget) -> bool:
    """Return whether a widget is shown in a window that is not minimised."""
    return widget.isVisible() and not widget.window().isMinimized()
