"""The bar along the bottom: the agent, what it can run, what runs, and the bell."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cnet_agent.wire.node import ExecutorView
from cnet_ui.agent_words import worded
from cnet_ui.progress import Progress
from cnet_ui.widgets.bell import Bell
from cnet_ui.widgets.card import clear, plain
from cnet_ui.widgets.job_progress import JobProgress
from cnet_ui.widgets.labels import Dot, Elided, label
from cnet_ui.words import kind_word

HEIGHT = 28
_KINDS = ("container", "vm")  # processes always run; models are files more than runtimes


class StatusBar(QFrame):
    """How the agent is, its runtimes, the job that runs, and how many run and wait.

    ``job_wanted`` carries the id of the task whose name was pressed; ``bell`` is a button.
    """

    job_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self._executors: dict[str, ExecutorView] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(6)
        self._dot = Dot("text_muted", 7)
        self._agent = Elided("")
        self._agent.setObjectName("agent-state")
        self._runtimes = QHBoxLayout()
        self._runtimes.setSpacing(16)
        self._job = JobProgress()
        self._job.opened.connect(self.job_wanted)
        self._counts = label("")
        self._counts.setObjectName("task-counts")
        self.bell = Bell()
        row.addWidget(self._dot)
        row.addWidget(self._agent)
        row.addSpacing(10)
        row.addLayout(self._runtimes)
        row.addStretch(1)
        row.addWidget(self._job)
        row.addSpacing(2)
        row.addWidget(self._counts)
        row.addSpacing(4)
        row.addWidget(self.bell)

    def show_agent(self, text: str, token: str) -> None:
        """Say how the agent is."""
        self._agent.set_text(text)
        self._agent.setMaximumWidth(self._agent.sizeHint().width())
        self._dot.show_token(token)

    def show_runtimes(self, executors: Mapping[str, ExecutorView]) -> None:
        """Say which runtimes the node has, and why not for the others."""
        shown = {kind: executors[kind] for kind in _KINDS if kind in executors}
        if shown == self._executors:
            return
        self._executors = shown
        clear(self._runtimes)
        for kind, view in shown.items():
            self._runtimes.addWidget(self._runtime(kind, view))

    def show_job(self, task_id: str, name: str) -> None:
        """Name the job that runs and leads to its task; none if ``task_id`` is empty."""
        self._job.show_job(task_id, name)

    def show_progress(self, task_id: str, progress: Progress | None) -> None:
        """Show how far a task is, if it is the job that is named."""
        self._job.show_progress(task_id, progress)

    def show_counts(self, text: str) -> None:
        """Say how many tasks there are."""
        self._counts.setText(text)

    def _runtime(self, kind: str, view: ExecutorView) -> QWidget:
        shown = plain()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        word = kind_word(kind)
        text = (
            worded(view.detail) if view.available else self.tr("{runtime} off").format(runtime=word)
        )
        row.addWidget(Dot("good" if view.available else "text_muted", 7))
        row.addWidget(label(text))
        shown.setToolTip(f"{word}: {worded(view.detail)}")
        shown.setAccessibleName(text)
        shown.setAccessibleDescription(worded(view.detail))
        return shown
