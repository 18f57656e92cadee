"""A card for one resource: its figure now, and its last minutes."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cnet_ui.plots.sparkline import Sparkline
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.labels import Elided, IconLabel, label


class MetricCard(Card):
    """Icon, name, remark, figure with unit, and a short history along the bottom."""

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
        top.addStretch(1)
        self._remark = Elided("", "small", "muted")
        self._remark.setMaximumWidth(150)
        top.addWidget(self._remark)
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
        self.setFixedHeight(118)
        self._name = name

    def show_figure(self, figure: str, unit: str, remark: str = "") -> None:
        """Show the figure of now."""
        self._figure.setText(figure)
        self._unit.setText(unit)
        self._remark.set_text(remark)
        self.setAccessibleName(f"{self._name}: {figure} {unit}")
        self.setAccessibleDescription(remark)
