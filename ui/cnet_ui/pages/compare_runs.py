"""The curves of a training job, live, and those of others laid over them."""

import asyncio
import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from cnet_agent.model.errors import AgentError
from cnet_agent.wire.training import JobView
from cnet_ui.background import spawn
from cnet_ui.models.job_rows import JobRow
from cnet_ui.models.run_curves import (
    Axis,
    csv_text,
    is_share,
    metric_names,
    metric_text,
    metric_word,
    series,
)
from cnet_ui.pages.save_chart import save_picture, save_table
from cnet_ui.plots.metric_plot import MetricPlot, Run, value_at
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import Card, clear, plain
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.labels import Dot, label
from cnet_ui.widgets.popup import popup
from cnet_ui.words import minute, moment, run_time

COLOURS = ("cpu", "memory", "disk", "received", "sent")  # tokens; one for each run
LEAST = 90  # pixels of the name of a figure
PACE = 1000  # milliseconds between two times that a job is asked for its figures
EPOCH, TIME = "epoch", "time"


class CompareRuns(Card):
    """Two charts beside each other, and what they say where the mouse is.

    ``offers`` is asked for the jobs that may be laid over when one opens the menu.
    """

    changed = Signal()

    def __init__(self, session: AgentSession, offers: Callable[[], list[JobRow]]) -> None:
        super().__init__(padding=14)
        self._session = session
        self._offers = offers
        self._jobs: dict[str, JobView | None] = {}  # the first is the one that is chosen
        self._stale: set[str] = set()
        self._axis: Axis = "epoch"
        self._asking: asyncio.Task[None] | None = None
        self.body.addLayout(self._make_head())
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self.body.addLayout(self._chips)
        self._charts = plain()
        charts = QHBoxLayout(self._charts)
        charts.setContentsMargins(0, 0, 0, 0)
        charts.setSpacing(18)
        self.panels = [
            _Panel(self.tr("Loss"), ("loss", "val_loss")),
            _Panel(self.tr("Accuracy"), ("val_accuracy", "accuracy")),
        ]
        for panel in self.panels:
            panel.metric_chosen.connect(self._draw)
            panel.plot.pointed.connect(self._point_at)
            charts.addWidget(panel, 1)
        self._hint = label(
            self.tr("Figures are drawn here once the job prints some, such as loss=0.12."),
            tone="muted",
            wrap=True,
        )
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._charts, 1)
        self.body.addWidget(self._hint, 1)
        self._hint.hide()
        self._timer = QTimer(self, singleShot=True, interval=PACE)
        self._timer.timeout.connect(self._ask)
        session.tasks_changed.connect(self._take_news)

    # -- which runs ---------------------------------------------------------------------------

    def show_job(self, job_id: str) -> None:
        """Show another job; those laid over it stay."""
        if next(iter(self._jobs), "") == job_id:
            return
        others = {each: job for each, job in list(self._jobs.items())[1:] if each != job_id}
        self._jobs = ({job_id: self._jobs.get(job_id)} if job_id else {}) | others
        self._stale |= {each for each, job in self._jobs.items() if job is None}
        self._ask()
        self._draw()

    def add_run(self, job_id: str) -> None:
        """Lay another job over the one that is shown."""
        if job_id not in self._jobs and len(self._jobs) < len(COLOURS):
            self._jobs[job_id] = None
            self._stale.add(job_id)
            self._ask()
            self._draw()

    def remove_run(self, job_id: str) -> None:
        """Take a job away that was laid over."""
        self._jobs.pop(job_id, None)
        self._draw()

    @property
    def jobs(self) -> Mapping[str, JobView | None]:
        """The jobs that are shown, with their figures once they are known."""
        return self._jobs

    # -- keeping up ---------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what came while nobody looked."""
        super().showEvent(event)
        self._ask()

    def _take_news(self, ids: frozenset[str]) -> None:
        wanted = ids & self._jobs.keys()
        if wanted:
            self._stale |= wanted
            if not self._timer.isActive():
                self._timer.start()

    def _ask(self) -> None:
        is_asking = self._asking is not None and not self._asking.done()
        if self._stale and self.isVisible() and not is_asking:
            self._asking = spawn(self._read(), self)

    async def _read(self) -> None:
        began = time.monotonic()
        for job_id in sorted(self._stale):
            self._stale.discard(job_id)
            if job_id not in self._jobs:
                continue
            try:
                job = await self._session.client.training.job(job_id)
            except AgentError:
                continue  # it is gone, or the agent is away: what is known stays
            if job_id in self._jobs:
                self._jobs[job_id] = job
        self._draw()
        if self._stale:
            self._timer.start(max(0, PACE - round(1000 * (time.monotonic() - began))))

    # -- drawing ------------------------------------------------------------------------------

    def _draw(self) -> None:
        known = [(job, COLOURS[n]) for n, job in enumerate(self._jobs.values()) if job is not None]
        names = metric_names(job for job, _ in known)
        self._charts.setVisible(bool(names))
        self._hint.setVisible(bool(known) and not names)
        for panel in self.panels:
            panel.show_names(names)
            panel.show_jobs(known, self._axis)
        self._draw_chips()
        self.changed.emit()

    def _draw_chips(self) -> None:
        clear(self._chips)
        for number, (job_id, job) in enumerate(self._jobs.items()):
            self._chips.addWidget(Dot(COLOURS[number]))
            words = f"{job.name} · {_when(job.created_at)}" if job is not None else "…"
            self._chips.addWidget(label(words, "small"))
            if number:
                away = IconButton("x", self.tr("Take {name} away").format(name=words))
                away.clicked.connect(lambda _=False, job_id=job_id: self.remove_run(job_id))
                self._chips.addWidget(away)
        self._chips.addStretch(1)

    def _point_at(self, place: float | None) -> None:
        for panel in self.panels:
            panel.point_at(place)

    # -- parts --------------------------------------------------------------------------------

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.tr("Compare runs"), "heading"))
        row.addStretch(1)
        self._add = Button(self.tr("Add run"), icon_name="plus", kind="link")
        self._add.setObjectName("add-run")
        self._add.clicked.connect(self._show_offers)
        row.addWidget(self._add)
        options = [(EPOCH, self.tr("Epoch")), (TIME, self.tr("Time"))]
        self.axis = Choices(options, self.tr("Along"))
        self.axis.chosen.connect(self._choose_axis)
        row.addWidget(self.axis)
        self._more = IconButton("ellipsis", self.tr("Save the curves"))
        self._more.clicked.connect(self._show_saving)
        row.addWidget(self._more)
        return row

    def _choose_axis(self, key: str) -> None:
        self._axis = "time" if key == TIME else "epoch"
        self._draw()

    def _show_offers(self) -> None:
        menu = QMenu(self)
        offers = [row for row in self._offers() if row.id not in self._jobs]
        for row in offers[:20]:
            words = f"{row.name} · {_when(row.created_at)}".replace("&", "&&")
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, job_id=row.id: self.add_run(job_id))
        if not offers:
            menu.addAction(self.tr("There is no other job")).setEnabled(False)
        popup(menu, self._add.mapToGlobal(QPoint(0, self._add.height() + 4)))

    def _show_saving(self) -> None:
        menu = QMenu(self)
        picture, table = (
            menu.addAction(self.tr("Save as PNG…")),
            menu.addAction(self.tr("Save as CSV…")),
        )
        picture.triggered.connect(lambda: spawn(self._save_picture(), self))
        table.triggered.connect(lambda: spawn(self._save_table(), self))
        popup(menu, self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    async def _save_picture(self) -> None:
        await save_picture(self.window(), self, "training")

    async def _save_table(self) -> None:
        jobs = [job for job in self._jobs.values() if job is not None]
        await save_table(self.window(), csv_text(jobs), "training")


class _Panel(QWidget):
    """One chart: which figure it shows, and its values at the crosshair or of now."""

    metric_chosen = Signal()

    def __init__(self, name: str, wanted: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._wanted = wanted
        self._is_chosen = False  # by a person
        self._runs: list[Run] = []
        self._axis: Axis = "epoch"
        self._place: float | None = None
        self._name = name
        self.figure = DropDown()
        self.figure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.figure.setMinimumWidth(LEAST)
        self.figure.setAccessibleName(self.tr("Figure of the chart: {name}").format(name=name))
        self.figure.activated.connect(self._choose)
        self._said = label("", "small", "muted")
        self._values = QHBoxLayout()
        self._values.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.figure)
        head.addWidget(self._said)
        head.addStretch(1)
        head.addLayout(self._values)
        self._labels: list[tuple[Dot, QLabel]] = []
        self.plot = MetricPlot(name, self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.plot, 1)

    @property
    def current(self) -> str:
        """The figure that is shown."""
        return str(self.figure.currentData() or self._wanted[0])

    def show_names(self, names: list[str]) -> None:
        """Offer figures; the one that was chosen stays."""
        known = [self.figure.itemData(index) for index in range(self.figure.count())]
        if names != known:
            before = self.current
            self.figure.clear()
            for name in names:
                self.figure.addItem(metric_word(name), name)
            keep = before if self._is_chosen and before in names else self._best(names)
            self.figure.setCurrentIndex(max(0, self.figure.findData(keep)))
        self.figure.setEnabled(bool(names))

    def show_jobs(self, jobs: list[tuple[JobView, str]], axis: Axis) -> None:
        """Draw the figure of jobs, each in its colour."""
        self._axis = axis
        self._runs = []
        for job, token in jobs:
            places, values = series(job, self.current, axis)
            if places:
                self._runs.append(Run(token, places, values))
        self.plot.show_runs(self._runs, place_words=run_time if axis == "time" else _whole)
        self.point_at(self._place)

    def point_at(self, place: float | None) -> None:
        """Read the values at a place, the last ones where it is None."""
        self._place = place
        self.plot.point_at(place)
        told = []
        for run in self._runs:
            value = run.values[-1] if place is None else value_at(run, place)
            if value is not None:
                told.append((run.token, self._text(value)))
        self._say(told)
        if place is None or not self._runs:
            self._said.setText("")
        elif self._axis == "time":
            self._said.setText(self.tr("after {time}").format(time=run_time(place)))
        else:
            self._said.setText(self.tr("at epoch {epoch}").format(epoch=round(place)))

    def _say(self, told: list[tuple[str, str]]) -> None:
        if len(told) != len(self._labels):
            clear(self._values)
            self._labels = [(Dot(token), label("", "strong")) for token, _ in told]
            for dot, value in self._labels:
                self._values.addWidget(dot)
                self._values.addWidget(value)
        for (dot, value), (token, text) in zip(self._labels, told, strict=True):
            dot.show_token(token)
            value.setText(text)

    def _choose(self) -> None:
        self._is_chosen = True
        self.metric_chosen.emit()

    def _best(self, names: list[str]) -> str:
        return next((name for name in self._wanted if name in names), names[0] if names else "")

    def _text(self, value: float) -> str:
        if is_share(self.current):
            return metric_text(self.current, value)
        return f"{value:.3g}"


def _whole(place: float) -> str:
    return f"{place:.0f}"


def _when(at: float) -> str:
    text = moment(at)
    return minute(at) if ":" in text else text
