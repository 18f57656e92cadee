"""The card over a task's facts: why it failed or waits, and what to do."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView, UsageHistoryView
from cnet_ui.agent_words import worded
from cnet_ui.pages.task_failure import failure_of
from cnet_ui.plots.limit_curve import LimitCurve
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card, Ground
from cnet_ui.widgets.labels import IconLabel, label
from cnet_ui.words import full_moment

translate = QCoreApplication.translate


class StateCard(Card):
    """A heading with an icon, sentences, and room for actions below and a picture beside."""

    def __init__(self, ground: Ground, tone: str, icon_name: str, heading: str, note: str) -> None:
        super().__init__(ground=ground)
        columns = QHBoxLayout()
        columns.setSpacing(18)
        self.words = QVBoxLayout()
        self.words.setSpacing(7)
        self.beside = QVBoxLayout()
        columns.addLayout(self.words, 1)
        columns.addLayout(self.beside)
        self.body.addLayout(columns)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(IconLabel(icon_name, tone))
        top.addWidget(label(heading, "heading"))
        if note:
            top.addWidget(label(note, tone="secondary"))
        top.addStretch(1)
        self.words.addLayout(top)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self.setAccessibleName(heading)

    def say(self, sentence: str) -> None:
        """Add a sentence."""
        self.words.addWidget(label(sentence, wrap=True))

    def say_next(self, sentence: str) -> None:
        """Add the next step."""
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel("arrow-right", "text_secondary", 14))
        text = translate("task_cards", "Next: {step}").format(step=sentence)
        line.addWidget(label(text, tone="secondary", wrap=True), 1)
        self.words.addLayout(line)

    def offer(self, button: Button) -> None:
        """Add a button below the sentences."""
        if not self._row.count():
            self.words.addSpacing(4)
            self.words.addLayout(self._row)
        else:
            self._row.takeAt(self._row.count() - 1)
        self._row.addWidget(button)
        self._row.addStretch(1)


class FailureCard(StateCard):
    """Cause, figures, next step, actions. What the buttons do is for others to connect."""

    def __init__(self, task: TaskView) -> None:
        failure = failure_of(task)
        note = " · ".join(failure.figures)
        super().__init__("bad", "bad", failure.icon, failure.heading, note)
        self.remedy = failure.remedy
        self.say(worded(task.message))
        self.say_next(failure.next_step)
        self.run_with: Button | None = None
        if failure.remedy is not None:
            text = translate("task_cards", "Run again with {more}")
            self.run_with = Button(
                text.format(more=failure.remedy.more), icon_name="rotate-cw", kind="primary"
            )
            self.run_with.setObjectName("run-with-more")
            self.offer(self.run_with)
        self.log = Button(
            translate("task_cards", "Show the log"),
            icon_name="scroll-text",
            kind="primary" if failure.log_first else "normal",
        )
        self.again = Button(translate("task_cards", "Run again"), icon_name="rotate-cw")
        self.copy = Button(
            translate("task_cards", "Duplicate…"),
            icon_name="copy",
            kind="primary" if failure.form_first else "normal",
        )
        order = [self.log, self.again]
        if failure.form_first:
            order = [self.copy, self.log]
        elif failure.remedy is not None:
            order = [self.log]
        for button in order:
            self.offer(button)
        self.shown = [button for button in (self.run_with, *order) if button is not None]

    def set_live(self, *, is_live: bool) -> None:
        """Let one do only what the agent can be asked for now."""
        for button in (self.run_with, self.again):
            if button is not None:
                button.setEnabled(is_live)

    def show_memory(self, usage: UsageHistoryView, limit: int) -> None:
        """Draw how it came to its memory limit."""
        if len(usage.timestamps) > 1 and not self.beside.count():
            self.beside.addWidget(LimitCurve(usage.timestamps, usage.memory, float(limit)))
            self.beside.addStretch(1)


def state_card(task: TaskView) -> StateCard | None:
    """Return the card that a task's state calls for, None where there is nothing to say."""
    if task.phase is Phase.FAILED:
        return FailureCard(task)
    if task.waiting is not None:
        heading = translate("task_cards", "Why it waits")
        card = StateCard("waiting", "waiting", "clock", heading, "")
        card.say(worded(task.waiting.message))
        if task.waiting.due_at is not None:
            text = translate("task_cards", "The next attempt starts at {time}.")
            card.say(text.format(time=full_moment(task.waiting.due_at)[11:]))
        return card
    if task.message and task.phase is Phase.SUCCEEDED:
        heading = translate("task_cards", "Completed, with a warning")
        card = StateCard("waiting", "waiting", "triangle-alert", heading, "")
        card.say(worded(task.message))
        return card
    return None
