"""The dashboard's cards: a figure and a short history of each resource, and the GPUs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cnet_agent.wire.node import NodeUsage, NodeView
from cnet_ui.pages.dashboard_details import CPU, DISK, GPU, MEMORY, NETWORK
from cnet_ui.pages.dashboard_figures import (
    Figure,
    cpu_figure,
    disk_figure,
    memory_figure,
    network_figure,
)
from cnet_ui.plots.ring import Ring
from cnet_ui.plots.sparkline import Sparkline
from cnet_ui.widgets.gpu_card import GpuCards
from cnet_ui.widgets.metric_card import MetricCard

LEAST_RATE = 100_000.0  # bytes a second: below it a chart would show noise


class ResourceCards(QWidget):
    """Processor, memory, disk, network, and below them the GPUs where there are any.

    ``opened`` carries the part of the details that a person wants to see.

    Args:
        ring: the last minutes.
    """

    opened = Signal(str)

    def __init__(self, ring: Ring) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.cpu = MetricCard(
            self.tr("CPU"), "cpu", "cpu", Sparkline(ring, [("cpu", "cpu")], top=100.0)
        )
        self.memory = MetricCard(
            self.tr("Memory"),
            "memory-stick",
            "memory",
            Sparkline(ring, [("memory", "memory")], top=100.0),
        )
        self.disk = MetricCard(
            self.tr("Disk"),
            "hard-drive",
            "disk",
            Sparkline(ring, [("disk", "disk")], least=LEAST_RATE),
        )
        self.network = MetricCard(
            self.tr("Network"),
            "network",
            "received",
            Sparkline(ring, [("net_recv", "received"), ("net_sent", "sent")], least=LEAST_RATE),
        )
        self._cards = {
            CPU: self.cpu,
            MEMORY: self.memory,
            DISK: self.disk,
            NETWORK: self.network,
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(14)
        for part, card in self._cards.items():
            card.opened.connect(lambda part=part: self.opened.emit(part))
            row.addWidget(card, 1)
        layout.addLayout(row)
        self.gpus = GpuCards()
        self.gpus.opened.connect(lambda: self.opened.emit(GPU))
        layout.addWidget(self.gpus)

    def show_node(self, node: NodeView) -> None:
        """Show which GPUs there are."""
        self.gpus.show_gpus(node.gpus)

    def show_usage(self, usage: NodeUsage, node: NodeView | None) -> None:
        """Show the figures of now, and draw the histories."""
        for card in self._cards.values():
            card.history.refresh()
        _show(self.cpu, cpu_figure(usage.cpu, node))
        _show(self.memory, memory_figure(usage.memory))
        _show(self.disk, disk_figure(usage.disks))
        _show(self.network, network_figure(usage.network, self.network.history.peak))
        self.gpus.show_usages(usage.gpus)


def _show(card: MetricCard, figure: Figure) -> None:
    card.show_figure(figure.number, figure.unit, figure.remark, figure.details)
