"""Changes the labels and the priority of a task that has not ended."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cnet_agent.model.errors import AgentError
from cnet_agent.wire.task import TaskView
from cnet_ui.agent_words import error_text
from cnet_ui.background import spawn
from cnet_ui.session import AgentSession
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.number_edit import NumberEdit
from cnet_ui.widgets.sheet import Sheet

SIZE = QSize(520, 0)
LEAST, MOST = -100, 100  # of a priority


class EditTaskDialog(Sheet):
    """A field for the priority, and one for labels, a line each."""

    def __init__(self, window: QWidget, session: AgentSession, task: TaskView) -> None:
        heading = QCoreApplication.translate("edit_task", "Labels and priority of {name}")
        super().__init__(window, SIZE, heading.format(name=task.name))
        self._session = session
        self._task_id = task.id
        top = QVBoxLayout()
        top.setContentsMargins(24, 22, 24, 18)
        top.setSpacing(8)
        top.addWidget(label(self.accessibleName(), "heading", wrap=True))
        top.addWidget(label(self.tr("Priority"), tone="secondary"))
        self.priority = NumberEdit(minimum=LEAST, maximum=MOST)
        self.priority.setText(str(task.priority))
        self.priority.setAccessibleName(self.tr("Priority"))
        self.priority.setMaximumWidth(120)
        top.addWidget(self.priority)
        note = self.tr("What waits with a higher priority starts earlier.")
        top.addWidget(label(note, "small", "muted", wrap=True))
        top.addSpacing(6)
        top.addWidget(label(self.tr("Labels"), tone="secondary"))
        self.labels = QPlainTextEdit()
        self.labels.setProperty("field", True)
        self.labels.setFont(mono_font())
        self.labels.setTabChangesFocus(True)
        self.labels.setFixedHeight(112)
        self.labels.setAccessibleName(self.tr("Labels"))
        self.labels.setAccessibleDescription(self.tr("One on each line, as name=value"))
        self.labels.setPlaceholderText("team=vision")
        self.labels.setPlainText(
            "\n".join(f"{name}={value}" for name, value in sorted(task.labels.items()))
        )
        top.addWidget(self.labels)
        top.addWidget(label(self.tr("One on each line, as name=value."), "small", "muted"))
        self.problem = label(tone="bad", wrap=True)
        self.problem.hide()
        top.addWidget(self.problem)
        self.body.addLayout(top)
        self.body.addWidget(self._make_footer())
        self.first = self.labels

    def _make_footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 12, 24, 12)
        row.addStretch(1)
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save = Button(self.tr("Save"), kind="primary")
        self.save.setObjectName("save-task")
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.save.setShortcut(Qt.Modifier.CTRL | Qt.Key.Key_Return)
        self.save.clicked.connect(self._save)
        row.addWidget(cancel)
        row.addWidget(self.save)
        return footer

    def _save(self) -> None:
        try:
            priority = parse_priority(self.priority.text())
            labels = parse_labels(self.labels.toPlainText())
        except ValueError as error:
            self._say(error_text(error))
            return
        self.save.setEnabled(False)
        spawn(self._send(priority, labels), self)

    async def _send(self, priority: int, labels: dict[str, str]) -> None:
        try:
            await self._session.client.edit(self._task_id, priority=priority, labels=labels)
        except AgentError as error:
            self._say(error_text(error))
        else:
            self.accept()
        self.save.setEnabled(True)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()
        self._place()


def parse_priority(text: str) -> int:
    """Return a priority as it was typed; nothing is 0.

    Raises:
        ValueError: it is no whole number in the range; ``str`` is a sentence.
    """
    try:
        priority = int(text.strip() or 0)
    except ValueError:
        priority = MOST + 1
    if not LEAST <= priority <= MOST:
        sentence = QCoreApplication.translate(
            "edit_task", "A priority is a whole number from {least} to {most}."
        )
        raise ValueError(sentence.format(least=LEAST, most=MOST))
    return priority


def parse_labels(text: str) -> dict[str, str]:
    """Return the labels of lines such as ``team=vision``; a line without ``=`` has no value.

    Raises:
        ValueError: a line has no name, or a name is there twice; ``str`` is a sentence.
    """
    labels: dict[str, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, _, value = (part.strip() for part in line.partition("="))
        if not name:
            sentence = QCoreApplication.translate(
                "edit_task", "“{line}” has no name before its “=”."
            )
            raise ValueError(sentence.format(line=line))
        if name in labels:
            sentence = QCoreApplication.translate("edit_task", "“{name}” is there twice.")
            raise ValueError(sentence.format(name=name))
        labels[name] = value
    return labels
