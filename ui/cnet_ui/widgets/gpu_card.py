"""A card for each graphics card of a node: what it is, and how busy, full and hot."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cnet_agent.wire.node import GpuInfo, GpuUsage
from cnet_ui.widgets.card import Card, clear
from cnet_ui.widgets.labels import Elided, IconLabel, label
from cnet_ui.widgets.metric_card import Cover
from cnet_ui.words import size_in, size_parts, size_text

HEIGHT = 64
MOST = 4  # cards; the details have the others


class GpuCard(Card):
    """Name, use, memory and temperature, as far as they are told; ``opened`` when clicked."""

    opened = Signal()

    def __init__(self, info: GpuInfo) -> None:
        super().__init__()
        self._info = info
        self.setFixedHeight(HEIGHT)
        self.body.setContentsMargins(16, 9, 16, 9)
        self.body.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(IconLabel("gpu", "cpu"))
        top.addWidget(Elided(info.name, "strong"), 1)
        self._more = label("", "small", "muted")
        top.addWidget(self._more)
        self.body.addLayout(top)
        self._figures = Elided("", "small", "secondary")
        self.body.addWidget(self._figures)
        self.cover = Cover(self)
        self.cover.clicked.connect(self.opened)
        self.show_usage(None)

    def show_usage(self, usage: GpuUsage | None) -> None:
        """Show what it does now; None where that is not known."""
        said = []
        if usage is not None and usage.percent is not None:
            said.append(f"{usage.percent:.0f} %")
        total = size_text(self._info.memory)
        if usage is not None and usage.memory_used is not None:
            used = size_in(usage.memory_used, size_parts(self._info.memory)[1])
            said.append(self.tr("{used} of {total}").format(used=used, total=total))
        else:
            said.append(total)
        if usage is not None and usage.temperature is not None:
            said.append(f"{usage.temperature:.0f} °C")
        text = " · ".join(said)
        self._figures.set_text(text)
        self.cover.setAccessibleName(f"{self._info.name}: {text}")
        self.cover.setToolTip(f"{self._info.name}\n{text}")

    def show_more(self, count: int) -> None:
        """Say that there are others without a card."""
        self._more.setText(self.tr("and {count} more").format(count=count) if count else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep all of it covered."""
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
        self.cover.raise_()


class GpuCards(QWidget):
    """The cards of a node in a row; hidden where there are none."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._infos: list[GpuInfo] = []
        self.cards: dict[int, GpuCard] = {}
        self.hide()

    def show_gpus(self, infos: Sequence[GpuInfo]) -> None:
        """Show which there are."""
        if list(infos) == self._infos:
            return
        self._infos = list(infos)
        clear(self._row)
        shown = self._infos[:MOST]
        self.cards = {info.index: GpuCard(info) for info in shown}
        for card in self.cards.values():
            card.opened.connect(self.opened)
            self._row.addWidget(card, 1)
        if self.cards:
            list(self.cards.values())[-1].show_more(len(self._infos) - len(shown))
        self.setVisible(bool(shown))

    def show_usages(self, usages: Sequence[GpuUsage]) -> None:
        """Show what they do now."""
        now = {each.index: each for each in usages}
        for index, card in self.cards.items():
            card.show_usage(now.get(index))
