"""One model: how it is and does, its versions, and the log of its server."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cnet_agent.model.errors import AgentError
from cnet_agent.wire.models import ModelInfo, ModelView, VersionView
from cnet_ui.agent_words import worded
from cnet_ui.background import Latest, spawn
from cnet_ui.models.model_history import Lines
from cnet_ui.models.model_rows import (
    engine_text,
    error_share,
    gpu_text,
    signature_text,
    status_look,
)
from cnet_ui.pages.model_actions import start, stop
from cnet_ui.pages.model_charts import ModelCharts
from cnet_ui.pages.model_versions import ModelVersions
from cnet_ui.pages.task_log import show_log
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.labels import Elided, label, rule
from cnet_ui.widgets.log_view import LogView
from cnet_ui.widgets.pill import Pill
from cnet_ui.words import NONE

OVERVIEW, VERSIONS, LOG = "overview", "versions", "log"


class ModelDetails(Card):
    """A card of three parts.

    ``changed`` tells that something was done, ``open_task`` carries the id of a task, and
    ``add_version`` that of the model.
    """

    changed = Signal()
    open_task = Signal(str)
    add_version = Signal(str)

    def __init__(self, session: AgentSession) -> None:
        super().__init__(padding=14)
        self._session = session
        self._model: ModelView | None = None
        self._showing = Latest(self)
        self._logged = ""  # the task whose log is shown
        self.body.addLayout(self._make_head())
        self.tabs = Choices(
            [
                (OVERVIEW, self.tr("Overview")),
                (VERSIONS, self.tr("Versions")),
                (LOG, self.tr("Log")),
            ],
            self.tr("Model"),
            kind="tab",
        )
        self.tabs.chosen.connect(self.show_part)
        self.body.addWidget(self.tabs)
        self.parts = QStackedWidget()
        self.parts.addWidget(self._make_overview())
        self.versions = ModelVersions(session)
        self.versions.changed.connect(self.changed)
        self.versions.add_version.connect(self.add_version)
        self.parts.addWidget(self.versions)
        self.log = LogView(filters=False)
        self.log.setMinimumHeight(90)
        self.log.bar.hide()  # the task's own page has all of it
        self.log.foot.hide()
        self.parts.addWidget(self.log)
        self.body.addWidget(self.parts, 1)

    @property
    def part(self) -> str:
        """Which part is shown."""
        return self.tabs.current

    def show_part(self, key: str) -> None:
        """Show a part."""
        self.tabs.choose(key)
        self.parts.setCurrentIndex((OVERVIEW, VERSIONS, LOG).index(key))
        self._show_log()

    def show_model(self, model: ModelView, lines: Lines) -> None:
        """Show a model as it is now."""
        is_other = self._model is None or self._model.id != model.id
        self._model = model
        if is_other:
            self._show_info(None)
        self._name.set_text(model.name)
        self._pill.show_look(status_look(model.status))
        is_served = model.status not in ("stopped", "failed")
        self._switch.set_text(self.tr("Stop") if is_served else self.tr("Start"))
        self._switch.setEnabled(self._session.is_live)
        self._reason.setText(worded(model.reason))
        self._reason.setVisible(bool(model.reason))
        self._values["file"].set_text(_file_of(model))
        self._values["errors"].set_text(error_share(model))
        node = self._session.node
        gpus = gpu_text(model, node.gpus if node is not None else ())
        self._values["gpu"].set_text(gpus)
        for widget in (self._words["gpu"], self._values["gpu"]):
            widget.setVisible(bool(gpus))
        self.charts.show_lines(lines)
        self._show_log()

    def show_info(self, info: ModelInfo) -> None:
        """Show what a model's server found out."""
        if self._model is not None and info.id == self._model.id:
            self._show_info(info)

    def show_versions(self, versions: Sequence[VersionView]) -> None:
        """Show the versions of the model that is shown."""
        if self._model is not None:
            self.versions.show_versions(self._model, versions)

    # -- parts --------------------------------------------------------------------------------

    def _make_head(self) -> QHBoxLayout:
        self._name = Elided("", "heading")
        self._pill = Pill()
        self._switch = Button("", kind="small")
        self._switch.setObjectName("switch-model")
        self._switch.clicked.connect(lambda _: spawn(self._turn(), self))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._name, 1)
        head.addWidget(self._pill)
        head.addWidget(self._switch)
        return head

    def _make_overview(self) -> QWidget:
        self._reason = label("", "small", "secondary", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        self._values: dict[str, Elided] = {}
        self._words: dict[str, QLabel] = {}
        words = {
            "signature": self.tr("Signature"),
            "loaded": self.tr("Loaded"),
            "file": self.tr("File"),
            "errors": self.tr("Errors"),
            "engine": self.tr("Engine"),
            "origin": self.tr("Made by"),
            "gpu": self.tr("GPU"),
        }
        for number, (key, word) in enumerate(words.items()):
            row, column = number // 2, 2 * (number % 2)
            value = self._values[key] = Elided(NONE)
            self._words[key] = label(word, "small", "secondary")
            grid.addWidget(self._words[key], row, column)
            grid.addWidget(value, row, column + 1, 1, 3 if key == "gpu" else 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.charts = ModelCharts()
        whole = QWidget()
        whole.setProperty("plain", True)
        column_ = QVBoxLayout(whole)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(8)
        column_.addWidget(self._reason)
        column_.addLayout(grid)
        column_.addWidget(rule())
        column_.addWidget(self.charts, 1)
        return whole

    def _show_info(self, info: ModelInfo | None) -> None:
        if info is None:
            for key in ("signature", "loaded", "engine", "origin"):
                self._values[key].set_text(NONE)
            return
        self._values["signature"].set_text(signature_text(info))
        seconds = info.load_seconds
        self._values["loaded"].set_text(
            NONE if seconds is None else self.tr("in {seconds} s").format(seconds=f"{seconds:.2f}")
        )
        libraries = [f"{name} {number}" for name, number in info.versions.items()]
        if info.device == "cuda":
            libraries.append("CUDA")
        self._values["engine"].set_text(" · ".join(libraries) or engine_text(info.engine))
        self._values["origin"].set_text(info.origin.name if info.origin is not None else NONE)

    def _show_log(self) -> None:
        """Read the log of the server while somebody looks at it."""
        wanted = self._model.task_id if self._model is not None and self.part == LOG else ""
        if wanted == self._logged:
            return
        self._logged = wanted
        self._showing.end()
        self.log.clear()
        if wanted:
            self._showing.begin(self._follow(wanted))

    async def _follow(self, task_id: str) -> None:
        with suppress(AgentError):  # the view says so
            await show_log(self._session, task_id, self.log)

    async def _turn(self) -> None:
        model = self._model
        if model is None:
            return
        if model.status in ("stopped", "failed"):
            await start(self._session, model)
        else:
            await stop(self._session, model, self.window())
        self.changed.emit()


def _file_of(model: ModelView) -> str:
    path = model.model_path or model.script_path
    return path.rpartition("/")[2] or NONE
