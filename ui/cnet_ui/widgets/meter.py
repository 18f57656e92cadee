"""A thin bar that fills towards a limit."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnet_ui.theme import color

HEIGHT = 6
FULL = 0.9  # from where it changes its colour


class Meter(QWidget):
    """A share from 0 to 1; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show a share; more than 1 is shown as 1."""
        share = min(max(share, 0.0), 1.0)
        if share != self._share:
            self._share = share
            self.setAccessibleName(f"{share * 100:.0f} %")
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take what room there is."""
        return QSize(60, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(color("border"))
        painter.drawRoundedRect(whole, HEIGHT / 2, HEIGHT / 2)
        if self._share > 0:
            whole.setWidth(max(whole.width() * self._share, HEIGHT))
            painter.setBrush(color("bad" if self._share >= FULL else "accent"))
            painter.drawRoundedRect(whole, HEIGHT / 2, HEIGHT / 2)
        painter.end()
