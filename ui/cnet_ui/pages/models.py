"""Models: what the node serves, how it does, and asking it by hand."""

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.model.errors import AgentError
from cnet_agent.model.phase import Phase
from cnet_agent.wire.models import ModelView
from cnet_ui.background import spawn
from cnet_ui.models.model_history import ModelHistory
from cnet_ui.pages.model_actions import serve_example, train_example
from cnet_ui.pages.model_details import VERSIONS, ModelDetails
from cnet_ui.pages.model_list import ModelList
from cnet_ui.pages.model_trial import ModelTrial
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.empty_state import EmptyState

PACE = 1000  # milliseconds between looks at the figures
SEEN = 5  # models that are seen at a time
LEAST = 360  # pixels of each of the lower parts


class ModelsPage(QWidget):
    """The list above, and below it the model that is chosen: its details, and a test.

    ``load`` asks for the form of a new model, ``add_version`` for that of a version of one, whose
    id it carries; ``open_task`` carries the id of a task to be shown.
    """

    load = Signal()
    add_version = Signal(str)
    open_task = Signal(str)

    def __init__(self, session: AgentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._history = ModelHistory()
        self._wanted = ""  # the model to choose once it is known
        self._asked = ""  # the model and version whose information is shown
        self._is_asking = False
        self.load_button = Button(self.tr("Load model…"), icon_name="folder-open")
        self.load_button.setObjectName("load-model")
        self.load_button.clicked.connect(lambda _: self.load.emit())
        self.list = ModelList(session)
        self.list.view.show_most(SEEN)
        self.details = ModelDetails(session)
        self.trial = ModelTrial(session)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.list.bar, 1)
        head.addStretch(0)
        head.addWidget(self.load_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 14, 22, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._make_parts(), 1)
        self._pace = QTimer(self, interval=PACE)
        self._pace.timeout.connect(self.look)
        self.list.chosen_changed.connect(self._show_chosen)
        for part in (self.list, self.details):
            part.changed.connect(self.look)
            part.open_task.connect(self.open_task)
            part.add_version.connect(self.add_version)
        self.details.tabs.chosen.connect(lambda _: self.look())
        session.models_changed.connect(self.look)
        session.asked_anew.connect(self.look)
        session.connection_changed.connect(self._connect)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)
        self.show_models(list(session.models.values()))
        self._connect()

    # -- what others do with it ---------------------------------------------------------------

    def choose(self, model_id: str) -> None:
        """Show a model, now or as soon as it is known."""
        self._wanted = "" if self.list.choose(model_id) else model_id
        self.look()

    def show_versions(self) -> None:
        """Show the versions of the model that is chosen."""
        self.details.show_part(VERSIONS)
        self.look()

    def look(self) -> None:
        """Ask for the models as they are now, if somebody looks."""
        if self.isVisible() and self._session.is_live and not self._is_asking:
            self._is_asking = True
            spawn(self._look(), self)

    def show_models(self, models: list[ModelView]) -> None:
        """Show models as they are now."""
        self.list.show_models(models)
        self._pages.setCurrentIndex(1 if models else 0)
        if self._wanted and self.list.choose(self._wanted):
            self._wanted = ""
        if models and self.list.chosen is None and not self.list.bar.words:
            self.list.choose(self.list.first())
        self._show_chosen()

    # -- parts --------------------------------------------------------------------------------

    def _make_parts(self) -> QStackedWidget:
        below = QSplitter(Qt.Orientation.Horizontal)
        below.setObjectName("model-parts")
        below.setChildrenCollapsible(False)
        below.setHandleWidth(14)
        for part in (self.details, self.trial):
            part.setMinimumWidth(LEAST)
            below.addWidget(part)
        below.setStretchFactor(1, 1)
        below.setSizes([420, 600])
        whole = QWidget()
        whole.setProperty("plain", True)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.list)
        column.addWidget(below, 1)
        start = Button(self.tr("Load model…"), icon_name="folder-open", kind="primary")
        start.clicked.connect(lambda _: self.load.emit())
        self._example = Button("", icon_name="sparkles")
        self._example.setObjectName("serve-example")
        self._example.clicked.connect(lambda _: spawn(self._serve_example(), self))
        self._show_example()
        empty = EmptyState("boxes", [start, self._example])
        empty.say(
            self.tr("No model is served yet"),
            self.tr(
                "Load one from a file, from a script of your own, or from a finished training job;"
                " it is then asked here, over HTTP, and by every client of the Open Inference"
                " Protocol."
            ),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(whole)
        return self._pages

    def _show_example(self, *, is_training: bool = False) -> None:
        text = self.tr("Training…") if is_training else self.tr("Train and serve an example")
        self._example.set_text(text)
        self._example.setEnabled(self._session.is_live and not is_training)

    async def _serve_example(self) -> None:
        self._show_example(is_training=True)
        try:
            task = await train_example(self._session)
            if task.phase is Phase.SUCCEEDED:
                self.choose((await serve_example(self._session)).id)
            else:
                self.open_task.emit(task.id)  # which says why
        finally:
            self._show_example()

    def _find(self) -> None:
        self.list.bar.search.setFocus()

    # -- keeping up ---------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at once, and then again and again."""
        super().showEvent(event)
        self._pace.start()
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for nothing while nobody looks."""
        super().hideEvent(event)
        self._pace.stop()

    def _connect(self) -> None:
        self.load_button.setEnabled(self._session.is_live)
        self._example.setEnabled(self._session.is_live)
        self._show_chosen()
        self.look()

    async def _look(self) -> None:
        client = self._session.client.models
        try:
            models = await client.all()
            self._history.add(models, time.time())
            self.show_models(models)
            model = self.list.chosen
            if model is None:
                return
            if self.details.part == VERSIONS:
                self.details.show_versions(await client.versions(model.id))
            stamp = f"{model.id} {model.version} {model.status} {model.pid}"
            if stamp != self._asked:
                info = await client.info(model.id)
                self.details.show_info(info)
                self.trial.show_info(info)
                self._asked = stamp
        except AgentError:
            return  # the page says that the agent is away
        finally:
            self._is_asking = False

    def _show_chosen(self) -> None:
        model = self.list.chosen
        if model is None:  # what one reads stays where a filter takes the row out of sight
            return
        is_other = model.id != self._asked.partition(" ")[0]
        self.details.show_model(model, self._history.of(model.id))
        self.trial.show_model(model)
        if is_other:
            self.look()
