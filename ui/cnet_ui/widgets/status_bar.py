"""The bar along the bottom: the agent, and what runs."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from cnet_ui.widgets.labels import Dot, Elided, label

HEIGHT = 28


class StatusBar(QFrame):
    """How the agent is, and how many tasks run and wait."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        self._dot = Dot("text_muted", 7)
        self._agent = Elided("")
        self._agent.setObjectName("agent-state")
        self._counts = label("")
        self._counts.setObjectName("task-counts")
        row.addWidget(self._dot)
        row.addWidget(self._agent, 1)
        row.addWidget(self._counts)

    def show_agent(self, text: str, token: str) -> None:
        """Say how the agent is."""
        self._agent.set_text(text)
        self._dot.show_token(token)

    def show_counts(self, text: str) -> None:
        """Say how many tasks there are."""
        self._counts.setText(text)
