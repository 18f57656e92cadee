"""What a model answered: how it ended, how long that took, and the answer itself."""

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy

from cnet_ui.models import trial
from cnet_ui.models.call_rows import call_look
from cnet_ui.models.model_rows import milliseconds
from cnet_ui.models.trial import Call
from cnet_ui.theme import mono_font
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.code_colours import CodeColours
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.pill import Pill

_LONGEST = 20_000  # characters that are shown


class ModelAnswer(Card):
    """A card that shows one call."""

    def __init__(self) -> None:
        super().__init__(ground="inset", padding=1)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self._pill = Pill()
        self.figures = label("", "small", "secondary")
        head = QHBoxLayout()
        head.setContentsMargins(13, 10, 13, 0)
        head.setSpacing(8)
        head.addWidget(self._pill)
        head.addWidget(self.figures)
        head.addStretch(1)
        self.body.addLayout(head)
        self.text = QPlainTextEdit()
        self.text.setProperty("role", "code")
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Answer"))
        self.text.setPlaceholderText(self.tr("The answer stands here."))
        self._colours = CodeColours(self.text, "json")
        self.body.addWidget(self.text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_call(self, call: Call | None) -> None:
        """Show a call; nothing where there was none."""
        self._pill.show_look(call_look(call) if call is not None else None)
        if call is None:
            self.figures.setText("")
            self.text.setPlainText("")
            return
        told = [milliseconds(call.took)]
        if call.version:
            told.append(self.tr("version {version}").format(version=call.version))
        self.figures.setText(" · ".join(told))
        text = trial.as_json(call.answer) if call.is_good else str(call.answer)
        self._colours.set_language("json" if call.is_good else "shell")
        self.text.setPlainText(text[:_LONGEST])
