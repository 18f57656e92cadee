"""A question with a few answers; none of them happens by accident."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cnet_ui.ask import ask
from cnet_ui.widgets.buttons import Button, Kind
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Answer:
    """One way out of a question."""

    key: str
    text: str
    kind: Kind = "normal"


CANCEL = ""
"""What a question answers that was closed."""


async def choose(
    window: QWidget,
    heading: str,
    text: str,
    answers: Sequence[Answer],
    *,
    consequence: str = "",
) -> str:
    """Ask, and return the key of the answer, ``CANCEL`` if there was none.

    The first answer has the focus: it is the harmless one.
    """
    question = _Question(window, heading, text, answers, consequence)
    await ask(question)
    return question.answer


async def choose_and_remember(
    window: QWidget, heading: str, text: str, answers: Sequence[Answer], remember: str
) -> tuple[str, bool]:
    """Ask like ``choose``, and return as well whether a box beside ``remember`` was checked."""
    question = _Question(window, heading, text, answers, "", remember)
    await ask(question)
    return question.answer, question.is_remembered


async def may_discard(window: QWidget, heading: str, text: str) -> bool:
    """Ask whether what was typed may be lost; it stays unless a person says so."""
    answer = await choose(
        window,
        heading,
        text,
        [
            Answer(CANCEL, QCoreApplication.translate("question", "Keep editing")),
            Answer("discard", QCoreApplication.translate("question", "Discard"), "danger"),
        ],
    )
    return answer == "discard"


class _Question(Sheet):
    def __init__(
        self,
        window: QWidget,
        heading: str,
        text: str,
        answers: Sequence[Answer],
        consequence: str,
        remember: str = "",
    ) -> None:
        super().__init__(window, QSize(480, 0), heading)
        self.answer = CANCEL
        self.is_remembered = False
        top = QVBoxLayout()
        top.setContentsMargins(24, 22, 24, 22)
        top.setSpacing(10)
        top.addWidget(label(heading, "heading"))
        top.addWidget(label(text, tone="secondary", wrap=True))
        self._remember = QCheckBox(remember)
        if remember:
            self._remember.setObjectName("remember")
            self._remember.setAccessibleName(remember)
            top.addWidget(self._remember)
        self.body.addLayout(top)
        footer = QFrame()
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 12, 24, 12)
        row.addWidget(label(consequence, tone="muted", wrap=True), 1)
        for answer in answers:
            button = Button(answer.text, kind=answer.kind)
            button.setObjectName(f"answer-{answer.key or 'cancel'}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, key=answer.key: self._take(key))
            row.addWidget(button)
            if answer is answers[0]:
                self.first = button
        self.body.addWidget(footer)

    def _take(self, key: str) -> None:
        self.answer = key
        self.is_remembered = self._remember.isChecked()
        self.accept()
