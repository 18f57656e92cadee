"""The dashboard's charts: the node's resources over a window of one's choice."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from cnet_ui.background import spawn
from cnet_ui.pages.save_chart import save_picture, save_table
from cnet_ui.plots.history_chart import HistoryChart
from cnet_ui.plots.readout import csv_text
from cnet_ui.plots.usage_plot import Series
from cnet_ui.usage_feed import UsageFeed
from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.core_meters import CoreMeters
from cnet_ui.widgets.labels import rule

_COLUMNS = (  # of a saved file
    ("cpu", "cpu_percent"),
    ("memory", "memory_percent"),
    ("disk_read", "disk_read_bytes_s"),
    ("disk_write", "disk_write_bytes_s"),
    ("net_recv", "received_bytes_s"),
    ("net_sent", "sent_bytes_s"),
)


class HistoryCard(Card):
    """Shares above, rates below, when tasks started and ended, then the load of each core.

    ``window_chosen`` carries the seconds of the window, ``open_task`` the id of a task.

    Args:
        feed: the samples.
    """

    window_chosen = Signal(float)
    open_task = Signal(str)

    def __init__(self, feed: UsageFeed) -> None:
        super().__init__(self.tr("Resource history"))
        self._feed = feed
        self._windows = Choices(
            [
                ("300", self.tr("5 min")),
                ("3600", self.tr("1 h")),
                ("86400", self.tr("24 h")),
                ("604800", self.tr("7 d")),
                ("7776000", self.tr("90 d")),
            ],
            self.tr("Window"),
        )
        self._windows.chosen.connect(self._choose)
        self.head.addWidget(self._windows)
        self.save = IconButton("download", self.tr("Save the chart"))
        self.save.clicked.connect(
            lambda: self._show_menu(self.save.mapToGlobal(QPoint(0, self.save.height())))
        )
        self.head.addWidget(self.save)
        self.chart = HistoryChart(
            feed.chosen,
            [
                Series("cpu", "cpu", self.tr("CPU")),
                Series("memory", "memory", self.tr("Memory")),
            ],
            [
                Series("disk", "disk", self.tr("Disk")),
                Series("net_recv", "received", self.tr("Received")),
                Series("net_sent", "sent", self.tr("Sent")),
            ],
        )
        self.chart.opened.connect(self.open_task)
        self.chart.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.chart.customContextMenuRequested.connect(
            lambda place: self._show_menu(self.chart.mapToGlobal(place))
        )
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(rule())
        self.cores = CoreMeters()
        self.body.addWidget(self.cores)
        feed.marked.connect(self.show_marks)

    def refresh(self, values: Mapping[str, float | None]) -> None:
        """Draw the newest samples; ``values`` are those of now."""
        now = self._feed.now
        if now is not None:
            self.chart.show_now(now, values)

    def show_marks(self) -> None:
        """Show when tasks started and ended."""
        self.chart.show_marks(self._feed.marks.all(), self._feed.marks_left_out)

    def set_live(self, live: bool) -> None:
        """Let the window be chosen only while there is an agent to ask."""
        self._windows.setEnabled(live)
        why = "" if live else self.tr("The agent does not answer; its history cannot be read.")
        self._windows.setToolTip(why)

    # -- saving -------------------------------------------------------------------------------

    def save_picture(self) -> None:
        """Ask where, and save what is seen as a picture."""
        spawn(self._save_picture(), self)

    def save_table(self) -> None:
        """Ask where, and save the samples of the window."""
        spawn(self._save_table(), self)

    async def _save_picture(self) -> None:
        await save_picture(self.window(), self.chart, "resources")

    async def _save_table(self) -> None:
        text = csv_text(self._feed.chosen, _COLUMNS, self.chart.start)
        await save_table(self.window(), text, "resources")

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Save as PNG…")).triggered.connect(self.save_picture)
        menu.addAction(self.tr("Save as CSV…")).triggered.connect(self.save_table)
        menu.popup(place)

    def _choose(self, key: str) -> None:
        self.chart.show_window(float(key))
        self.window_chosen.emit(float(key))
