"""The bar over what one reads of a task that failed: its cause, and the way to why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from cnet_ui.agent_words import worded
from cnet_ui.widgets.announce import announce
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import Elided, IconLabel, label
from cnet_ui.words import cause

HEIGHT = 38  # pixels


class FailureBar(QFrame):
    """Shows itself for a task that failed; ``wanted`` is emitted when one asks why."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("failure-bar")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        self._icon = IconLabel("circle-x", "bad")
        self._cause = label("", "strong", "bad")
        self._message = Elided()
        why = Button(self.tr("See why"), kind="link")
        why.setObjectName("see-why")
        why.clicked.connect(lambda _=False: self.wanted.emit())
        row.addWidget(self._icon)
        row.addWidget(self._cause)
        row.addWidget(self._message, 1)
        row.addWidget(why)
        self.hide()

    def show_task(self, task: TaskView | None) -> None:
        """Show why a task failed; nothing of one that did not."""
        if task is None or task.phase is not Phase.FAILED:
            self.hide()
            return
        heading, icon_name = cause(task.reason, task.cause)
        self._icon.show_icon(icon_name, "bad")
        self._cause.setText(heading)
        message = worded(task.message)
        self._message.set_text(message)
        self.setAccessibleName(f"{heading}: {message}")
        self.show()

    def announce(self) -> None:
        """Say it to those who do not see that the bar is there now."""
        announce(self, self.accessibleName())
