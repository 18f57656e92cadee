"""The models of a node: narrowed, sorted, and what one does with them."""

from collections.abc import Coroutine, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cnet_agent.wire.models import ModelView
from cnet_ui.background import spawn
from cnet_ui.models import model_rows
from cnet_ui.models.model_rows import model_columns
from cnet_ui.models.record_table import RecordTable
from cnet_ui.pages.model_actions import remove, start, stop
from cnet_ui.session import AgentSession
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.narrow_bar import NarrowBar
from cnet_ui.widgets.popup import popup
from cnet_ui.widgets.record_view import RecordView
from cnet_ui.widgets.rows import HEIGHT


class ModelList(QWidget):
    """The list. ``chosen_changed`` tells of the selection; the others carry an id.

    ``open_task`` carries that of the task which serves a model, ``add_version`` that of a model.
    """

    chosen_changed = Signal()
    changed = Signal()
    open_task = Signal(str)
    add_version = Signal(str)

    def __init__(self, session: AgentSession) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._session = session
        self._models: dict[str, ModelView] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.bar = NarrowBar(  # it stands elsewhere
            self.tr("Filter the models"),
            {
                "running": self.tr("Running"),
                "loading": self.tr("Loading"),
                "stopped": self.tr("Stopped"),
                "failed": self.tr("Failed"),
            },
        )
        self.bar.changed.connect(self._refresh)
        card = Card(padding=1)
        card.body.setContentsMargins(1, 1, 1, 1)
        self.table = RecordTable(model_columns(), lambda model: model.id, self)
        self.view = RecordView(
            self.table, self.tr("Models"), self.tr("No model is like that."), row=HEIGHT
        )
        self.view.chosen_changed.connect(self.chosen_changed)
        inner = self.view.view
        inner.doubleClicked.connect(lambda _: self._open())
        inner.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        inner.customContextMenuRequested.connect(self._show_menu)
        card.body.addWidget(self.view)
        column.addWidget(card)

    # -- what is in it ------------------------------------------------------------------------

    @property
    def models(self) -> Mapping[str, ModelView]:
        """All models by id."""
        return self._models

    @property
    def chosen(self) -> ModelView | None:
        """The model that is chosen."""
        ids = self.view.chosen
        return self._models.get(ids[0]) if ids else None

    def choose(self, model_id: str) -> bool:
        """Choose a model; tell whether it is here."""
        return self.view.choose(model_id)

    def show_models(self, models: Iterable[ModelView]) -> None:
        """Show models as they are now."""
        self._models = {model.id: model for model in models}
        self._refresh()

    def first(self) -> str:
        """Return the id of the first one that is shown, or nothing."""
        return self.table.records[0].id if self.table.records else ""

    def _refresh(self) -> None:
        bar = self.bar
        self.table.show_records(model_rows.shown(self._models.values(), bar.group, bar.words))
        bar.show_counts(map(model_rows.group_of, self._models.values()))

    # -- what one does ------------------------------------------------------------------------

    def _open(self) -> None:
        model = self.chosen
        if model is not None and model.task_id:
            self.open_task.emit(model.task_id)

    def _show_menu(self, place: QPoint) -> None:
        model = self.chosen
        if model is None:
            return
        menu = QMenu(self)
        live, session, window = self._session.is_live, self._session, self.window()
        is_served = model.status not in ("stopped", "failed")
        for words, act, can in (
            (
                self.tr("Start"),
                lambda: self._do(start(session, model)),
                live and not is_served,
            ),
            (
                self.tr("Stop"),
                lambda: self._do(stop(session, model, window)),
                live and is_served,
            ),
            (self.tr("Load new version…"), lambda: self.add_version.emit(model.id), live),
            (self.tr("Open task"), self._open, bool(model.task_id)),
            (self.tr("Copy id"), lambda: _copy(model.id), True),
            (self.tr("Copy address"), lambda: _copy(model.url), bool(model.url)),
            (
                self.tr("Remove…"),
                lambda: self._do(remove(session, model, window)),
                live and not is_served,
            ),
        ):
            action = menu.addAction(words)
            action.setEnabled(can)
            action.triggered.connect(lambda _=False, act=act: act())
        popup(menu, self.view.view.viewport().mapToGlobal(place))

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        spawn(self._done(work), self)

    async def _done(self, work: Coroutine[Any, Any, None]) -> None:
        await work
        self.changed.emit()


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
