"""What the data directory takes: a bar of its parts, with figures."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cnet_agent.model.errors import AgentError
from cnet_agent.wire.node import StorageView
from cnet_ui.agent_words import error_text
from cnet_ui.pages.settings.group import Group
from cnet_ui.pages.settings.loader import Loader
from cnet_ui.session import AgentSession
from cnet_ui.theme import color
from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.labels import Dot, label
from cnet_ui.words import NONE, size_text

translate = QCoreApplication.translate

_BAR = 10  # pixels
_TOKENS = {
    "tasks": "cpu",
    "environments": "memory",
    "logs": "disk",
    "databases": "received",
    "other": "neutral",
}


class StorageUse(Group):
    """Measured by the agent while somebody looks; what was measured last stays."""

    def __init__(self, session: AgentSession) -> None:
        super().__init__(
            translate("settings", "What it takes"),
            searched=translate("settings", "size disk space free tasks logs"),
        )
        self._session = session
        self._again = IconButton("refresh-cw", self.tr("Measure again"))
        self.head.addWidget(self._again)
        self._bar = _Bar()
        self.body.addWidget(self._bar)
        self._sizes = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (part, token) in enumerate(_TOKENS.items()):
            size = label(NONE)
            size.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._sizes[part] = size
            grid.addWidget(Dot(token), row, 0)
            grid.addWidget(label(self._word(part), tone="secondary"), row, 1)
            grid.addWidget(size, row, 2)
        self.body.addLayout(grid)
        self._sum = label("", tone="secondary", wrap=True)
        self.body.addWidget(self._sum)
        self._loader = Loader(self, session, self._load, self._fail)
        self._again.clicked.connect(self._loader.load)
        session.connection_changed.connect(self._refresh)

    async def _load(self) -> None:
        view = await self._session.client.storage()
        for part, size in self._sizes.items():
            size.setText(size_text(view.parts.get(part, 0)))
        self._bar.show_use(view)
        self._sum.setText(
            self.tr("{size} in all; {free} of the disk's {total} are free.").format(
                size=size_text(sum(view.parts.values())),
                free=size_text(view.free),
                total=size_text(view.total),
            )
        )

    def _refresh(self) -> None:
        self._again.setEnabled(self._session.is_live)

    def _fail(self, error: AgentError) -> None:
        self._sum.setText(error_text(error))

    def _word(self, part: str) -> str:
        match part:
            case "tasks":
                return self.tr("Tasks: logs, records and their own folders")
            case "environments":
                return self.tr("Python environments")
            case "logs":
                return self.tr("Logs of the agent")
            case "databases":
                return self.tr("Databases")
            case _:
                return self.tr("Other")


class _Bar(QWidget):
    """The parts beside each other, in the colours of their dots."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_BAR)
        self._parts: dict[str, int] = {}

    def show_use(self, view: StorageView) -> None:
        self._parts = view.parts
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("neutral_tint"))
        whole = QRectF(self.rect())
        painter.drawRoundedRect(whole, _BAR / 2, _BAR / 2)
        total = sum(self._parts.values())
        left = 0.0
        for part, token in _TOKENS.items():
            width = whole.width() * self._parts.get(part, 0) / total if total else 0.0
            if width >= 1:
                painter.setBrush(color(token))
                painter.drawRoundedRect(QRectF(left, 0, width, _BAR), 3, 3)
            left += width
        painter.end()
