"""The line below the list: what to do with several tasks, or how much of the history is there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from cnet_agent.wire.task import TaskView
from cnet_ui.models.task_history import TaskHistory
from cnet_ui.pages import task_offers
from cnet_ui.pages.task_offers import Standing, offer
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.labels import Elided, label

BULK = (task_offers.STOP, task_offers.AGAIN, task_offers.REMOVE, task_offers.COPY_IDS)


class TaskListFoot(QFrame):
    """``acted`` carries the key of an offer; ``cleared`` that nothing is to be chosen."""

    acted = Signal(str)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("footer")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(6)
        self._note = Elided("", "small", "muted")
        self._bulk = plain()
        bulk = QHBoxLayout(self._bulk)
        bulk.setContentsMargins(0, 0, 0, 0)
        bulk.setSpacing(6)
        self._count = label("", "strong")
        bulk.addWidget(self._count)
        bulk.addSpacing(8)
        self._buttons: dict[str, Button] = {}
        for key in BULK:
            shown = offer(key, [], Standing(is_live=True, is_local=True))
            button = Button(shown.text, icon_name=shown.icon, kind="small")
            button.setObjectName(f"bulk-{key}")
            button.clicked.connect(lambda _=False, key=key: self.acted.emit(key))
            bulk.addWidget(button)
            self._buttons[key] = button
        bulk.addStretch(1)
        clear = IconButton("x", self.tr("Choose none"))
        clear.clicked.connect(self.cleared)
        bulk.addWidget(clear)
        row.addWidget(self._note, 1)
        row.addWidget(self._bulk, 1)
        self._is_bulk = False
        self._bulk.hide()
        self.hide()

    def show_chosen(self, tasks: Sequence[TaskView], standing: Standing) -> None:
        """Offer what can be done with several tasks; nothing for one, or none."""
        self._is_bulk = len(tasks) > 1
        if self._is_bulk:
            text = self.tr("{count} selected").format(count=f"{len(tasks):,}")
            self._count.setText(text)
            self._bulk.setAccessibleName(text)
            for key, button in self._buttons.items():
                found = offer(key, tasks, standing)
                button.set_text(found.text)
                button.setEnabled(not found.why_not)
                button.setToolTip(found.why_not)
        self._arrange()

    def show_history(self, history: TaskHistory, shown: int) -> None:
        """Say how much of the agent's history is listed."""
        self._note.set_text(self._sentence(history, shown))
        self._arrange()

    def _sentence(self, history: TaskHistory, shown: int) -> str:
        known, total = f"{len(history.tasks):,}", f"{history.total:,}"
        if history.is_complete or (not history.is_loading and not history.unloaded.total()):
            return ""
        if history.is_full:
            return self.tr("Only the newest {known} of {total} tasks are looked through.").format(
                known=known, total=total
            )
        if history.is_loading:
            return self.tr("Looking through older tasks: {known} of {total}…").format(
                known=known, total=total
            )
        return self.tr("{shown} of {total} tasks; older ones follow as you scroll.").format(
            shown=f"{shown:,}", total=total
        )

    def _arrange(self) -> None:
        self._bulk.setVisible(self._is_bulk)
        self._note.setVisible(not self._is_bulk)
        self.setVisible(self._is_bulk or bool(self._note.accessibleName()))
