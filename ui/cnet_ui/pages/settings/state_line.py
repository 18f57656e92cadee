"""The line over the settings of the agent: why there are none, or what waits for its next start."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import IconLabel, label


class StateLine(QFrame):
    """A sentence, and where it can be done a button that starts the agent again."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "waiting")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(10)
        self._icon = IconLabel("clock", "waiting")
        self._text = label("", wrap=True)
        self.restart = Button(self.tr("Start again…"), icon_name="rotate-cw", kind="small")
        self.restart.setObjectName("restart-agent")
        self.restart.setAccessibleName(self.tr("Start the agent again"))
        self.restart.hide()
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.restart)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_state(self, text: str, *, can_restart: bool) -> None:
        """Say something; nothing if ``text`` is empty."""
        self._text.setText(text)
        self._icon.show_icon("clock" if can_restart else "info", "waiting")
        self.restart.setVisible(can_restart)
        self.setVisible(bool(text))
