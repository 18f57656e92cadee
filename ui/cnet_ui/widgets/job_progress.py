"""The running task in the status bar: its name, how far it is, and a bar."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from cnet_ui.progress import Progress
from cnet_ui.theme import color
from cnet_ui.widgets.labels import Elided

_BAR, _HEIGHT = 90, 6
_NAME = 240  # pixels at most


class JobProgress(QAbstractButton):
    """Leads to the task; ``opened`` carries its id. Shows nothing while no task runs."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("running-job")
        self._task_id = self._title = ""
        self._progress: Progress | None = None
        self.setAccessibleName(self.tr("The running task"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(7)
        self._name = Elided("")
        self._name.setMaximumWidth(_NAME)
        self._name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar = _Bar()
        row.addWidget(self._name)
        row.addWidget(self._bar)
        self.clicked.connect(lambda _: self.opened.emit(self._task_id))
        self.hide()

    def show_job(self, task_id: str, name: str) -> None:
        """Show a task, none if its id is empty; what is known of its progress stays."""
        if task_id != self._task_id:
            self._progress = None
        self._task_id, self._title = task_id, name
        self._refresh()

    def show_progress(self, task_id: str, progress: Progress | None) -> None:
        """Show how far a task is, if it is the one that is shown."""
        if task_id == self._task_id:
            self._progress = progress
            self._refresh()

    def _refresh(self) -> None:
        progress = self._progress
        words = f"{self._title} · {progress.text}" if progress else self._title
        self._name.set_text(words)
        self._bar.show_share(progress.share if progress else None)
        self.setAccessibleName(self.tr("Show the task {name}").format(name=words))
        self.setToolTip(self.accessibleName())
        self.setVisible(bool(self._task_id))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus; the parts draw themselves."""
        if self.hasFocus() or self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(color("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 2, -1, -3), 5, 5)
            painter.end()


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self.setFixedSize(_BAR, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_share(self, share: float | None) -> None:
        """Fill it so far; a task that tells nothing has no bar."""
        self._share = share
        self.setVisible(share is not None)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(color("border"))
        painter.drawRoundedRect(whole, 3, 3)
        if self._share:
            painter.setBrush(color("accent"))
            whole.setWidth(max(whole.width() * self._share, 2 * 3))
            painter.drawRoundedRect(whole, 3, 3)
        painter.end()
