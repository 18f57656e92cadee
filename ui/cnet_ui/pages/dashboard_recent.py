"""The dashboard's newest tasks, what one would do after the last, and how to begin."""

from heapq import nlargest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget

from cnet_ui.next_steps import NextStep, after
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.labels import Elided, IconLabel
from cnet_ui.widgets.preset_cards import PresetCards
from cnet_ui.widgets.task_list import TaskList

RECENT = 8  # tasks


class RecentTasks(Card):
    """The newest tasks, or presets to begin with.

    ``run_preset`` and ``open_preset`` carry a preset's id, ``open_task`` a task's,
    ``take_step`` a ``NextStep``.
    """

    run_preset = Signal(str)
    open_preset = Signal(str)
    open_task = Signal(str)
    open_tasks = Signal()
    take_step = Signal(object)

    def __init__(self, session: AgentSession) -> None:
        super().__init__(self.tr("Recent tasks"))
        self._session = session
        self._step: NextStep | None = None
        self._all = Button(self.tr("View all"), kind="link")
        self._all.clicked.connect(self.open_tasks)
        self.head.addWidget(self._all)
        self.body.addWidget(self._make_step())
        self._tasks = TaskList()
        self._tasks.opened.connect(self.open_task)
        self._empty = PresetCards(
            self.tr("Nothing has run here yet"),
            self.tr("One click trains a model; the log follows while it learns."),
        )
        self._empty.run.connect(self.run_preset)
        self._empty.open.connect(self.open_preset)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._tasks)
        self._pages.addWidget(self._empty)
        self.body.addWidget(self._pages, 1)
        self.body.setContentsMargins(8, 14, 8, 14)  # rows have a margin of their own
        self.head.setContentsMargins(8, 0, 4, 0)
        self._empty.setContentsMargins(8, 0, 8, 0)

    def refresh(self) -> None:
        """Show what there is now."""
        tasks = self._session.tasks
        newest = [tasks[each] for each in nlargest(RECENT, tasks)]  # ids grow with time
        self._tasks.show_tasks([(t, self._session.is_stopping(t.id)) for t in newest])
        self._empty.show_presets(self._session.presets)
        self._pages.setCurrentIndex(0 if newest else 1)
        self._all.setVisible(bool(newest))
        self._step = after(newest[0], self._session.presets) if newest else None
        self._step_card.setVisible(self._step is not None)
        if self._step is not None:
            self._step_text.set_text(self.tr("{name} is trained").format(name=newest[0].name))
            self._step_button.set_text(self._step.text)

    def _make_step(self) -> QFrame:
        self._step_card = QFrame()
        self._step_card.setProperty("card", "accent")
        row = QHBoxLayout(self._step_card)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("sparkles", "accent"))
        self._step_text = Elided("", "strong")
        row.addWidget(self._step_text, 1)
        self._step_button = Button(self.tr("Next step"), kind="primary")
        self._step_button.setObjectName("dashboard-next-step")
        self._step_button.clicked.connect(lambda: self.take_step.emit(self._step))
        row.addWidget(self._step_button)
        self._step_card.hide()
        return self._step_card
