"""The notifications that were: a panel over the bell."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedWidget, QWidget

from cnet_ui.models.notice_list import NoticeList
from cnet_ui.notifications import Notifications
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.notice_delegate import NoticeDelegate
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.status_bar import HEIGHT

SIZE = QSize(440, 470)
MARGIN = 10


class NoticePanel(Sheet):
    """Lists what happened; ``opened`` carries a notice whose task one wants to see."""

    opened = Signal(object)
    quiet_chosen = Signal(bool)

    def __init__(self, window: QWidget, notifications: Notifications) -> None:
        super().__init__(window, SIZE, self.tr("Notifications"))
        self.setProperty("over", "page")
        self._scrim.hide()
        self._notifications = notifications
        self.body.addWidget(self._make_head())
        self._list = self._make_list()
        self._empty = label(
            self.tr(
                "Nothing happened yet. The end of long tasks, failures and lost connections"
                " are kept here."
            ),
            tone="muted",
            wrap=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(40, 0, 40, 0)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        self.body.addWidget(self._pages, 1)
        self.first = self._list
        notifications.added.connect(self._see)
        notifications.changed.connect(self._refresh)
        self._see()
        self._refresh()

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("head")
        head.setFixedHeight(48)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 10, 0)
        row.setSpacing(6)
        self._quiet = IconButton("bell-off", self.tr("Do not disturb"), checkable=True)
        self._quiet.setObjectName("do-not-disturb")
        self._quiet.setToolTip(
            self.tr("Do not disturb: notifications are kept here, and nothing pops up")
        )
        self._quiet.setChecked(self._notifications.is_quiet)
        self._quiet.clicked.connect(self.quiet_chosen)
        self._clear = Button(self.tr("Clear all"), kind="small")
        self._clear.setObjectName("clear-notices")
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(self._notifications.clear)
        close = IconButton("x", self.tr("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(label(self.tr("Notifications"), "heading"))
        row.addStretch(1)
        row.addWidget(self._clear)
        row.addWidget(self._quiet)
        row.addWidget(close)
        return head

    def _make_list(self) -> QListView:
        shown = QListView()
        shown.setObjectName("notices")
        shown.setProperty("plain", True)
        shown.setAccessibleName(self.tr("Notifications"))
        shown.setModel(NoticeList(self._notifications, self))
        self._delegate = NoticeDelegate(shown)
        shown.setItemDelegate(self._delegate)
        shown.setMouseTracking(True)
        shown.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.clicked.connect(self._open)
        shown.activated.connect(self._open)
        return shown

    def _open(self, index: QModelIndex) -> None:
        model = self._list.model()
        assert isinstance(model, NoticeList)
        notice = model.notice(index.row())
        if notice.task_id and self.isVisible():
            self.accept()
            self.opened.emit(notice)

    def _see(self, _: object = None) -> None:
        """What is new stays marked for as long as the panel is open."""
        self._delegate.unread += self._notifications.see()

    def _refresh(self) -> None:
        has_any = bool(self._notifications.notices)
        self._pages.setCurrentIndex(0 if has_any else 1)
        self._clear.setEnabled(has_any)
        self._clear.setToolTip("" if has_any else self.tr("There is nothing to clear"))
        self._quiet.setChecked(self._notifications.is_quiet)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Close where one clicks beside it."""
        super().mousePressEvent(event)
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.reject()

    def _place(self) -> None:
        super()._place()
        panel = self.panel.geometry()
        whole = self.rect()
        panel.moveRight(whole.right() - MARGIN)
        panel.moveBottom(whole.bottom() - HEIGHT - MARGIN + 2)
        self.panel.setGeometry(panel)
