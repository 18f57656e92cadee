"""The versions of a model: which gets the requests, and going to another or back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cnet_agent.wire.models import ModelView, VersionView
from cnet_ui.agent_words import worded
from cnet_ui.background import spawn
from cnet_ui.dialogs.divide_traffic import DivideTraffic
from cnet_ui.dispose import dispose
from cnet_ui.models.model_rows import share_of, traffic_text, version_columns
from cnet_ui.models.record_table import RecordTable
from cnet_ui.pages.model_actions import may_remove_version
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.record_view import RecordView

MOST = 6  # rows that are seen at a time


class ModelVersions(QWidget):
    """A table, and what one does with the version that is chosen.

    ``changed`` tells that something was done; ``add_version`` carries the id of the model.
    """

    changed = Signal()
    add_version = Signal(str)

    def __init__(self, session: AgentSession) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._session = session
        self._model: ModelView | None = None
        self._versions: dict[str, VersionView] = {}
        self.table = RecordTable(version_columns(), lambda version: version.version, self)
        self.view = RecordView(
            self.table, self.tr("Versions"), self.tr("Reading the versions…"), most=MOST
        )
        self.view.chosen_changed.connect(self._show_chosen)
        self._said = label("", "small", "secondary", wrap=True)
        self._live = self._button(self.tr("Make live"), "make-live", self._make_live)
        self._back = self._button(self.tr("Roll back"), "roll-back", self._roll_back)
        self._divide = self._button(self.tr("Divide traffic…"), "divide", self._open_division)
        self._add = self._button(self.tr("Load new version…"), "add-version", self._ask_for_more)
        self._remove = self._button(self.tr("Remove…"), "remove-version", self._remove_chosen)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, (self._live, self._back, self._divide)),
            (second, (self._add, self._remove)),
        ):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view)
        column.addWidget(self._said)
        column.addLayout(first)
        column.addLayout(second)
        column.addStretch(1)

    @property
    def chosen(self) -> VersionView | None:
        """The version that is chosen."""
        chosen = self.view.chosen
        return self._versions.get(chosen[0]) if chosen else None

    def show_versions(self, model: ModelView, versions: Sequence[VersionView]) -> None:
        """Show the versions of a model as they are now, the newest first."""
        is_other = self._model is None or self._model.id != model.id
        self._model = model
        self._versions = {version.version: version for version in versions}
        self.table.show_records(list(versions))
        if versions and (is_other or self.chosen is None):
            self.view.choose(model.version)
        self._show_chosen()

    def _show_chosen(self) -> None:
        version, model, live = self.chosen, self._model, self._session.is_live
        if version is None or model is None:
            self._said.setText("")
            for button in (self._live, self._remove):
                button.setEnabled(False)
            return
        told = [share_of(version)]
        if version.origin is not None:
            told.append(self.tr("made by {task}").format(task=version.origin.name))
        if version.reason and version.status != "running":
            told.append(worded(version.reason))
        self._said.setText(" · ".join(told))
        self._live.setEnabled(live and version.wanted < 100)
        self._back.setEnabled(live and bool(model.previous))
        self._back.setToolTip(
            self.tr("To version {version}").format(version=traffic_text(model.previous))
            if model.previous
            else self.tr("There is nothing to go back to.")
        )
        self._divide.setEnabled(live and len(self._versions) > 1)
        self._divide.setToolTip(
            "" if len(self._versions) > 1 else self.tr("That takes two versions.")
        )
        self._add.setEnabled(live)
        self._remove.setEnabled(live and not version.wanted)
        self._remove.setToolTip(
            self.tr("It gets requests; have others get them first.") if version.wanted else ""
        )

    # -- what one does ------------------------------------------------------------------------

    def _button(self, text: str, name: str, act: Callable[[], None]) -> Button:
        button = Button(text, kind="small")
        button.setObjectName(name)
        button.clicked.connect(lambda _: act())
        return button

    def _make_live(self) -> None:
        if self.chosen is not None:
            self._have_divided({self.chosen.version: 100})

    def _roll_back(self) -> None:
        if self._model is not None:
            spawn(self._rolled_back(self._model.id), self)

    def _ask_for_more(self) -> None:
        if self._model is not None:
            self.add_version.emit(self._model.id)

    def _open_division(self) -> None:
        model = self._model
        if model is None:
            return
        form = DivideTraffic(self.window(), model, list(self._versions))
        form.divided.connect(self._have_divided)
        form.finished.connect(lambda _: dispose(form))
        form.open()

    def _have_divided(self, traffic: dict[str, int]) -> None:
        if self._model is not None:
            spawn(self._divided(self._model.id, traffic), self)

    def _remove_chosen(self) -> None:
        if self._model is not None and self.chosen is not None:
            spawn(self._removed(self._model, self.chosen.version), self)

    async def _rolled_back(self, model_id: str) -> None:
        await self._session.client.models.roll_back(model_id)
        self.changed.emit()

    async def _divided(self, model_id: str, traffic: dict[str, int]) -> None:
        await self._session.client.models.divide(model_id, traffic)
        self.changed.emit()

    async def _removed(self, model: ModelView, version: str) -> None:
        if await may_remove_version(model, version, self.window()):
            await self._session.client.models.remove_version(model.id, version)
            self.changed.emit()
