"""All of a node's resources in a sheet over the window: live, to be sorted and copied."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.wire.node import NodeUsage, ResourcesView
from cnet_ui.background import spawn
from cnet_ui.models.figure_table import FigureTable, Row
from cnet_ui.pages import dashboard_parts as parts
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.figure_view import FigureView
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.seen import is_seen
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.words import moment

CPU, MEMORY, DISK, NETWORK, GPU, HARDWARE = "cpu", "memory", "disk", "network", "gpu", "hardware"
SIZE = QSize(940, 600)
_PAIR_WIDTH = 240
_PAIRS_HEIGHT = 160

translate = QCoreApplication.translate

Rows = Callable[[NodeUsage | None], list[Row]]


class ResourceDetails(Sheet):
    """Processor, memory, disks, network, GPUs and hardware of a session's node.

    Args:
        window: what it lies over.
        session: the node.
        part: what to begin with.
    """

    def __init__(self, window: QWidget, session: AgentSession, part: str = CPU) -> None:
        super().__init__(window, SIZE, translate("ResourceDetails", "Resource details"))
        self._session = session
        self._hardware: ResourcesView | None = None
        self._tables: dict[str, list[tuple[FigureView, Rows]]] = {}
        self._pages = QStackedWidget()
        self._places: dict[str, int] = {}
        self._columns: dict[str, QVBoxLayout] = {}
        self._make_pages()
        self._tabs = Choices(
            [(key, self._word(key)) for key in self._places], self.tr("Part"), kind="tab"
        )
        self._tabs.chosen.connect(self.show_part)
        self.body.addWidget(self._make_head())
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._make_foot())
        session.usage_changed.connect(self._refresh)
        session.node_changed.connect(self._refresh)
        session.connection_changed.connect(self._connection_changed)
        self.show_part(part)
        self.first = self.views()[-1]
        self._load()

    def show_part(self, part: str) -> None:
        """Show one of the parts."""
        self._tabs.choose(part)
        self._copy_all.set_text(self.tr("Copy all"))
        self._pages.setCurrentIndex(self._places[part])
        self._refresh()

    @property
    def part(self) -> str:
        """The part that is shown."""
        return self._tabs.current

    def views(self) -> list[FigureView]:
        """Return the tables of the part that is shown."""
        return [view for view, _ in self._tables[self.part]]

    # -- parts --------------------------------------------------------------------------------

    def _make_pages(self) -> None:
        node = self._session.node
        pairs = parts.pair_headings()
        self._add(
            CPU,
            _pairs(FigureTable(pairs, self), self.tr("Processor")),
            lambda usage: parts.load_rows(usage.cpu if usage else None, self._session.node),
        )
        self._add(
            CPU,
            FigureView(FigureTable(parts.core_headings(), self), self.tr("Cores"), wide=()),
            lambda usage: parts.core_rows(usage.cpu if usage else None),
        )
        self._add(
            MEMORY,
            _pairs(FigureTable(pairs, self), self.tr("Memory")),
            lambda usage: parts.memory_rows(usage.memory if usage else None, self._hardware),
        )
        self._add(
            DISK,
            _sized(
                FigureTable(parts.disk_headings(), self), self.tr("Disks"), (0, 1), _DISK_WIDTHS
            ),
            lambda usage: parts.disk_rows((usage and usage.disks) or (), self._hardware),
        )
        self._add(
            NETWORK,
            _sized(
                FigureTable(parts.interface_headings(), self), self.tr("Network"), (1,), _NET_WIDTHS
            ),
            lambda usage: parts.interface_rows((usage and usage.network) or (), self._hardware),
        )
        if node is not None and node.gpus:
            self._add(
                GPU,
                _sized(FigureTable(parts.gpu_headings(), self), self.tr("GPUs"), (0,), _GPU_WIDTHS),
                lambda usage: parts.gpu_rows(self._session.node, usage.gpus if usage else []),
            )
        self._add(
            HARDWARE,
            _pairs(FigureTable(pairs, self), self.tr("Hardware")),
            lambda _: parts.hardware_rows(self._session.node, self._hardware),
        )

    def _add(self, part: str, view: FigureView, rows: Rows) -> None:
        if part not in self._places:
            page = plain()
            column = self._columns[part] = QVBoxLayout(page)
            column.setContentsMargins(16, 8, 16, 8)
            column.setSpacing(8)
            self._places[part] = self._pages.addWidget(page)
            self._tables[part] = []
        if self._tables[part]:  # the table above is short, and this one may be long
            self._tables[part][0][0].setFixedHeight(_PAIRS_HEIGHT)
        self._columns[part].addWidget(view, 1)
        self._tables[part].append((view, rows))

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("head")
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 14, 14, 0)
        column.setSpacing(4)
        line = QHBoxLayout()
        node = self._session.node
        title = self.tr("Resources of {node}").format(node=node.name) if node else ""
        line.addWidget(label(title or self.tr("Resources"), "heading"))
        line.addStretch(1)
        close = IconButton("x", self.tr("Close"))
        close.clicked.connect(self.reject)
        line.addWidget(close)
        column.addLayout(line)
        column.addWidget(self._tabs)
        return head

    def _make_foot(self) -> SheetFoot:
        self._said = label("", tone="muted", wrap=True)
        self._copy_all = Button(self.tr("Copy all"), icon_name="copy")
        self._copy_all.setObjectName("copy-resources")
        self._copy_all.setToolTip(self.tr("Ctrl+C copies the chosen rows only."))
        self._copy_all.clicked.connect(self._copy)
        done = Button(self.tr("Close"))
        done.clicked.connect(self.reject)
        return SheetFoot(self._copy_all, done, said=self._said, grows=True)

    def _word(self, part: str) -> str:
        words = {
            CPU: self.tr("Processor"),
            MEMORY: self.tr("Memory"),
            DISK: self.tr("Disks"),
            NETWORK: self.tr("Network"),
            GPU: self.tr("GPUs"),
            HARDWARE: self.tr("Hardware"),
        }
        return words[part]

    # -- keeping up ---------------------------------------------------------------------------

    def _load(self) -> None:
        if self._session.is_live:
            spawn(self._ask(), self)

    async def _ask(self) -> None:
        self._hardware = await self._session.client.resources()
        self._refresh()

    def _connection_changed(self) -> None:
        self._load()
        self._refresh()

    def _refresh(self) -> None:
        if self.isVisible() and not is_seen(self):
            return
        usage = self._session.usage
        for view, rows in self._tables[self.part]:
            view.table.show_rows(rows(usage))
        self._said.setText(self._state(usage))

    def _state(self, usage: NodeUsage | None) -> str:
        if usage is None:
            return self.tr("Nothing has been measured yet.")
        if not self._session.is_live:
            return self.tr("The agent does not answer. As of {time}.").format(
                time=moment(usage.timestamp)
            )
        off = {
            CPU: usage.cpu is None and "resources.cpu",
            MEMORY: usage.memory is None and "resources.memory",
            DISK: usage.disks is None and "resources.disk",
            NETWORK: usage.network is None and "resources.network",
        }.get(self.part)
        if off:
            text = self.tr("Not measured: {setting} is off in the agent's configuration.")
            return text.format(setting=off)
        return self.tr("As of {time}.").format(time=moment(usage.timestamp))

    def _copy(self) -> None:
        text = "\n\n".join(view.all_text() for view in self.views())
        QGuiApplication.clipboard().setText(text)
        self._copy_all.set_text(self.tr("Copied"))


def _pairs(table: FigureTable, name: str) -> FigureView:
    view = FigureView(table, name, sorted_by=None, wide=(1,))
    view.setColumnWidth(0, _PAIR_WIDTH)
    return view


def _sized(
    table: FigureTable, name: str, wide: tuple[int, ...], widths: Sequence[int]
) -> FigureView:
    view = FigureView(table, name, wide=wide)
    for column, width in enumerate(widths):
        if width:
            view.setColumnWidth(column, width)
    return view


_DISK_WIDTHS = (0, 0, 70, 90, 90, 80, 100, 100)
_NET_WIDTHS = (120, 0, 70, 100, 110, 110)
_GPU_WIDTHS = (0, 90, 120, 110, 110)
