"""An editor with what is wrong with it said below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnet_ui.widgets.fields import as_sentence
from cnet_ui.widgets.labels import label, set_tone


class ProblemBelow(QWidget):
    """Holds an editor, and a line below it that is there while there is something wrong."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._editor = editor
        self._problem = label("", "small", "bad", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(editor)
        column.addWidget(self._problem)

    def show_problem(self, text: str) -> None:
        """Say what is wrong; nothing is if ``text`` is empty."""
        self._problem.setText(as_sentence(text) if text else "")
        self._problem.setVisible(bool(text))
        set_tone(self._editor, "wrong", bool(text))
