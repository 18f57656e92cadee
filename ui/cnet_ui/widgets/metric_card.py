"""A card for one resource: its figure now, and its last minutes."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from cnet_ui.plots.sparkline import Sparkline
from cnet_ui.theme import color
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.labels import Elided, IconLabel, label

HEIGHT = 118


class Cover(QAbstractButton):
    """Makes all of a card a button: lies over it, and draws no more than its edge."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for nothing: the card has its own size."""
        return QSize(0, 0)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw an edge where the focus or the mouse is."""
        if not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent" if self.hasFocus() else "border_strong"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()


class MetricCard(Card):
    """Icon, name, remark, figure with unit, and a short history along the bottom.

    ``opened`` is emitted when a person clicks it.
    """

    opened = Signal()

    def __init__(self, name: str, icon_name: str, token: str, history: Sparkline) -> None:
        super().__init__()
        self.history = history
        self.body.setContentsMargins(1, 12, 1, 1)
        self.body.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(15, 0, 15, 0)
        inner.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(IconLabel(icon_name, token))
        top.addWidget(label(name, "strong"))
        top.addSpacing(4)
        self._remark = Elided("", "small", "muted")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._remark, 1)
        inner.addLayout(top)
        figure = QHBoxLayout()
        figure.setSpacing(6)
        self._figure = label("—", "figure")
        self._unit = label("", "heading", "muted")
        figure.addWidget(self._figure)
        figure.addWidget(self._unit)
        figure.addStretch(1)
        inner.addLayout(figure)
        self.body.addLayout(inner)
        self.body.addStretch(1)
        self.body.addWidget(history)
        self.setFixedHeight(HEIGHT)
        self._name = name
        self.cover = Cover(self)
        self.cover.setAccessibleName(name)
        self.cover.clicked.connect(self.opened)

    def show_figure(self, figure: str, unit: str, remark: str = "", details: str = "") -> None:
        """Show the figure of now; ``details`` are the tool tip."""
        self._figure.setText(figure)
        self._unit.setText(unit)
        self._remark.set_text(remark)
        said = f"{self._name}: {figure} {unit}".strip()
        self.setAccessibleName(said)
        self.setAccessibleDescription(details or remark)
        self.cover.setAccessibleName(said)
        self.cover.setAccessibleDescription(details or remark)
        self.cover.setToolTip(details)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep all of it covered."""
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
        self.cover.raise_()
