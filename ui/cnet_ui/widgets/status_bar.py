"""The bar along the bottom: the agent, what it can run, and what runs."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cnet_agent.wire.node import ExecutorView
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import clear
from cnet_ui.widgets.labels import Dot, Elided, label
from cnet_ui.words import kind_word

HEIGHT = 28
_KINDS = ("container", "vm")  # processes always run; models are files more than runtimes


class StatusBar(QFrame):
    """How the agent is, its runtimes, the job that runs, and how many run and wait.

    ``job_wanted`` carries the id of the task whose name was pressed.
    """

    job_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self._job_id = ""
        self._executors: dict[str, ExecutorView] | None = None
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 0, 14, 0)
        self.row.setSpacing(6)
        self._dot = Dot("text_muted", 7)
        self._agent = Elided("")
        self._agent.setObjectName("agent-state")
        self._runtimes = QHBoxLayout()
        self._runtimes.setSpacing(6)
        self._job = Button("", kind="link")
        self._job.setObjectName("running-job")
        self._job.setFixedHeight(HEIGHT - 6)
        self._job.setMaximumWidth(260)
        self._job.clicked.connect(lambda _: self.job_wanted.emit(self._job_id))
        self._job.hide()
        self._counts = label("")
        self._counts.setObjectName("task-counts")
        self.row.addWidget(self._dot)
        self.row.addWidget(self._agent)
        self.row.addLayout(self._runtimes)
        self.row.addStretch(1)
        self.row.addWidget(self._job)
        self.row.addSpacing(8)
        self.row.addWidget(self._counts)

    def show_agent(self, text: str, token: str) -> None:
        """Say how the agent is."""
        self._agent.set_text(text)
        self._dot.show_token(token)

    def show_runtimes(self, executors: Mapping[str, ExecutorView]) -> None:
        """Say which runtimes the node has, and why not for the others."""
        shown = {kind: executors[kind] for kind in _KINDS if kind in executors}
        if shown == self._executors:
            return
        self._executors = shown
        clear(self._runtimes)
        for kind, view in shown.items():
            self._runtimes.addSpacing(12)
            self._runtimes.addWidget(Dot("good" if view.available else "text_muted", 7))
            self._runtimes.addWidget(_runtime(kind, view, self))

    def show_job(self, task_id: str, name: str) -> None:
        """Name the job that runs and leads to its task; none if ``task_id`` is empty."""
        self._job_id = task_id
        shown = self._job.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 230)
        self._job.set_text(shown.replace("&", "&&"))
        self._job.setAccessibleName(self.tr("Show the task {name}").format(name=name))
        self._job.setToolTip(self._job.accessibleName())
        self._job.setVisible(bool(task_id))

    def show_counts(self, text: str) -> None:
        """Say how many tasks there are."""
        self._counts.setText(text)


def _runtime(kind: str, view: ExecutorView, bar: QWidget) -> QWidget:
    word = kind_word(kind)
    text = view.detail if view.available else bar.tr("{runtime} off").format(runtime=word)
    shown = label(text, "small")
    shown.setToolTip(f"{word}: {view.detail}")
    shown.setAccessibleDescription(view.detail)
    return shown
