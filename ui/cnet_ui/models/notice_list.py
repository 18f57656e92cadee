"""The notices as a list, the newest on top."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cnet_ui.models.roles import ROW_ROLE
from cnet_ui.notifications import KEPT, Notice, Notifications
from cnet_ui.words import full_moment

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class NoticeList(QAbstractListModel):
    """Follows the notifications. ``ROW_ROLE`` answers the notice."""

    def __init__(self, notifications: Notifications, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifications = notifications
        self._rows = list(notifications.notices)
        notifications.added.connect(self._add)
        notifications.changed.connect(self._clear)

    def notice(self, row: int) -> Notice:
        """Return the notice of a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802, D102
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        notice = self._rows[index.row()]
        match role:
            case _ if role == ROW_ROLE:
                return notice
            case Qt.ItemDataRole.DisplayRole:
                return notice.title
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (notice.title, notice.text, notice.node, full_moment(notice.at))
                return ", ".join(filter(None, parts))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (notice.text, full_moment(notice.at))))
        return None

    def _add(self, notice: Notice) -> None:
        if len(self._rows) >= KEPT:
            last = len(self._rows) - 1
            self.beginRemoveRows(ROOT, last, last)
            del self._rows[last]
            self.endRemoveRows()
        self.beginInsertRows(ROOT, 0, 0)
        self._rows.insert(0, notice)
        self.endInsertRows()

    def _clear(self) -> None:
        if self._rows and not self._notifications.notices:
            self.beginRemoveRows(ROOT, 0, len(self._rows) - 1)
            self._rows.clear()
            self.endRemoveRows()
