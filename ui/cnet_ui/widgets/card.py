"""Cards: a surface with a heading and room at its right."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cnet_ui.dispose import dispose
from cnet_ui.widgets.labels import label, set_tone

Ground = Literal["true", "inset", "bad", "waiting", "accent"]


class Card(QFrame):
    """A surface; ``body`` takes what is on it, ``head`` what is beside the heading."""

    def __init__(self, heading: str = "", *, ground: Ground = "true", padding: int = 16) -> None:
        super().__init__()
        self.setProperty("card", ground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding - 2, padding, padding - 2)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        if heading:
            self.head.addWidget(label(heading, "heading"))
            self.head.addStretch(1)
            self.body.addLayout(self.head)

    def set_ground(self, ground: Ground) -> None:
        """Change the colour of the surface."""
        set_tone(self, "card", ground)


def plain() -> QWidget:
    """Return a widget without a ground of its own."""
    widget = QWidget()
    widget.setProperty("plain", True)
    return widget


def scrolled(inside: QWidget) -> QScrollArea:
    """Return an area of a dialog that scrolls where ``inside`` needs more room than there is."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = plain()
    column = QVBoxLayout(holder)
    column.setContentsMargins(24, 16, 16, 16)
    column.addWidget(inside)
    area.setWidget(holder)
    area.viewport().setAutoFillBackground(False)
    return area


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Dispose of everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            dispose(widget)
