"""A switch: on or off, and what it switches happens at once."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from cnet_ui.theme import color

_WIDTH, _HEIGHT, _KNOB = 36, 20, 14


class Switch(QCheckBox):
    """Says on or off by the place of its knob.

    Args:
        name: what a screen reader says.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take the room of the switch and of its focus ring."""
        return QSize(_WIDTH + 6, 30)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Do not shrink."""
        return self.sizeHint()

    def hitButton(self, _: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a click anywhere."""
        return True

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the track, the knob, and a ring where the focus is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(3, (self.height() - _HEIGHT) / 2, _WIDTH, _HEIGHT)
        ground, knob = self._colours()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        inset = (_HEIGHT - _KNOB) / 2
        left = track.right() - inset - _KNOB if self.isChecked() else track.left() + inset
        painter.setBrush(color(knob))
        painter.drawEllipse(QRectF(left, track.top() + inset, _KNOB, _KNOB))
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = track.adjusted(-2.25, -2.25, 2.25, 2.25)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()

    def _colours(self) -> tuple[str, str]:
        """Return the tokens of track and knob."""
        if not self.isEnabled():
            return "neutral_tint", "text_muted"
        return ("accent_strong", "on_accent") if self.isChecked() else ("border_strong", "surface")
