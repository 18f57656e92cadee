"""The logs that can be shown: the agent's own and those of tasks, newest first; some are chosen."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from cnet_agent.wire.log_search import AGENT, OWN, TRAINING_AGENT, TRAINING_WORKER
from cnet_ui.models.log_lines import Source
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE
from cnet_ui.session import AgentSession
from cnet_ui.words import KIND_ICONS, look

MOST = 20  # logs that are followed side by side
HUES = 6
HUE_ROLE = Qt.ItemDataRole.UserRole + 40
"""The number of a chosen source's colour, None where it is not chosen."""

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class LogSources(QAbstractListModel):
    """The sources of a session; ``chosen_changed`` tells that others are chosen now."""

    chosen_changed = Signal()

    def __init__(self, session: AgentSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids = [*OWN, *sorted(session.tasks, reverse=True)]
        self._chosen: dict[str, int] = {}  # id and hue
        self._wanted: set[str] = set()  # to be chosen once they are known
        self._hues: dict[str, int] = {}  # that were given, so that a source keeps its own
        session.tasks_changed.connect(self._change)
        session.tasks_removed.connect(self._remove)

    # -- what is chosen -----------------------------------------------------------------------

    @property
    def chosen(self) -> list[Source]:
        """The sources that are chosen, in the order of the list."""
        return [
            Source(each, self.name_of(each), self._chosen[each])
            for each in self._ids
            if each in self._chosen
        ]

    def name_of(self, source_id: str) -> str:
        """Return a source's name."""
        own = {
            AGENT: self.tr("Agent"),
            TRAINING_AGENT: self.tr("Training"),
            TRAINING_WORKER: self.tr("Training worker"),
        }
        task = self._session.tasks.get(source_id)
        return task.name if task is not None else own.get(source_id, source_id)

    def found(self, source_id: str, name: str) -> Source:
        """Return a source that was found, by its name; it need be neither chosen nor known."""
        shown = self.name_of(source_id) if source_id in OWN else name
        return Source(source_id, shown, self._hue(source_id))

    def choose(self, source_ids: Iterable[str], *, on: bool = True) -> None:
        """Choose some sources, as many as there may be, or no longer.

        One that is not known yet is chosen as soon as it is.
        """
        changed = False
        for source_id in source_ids:
            row = self.row_of(source_id)
            if row is None and on:
                self._wanted.add(source_id)
            if row is None or (source_id in self._chosen) == on or (on and self.is_full):
                continue
            if on:
                self._chosen[source_id] = self._hue(source_id)
            else:
                del self._chosen[source_id]
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)
            changed = True
        if changed:
            self.chosen_changed.emit()

    def take_over(self, before: "LogSources") -> None:
        """Choose what others of the same session have chosen, in the same colours."""
        self._hues |= before._hues  # noqa: SLF001 - sources as these
        self.choose([each.id for each in before.chosen])

    @property
    def is_full(self) -> bool:
        """Whether no more can be chosen."""
        return len(self._chosen) >= MOST

    def row_of(self, source_id: str) -> int | None:
        """Return where a source is, None if it is not here."""
        if source_id in OWN:
            return OWN.index(source_id)
        at = bisect_left(self._ids, _reversed(source_id), lo=len(OWN), key=_reversed)
        return at if at < len(self._ids) and self._ids[at] == source_id else None

    def _hue(self, source_id: str) -> int:
        if source_id not in self._hues:
            used = list(self._chosen.values())
            self._hues[source_id] = min(range(HUES), key=lambda hue: (used.count(hue), hue))
        return self._hues[source_id]

    # -- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self._ids)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        kinds = Qt.ItemFlag
        if self.is_full and self._ids[index.row()] not in self._chosen:
            return kinds.ItemIsSelectable | kinds.ItemIsUserCheckable
        return kinds.ItemIsEnabled | kinds.ItemIsSelectable | kinds.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        source_id = self._ids[index.row()]
        task = self._session.tasks.get(source_id)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name_of(source_id)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._described(source_id)
            case Qt.ItemDataRole.CheckStateRole:
                states = Qt.CheckState
                return states.Checked if source_id in self._chosen else states.Unchecked
            case _ if role == ID_ROLE:
                return source_id
            case _ if role == HUE_ROLE:
                return self._chosen.get(source_id)
            case _ if role == ICON_ROLE:
                own = "server" if source_id == AGENT else "graduation-cap"
                return KIND_ICONS.get(task.type, "terminal") if task is not None else own
        return None

    def _described(self, source_id: str) -> str:
        task = self._session.tasks.get(source_id)
        if task is not None:
            state = look(task, stopping=self._session.is_stopping(task.id)).label
            return f"{task.name}, {state}"
        if source_id == AGENT:
            return self.tr("The agent's own log")
        return self.tr("What the training service does, day by day")

    # -- following the session ----------------------------------------------------------------

    def _change(self, ids: Iterable[str]) -> None:
        for task_id in sorted(ids):
            row = self.row_of(task_id)
            if row is not None:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)
            elif task_id in self._session.tasks:
                at = bisect_left(self._ids, _reversed(task_id), lo=len(OWN), key=_reversed)
                self.beginInsertRows(ROOT, at, at)
                self._ids.insert(at, task_id)
                self.endInsertRows()
        known = self._wanted.intersection(self._ids)
        self._wanted -= known
        self.choose(known)

    def _remove(self, ids: Iterable[str]) -> None:
        was_chosen = False
        for task_id in ids:
            row = self.row_of(task_id)
            if row is not None:
                self.beginRemoveRows(ROOT, row, row)
                del self._ids[row]
                self._hues.pop(task_id, None)
                was_chosen |= self._chosen.pop(task_id, None) is not None
                self.endRemoveRows()
        if was_chosen:
            self.chosen_changed.emit()


class SourceFilter(QSortFilterProxyModel):
    """The sources whose names hold a text; those that are chosen always."""

    def __init__(self, sources: LogSources, parent: QObject) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSourceModel(sources)

    def show_text(self, text: str) -> None:
        """Show the sources whose names hold ``text``."""
        self.beginFilterChange()
        self._text = text.strip().casefold()
        self.endFilterChange(self.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802, D102
        index = self.sourceModel().index(row, 0, parent)
        if index.data(HUE_ROLE) is not None:
            return True
        return self._text in str(index.data()).casefold()


def _reversed(source_id: str) -> int:
    """Return what sorts ids of tasks, which grow with time, the newest first."""
    return -int(source_id.replace("-", "") or "0", 16)
