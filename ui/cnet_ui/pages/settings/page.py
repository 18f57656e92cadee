"""The console's own settings, and what it is connected to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cnet_ui.session import AgentSession
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.labels import label
from cnet_ui.words import NONE, full_moment


class SettingsPage(QWidget):
    """``theme_chosen`` carries a ``ThemeChoice``."""

    theme_chosen = Signal(object)

    def __init__(self, session: AgentSession, theme: ThemeChoice) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 0, 22, 16)
        layout.setSpacing(14)
        layout.addWidget(self._make_appearance(theme))
        layout.addWidget(self._make_agent())
        layout.addStretch(1)
        session.node_changed.connect(self._refresh)
        session.connection_changed.connect(self._refresh)
        self._refresh()

    def _make_appearance(self, theme: ThemeChoice) -> Card:
        card = Card(self.tr("Appearance"))
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(20)
        self._themes = Choices(
            [
                (ThemeChoice.SYSTEM, self.tr("System")),
                (ThemeChoice.LIGHT, self.tr("Light")),
                (ThemeChoice.DARK, self.tr("Dark")),
            ],
            self.tr("Theme"),
        )
        self._themes.choose(theme)
        self._themes.chosen.connect(lambda key: self.theme_chosen.emit(ThemeChoice(key)))
        grid.addWidget(label(self.tr("Theme"), tone="secondary"), 0, 0)
        grid.addWidget(self._themes, 0, 1)
        card.body.addLayout(grid)
        return card

    def show_theme(self, choice: ThemeChoice) -> None:
        """Show which theme is chosen."""
        self._themes.choose(choice)

    def _make_agent(self) -> Card:
        card = Card(self.tr("Agent"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        self._values = {}
        for row, (key, word) in enumerate(
            (
                ("name", self.tr("Node")),
                ("address", self.tr("Address")),
                ("version", self.tr("Version")),
                ("system", self.tr("System")),
                ("workspace", self.tr("Workspace")),
                ("data", self.tr("Data directory")),
                ("since", self.tr("Running since")),
            )
        ):
            value = label(NONE, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._values[key] = value
            grid.addWidget(label(word, tone="secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        card.body.addLayout(grid)
        return card

    def _refresh(self) -> None:
        node = self._session.node
        if node is None:
            return
        values = {
            "name": node.name,
            "address": self._session.address,
            "version": node.version,
            "system": f"{node.os} {node.kernel}, {node.cpu.model}",
            "workspace": node.workspace,
            "data": node.data_dir,
            "since": full_moment(node.started_at),
        }
        for key, text in values.items():
            self._values[key].setText(text)
