"""Training: the queue of jobs, their curves, their attempts, and the images they run in."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.model.errors import AgentError
from cnet_ui.background import spawn
from cnet_ui.pages.compare_runs import CompareRuns
from cnet_ui.pages.job_attempts import JobAttempts
from cnet_ui.pages.training_figures import TrainingFigures
from cnet_ui.pages.training_images import TrainingImages
from cnet_ui.pages.training_jobs import BEFORE, TrainingJobs
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.empty_state import EmptyState
from cnet_ui.widgets.rows import HEIGHT

JOBS, IMAGES = "jobs", "images"
LOWER = 490  # pixels of what is not the list
LATER = 400  # milliseconds after a change before the figures are asked for


class TrainingPage(QWidget):
    """Jobs, or images.

    ``submit`` asks for the form, ``duplicate`` carries the id of a job to fill it from, and
    ``open_task`` that of a task to be shown; ``serve`` carries the id and the name of a job whose
    model is to be served.
    """

    submit = Signal()
    duplicate = Signal(str)
    open_task = Signal(str)
    serve = Signal(str, str)

    def __init__(self, session: AgentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._wanted = ""  # the job to choose once it is known
        self._is_begun = False
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 14, 22, 16)
        column.setSpacing(14)
        self.tabs = Choices(
            [(JOBS, self.tr("Jobs")), (IMAGES, self.tr("Images"))], self.tr("Training")
        )
        self.tabs.chosen.connect(self.show_part)
        self.new_button = Button(self.tr("New training job"), icon_name="plus")
        self.new_button.setObjectName("new-job")
        self.new_button.clicked.connect(lambda _: self.submit.emit())
        self.parts = QStackedWidget()
        self.parts.addWidget(self._make_jobs())
        self.images = TrainingImages(session)
        self.parts.addWidget(self.images)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.tabs)
        head.addWidget(self.jobs.bar, 1)
        head.addStretch(0)
        head.addWidget(self.new_button)
        column.addLayout(head)
        column.addWidget(self.parts, 1)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._read_stats)
        session.tasks_changed.connect(self._take_news)
        session.tasks_removed.connect(self._take_news)
        session.connection_changed.connect(self._connect)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)
        self._refresh()

    # -- what others do with it ---------------------------------------------------------------

    def choose(self, job_id: str) -> None:
        """Show a job, now or as soon as it is known."""
        self.show_part(JOBS)
        self._wanted = "" if self.jobs.choose(job_id) else job_id

    def show_part(self, key: str) -> None:
        """Show the jobs or the images."""
        self.tabs.choose(key)
        self.parts.setCurrentIndex(1 if key == IMAGES else 0)
        self.jobs.bar.setVisible(key == JOBS)

    def build_image(self) -> None:
        """Show the images, and begin to build the standard one."""
        self.show_part(IMAGES)
        self.images.begin()

    # -- parts --------------------------------------------------------------------------------

    def _make_jobs(self) -> QWidget:
        session = self._session
        self.figures = TrainingFigures()
        self.jobs = TrainingJobs(session)
        self.compare = CompareRuns(session, lambda: self.jobs.rows)
        self.attempts = JobAttempts(session)
        self.attempts.opened.connect(self.open_task)
        self.jobs.chosen_changed.connect(self._show_chosen)
        self.jobs.opened.connect(self.open_task)
        self.jobs.duplicate.connect(self.duplicate)
        self.jobs.serve.connect(self.serve)
        self.jobs.started.connect(self.choose)
        self._below = QSplitter(Qt.Orientation.Horizontal)
        self._below.setObjectName("training-parts")
        self._below.setChildrenCollapsible(False)
        self._below.setHandleWidth(14)
        self._below.addWidget(self.compare)
        self._below.addWidget(self.attempts)
        self._below.setStretchFactor(0, 1)
        self._below.setSizes([650, 370])
        whole = QWidget()
        whole.setProperty("plain", True)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.figures)
        column.addWidget(self.jobs)
        column.addWidget(self._below, 1)
        start = Button(self.tr("New training job"), icon_name="plus", kind="primary")
        start.clicked.connect(lambda _: self.submit.emit())
        build = Button(self.tr("Build the training image"), icon_name="package")
        build.clicked.connect(lambda _: self.show_part(IMAGES))
        self._empty = EmptyState("graduation-cap", [start, build])
        self._empty.say(
            self.tr("Nothing was trained yet"),
            self.tr(
                "A job trains a classifier on real data within seconds: in a container where the "
                "training image is built, and as a process everywhere."
            ),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(whole)
        return self._pages

    def _find(self) -> None:
        self.jobs.bar.search.setFocus()

    # -- keeping up ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave room for the curves where the window is low."""
        super().resizeEvent(event)
        self.jobs.view.show_most(max(3, (self.height() - LOWER) // HEIGHT))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Learn what there was before, the first time that somebody looks."""
        super().showEvent(event)
        if not self._is_begun:
            self._begin()
        self._later.start()

    def _begin(self) -> None:
        if self._session.is_live and self.isVisible():
            self._is_begun = True
            spawn(self._read_before(), self)

    async def _read_before(self) -> None:
        try:
            found = await self._session.client.training.jobs(limit=BEFORE)
        except AgentError:
            self._is_begun = False  # asked again when somebody looks
            return
        self.jobs.show_before(found.tasks)
        self._refresh()

    def _connect(self) -> None:
        self.new_button.setEnabled(self._session.is_live)
        if not self._is_begun:
            self._begin()
        self._later.start()

    def _take_news(self, ids: frozenset[str]) -> None:
        known = self._session.tasks
        if any(each not in known or known[each].training for each in ids):
            self._refresh()
            if not self._later.isActive():
                self._later.start()

    def _refresh(self) -> None:
        self._pages.setCurrentIndex(1 if self.jobs.rows else 0)
        if self._wanted and self.jobs.choose(self._wanted):
            self._wanted = ""
        if self.jobs.rows and not self.jobs.chosen and not self.jobs.bar.words:
            self.jobs.choose(self.jobs.rows[0].id)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.jobs.chosen
        if not chosen:  # what one reads stays where a filter takes the row out of sight
            return
        first = chosen[0]
        self.compare.show_job(first)
        task = self._session.tasks.get(first)
        if task is not None:
            self.attempts.show_task(task)
        else:
            spawn(self._show_old(first), self)

    async def _show_old(self, job_id: str) -> None:
        task = await self._session.task(job_id)
        if self.jobs.chosen[:1] == [job_id]:
            self.attempts.show_task(task)

    def _read_stats(self) -> None:
        if self._session.is_live and self.isVisible():
            spawn(self._show_stats(), self)

    async def _show_stats(self) -> None:
        try:
            self.figures.show_stats(await self._session.client.training.stats())
        except AgentError:
            return  # the page says that the agent is away
