"""The first steps with the console: a card that ticks itself off, and goes for good."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cnet_agent.wire.node import ExecutorView
from cnet_ui.agent_words import worded
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.labels import IconLabel, label

AGENT, TASK, LOOK, DOCKER = "agent", "task", "look", "docker"
DONE = "first-steps-done"  # as the preferences have it: that the card is gone for good
TICKED = "first-steps"  # and the steps that were true once
INSTALL = QUrl("https://docs.docker.com/engine/install/")


class FirstSteps(Card):
    """A line of steps. Hidden from the moment that all are done, or it was dismissed.

    ``task_wanted`` asks for the form of a new task, ``settings_wanted`` for the settings.

    Args:
        session: whose agent and tasks count.
        preferences: where it is remembered what was done, and how the console looks.
    """

    task_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, session: AgentSession, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("first-steps")
        self.setAccessibleName(self.tr("First steps"))
        self._session = session
        self._preferences = preferences
        self._ticked = set(preferences.recall(TICKED).split())
        self._is_over = bool(preferences.recall(DONE))
        self._steps = {
            AGENT: _Step(self.tr("The agent runs")),
            TASK: _Step(self.tr("A first task"), self.tr("Run a first task"), "first-task"),
            LOOK: _Step(
                self.tr("Theme and language"), self.tr("Choose theme and language"), "first-look"
            ),
            DOCKER: _Step(self.tr("Docker found"), self.tr("Get Docker"), "first-docker"),
        }
        self._make()
        for signal in (
            session.connection_changed,
            session.node_changed,
            session.tasks_changed,
            session.tasks_removed,
        ):
            signal.connect(self._refresh)
        self._refresh()

    def _make(self) -> None:
        self._count = label("", "small", "muted")
        dismiss = IconButton("x", self.tr("Dismiss the first steps"))
        dismiss.setObjectName("dismiss-first-steps")
        dismiss.clicked.connect(self._end)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(self.tr("First steps"), "heading"))
        row.addWidget(self._count)
        for step in self._steps.values():
            row.addStretch(1)
            row.addWidget(step)
        row.addStretch(1)
        row.addWidget(dismiss)
        self.body.addLayout(row)
        self.body.setContentsMargins(16, 6, 10, 6)
        self._steps[TASK].wanted.connect(self.task_wanted)
        self._steps[LOOK].wanted.connect(self._look)
        self._steps[DOCKER].wanted.connect(lambda: QDesktopServices.openUrl(INSTALL))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at what was chosen meanwhile."""
        super().showEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A theme that was chosen is a step done."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._refresh()

    # -- keeping up ---------------------------------------------------------------------------

    def _refresh(self, _: object = None) -> None:
        if self._is_over:
            self.hide()
            return
        node = self._session.node
        docker = node.executors.get("container") if node else None
        # An agent that does not look for Docker is not helped by it.
        counts_docker = docker is not None and _is_about_docker(docker)
        now = {
            AGENT: self._session.is_live,
            TASK: bool(self._session.tasks),
            LOOK: bool(self._preferences.recall("theme") or self._preferences.recall("language")),
            DOCKER: docker is not None and docker.available,
        }
        self._tick({key for key, is_true in now.items() if is_true})
        steps = [key for key in self._steps if key != DOCKER or counts_docker]
        for key, step in self._steps.items():
            step.setVisible(key in steps)
        self._steps[TASK].allow(is_allowed=self._session.is_live)
        self._steps[TASK].explain(
            "" if self._session.is_live else self.tr("The agent does not answer.")
        )
        if docker is not None:
            self._steps[DOCKER].explain(worded(docker.detail))
        for key, step in self._steps.items():
            step.show_done(is_done=key in self._ticked)
        done = sum(key in self._ticked for key in steps)
        self._count.setText(self.tr("{done} of {all} done").format(done=done, all=len(steps)))
        if node is not None and done == len(steps):
            self._end()

    def _look(self) -> None:
        self._tick({LOOK})
        self.settings_wanted.emit()
        self._refresh()

    def _tick(self, keys: set[str]) -> None:
        if not keys <= self._ticked:
            self._ticked |= keys
            self._preferences.remember(TICKED, " ".join(sorted(self._ticked)))

    def _end(self) -> None:
        self._is_over = True
        self._preferences.remember(DONE, "true")
        self.hide()


class _Step(QWidget):
    """A sign, and a title; what is still to be done is a link where ``word`` says what to do."""

    wanted = Signal()

    def __init__(self, title: str, word: str = "", name: str = "") -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._title = title
        self._mark = IconLabel("circle-dashed", "text_muted")
        self._text = label(title)
        self._button: Button | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._text)
        if word:
            self._button = Button(word, kind="link")
            self._button.setObjectName(name)
            self._button.clicked.connect(self.wanted)
            row.addWidget(self._button)

    def show_done(self, *, is_done: bool) -> None:
        """Tick it, or offer to do it."""
        self._mark.show_icon(
            "circle-check" if is_done else "circle-dashed", "good" if is_done else "text_muted"
        )
        self._text.setVisible(is_done or self._button is None)
        if self._button is not None:
            self._button.setVisible(not is_done)
        state = self.tr("Done") if is_done else self.tr("To do")
        self.setAccessibleName(f"{self._title}: {state}")

    def allow(self, *, is_allowed: bool) -> None:
        """Let it be done now, or not."""
        if self._button is not None:
            self._button.setEnabled(is_allowed)

    def explain(self, text: str) -> None:
        """Say more in a tool tip."""
        if self._button is not None:
            self._button.setToolTip(text)


def _is_about_docker(view: ExecutorView) -> bool:
    return view.available or "docker" in view.detail.casefold()
