"""Colours commands and JSON in the theme's tokens."""

import re

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from cnet_ui.theme import tokens

_JSON = re.compile(
    r'(?P<accent>"(?:[^"\\]|\\.)*"(?=\s*:))|(?P<good>"(?:[^"\\]|\\.)*"?)'
    r"|(?P<waiting>-?\b\d[\d.eE+-]*)|(?P<memory>\b(?:true|false|null)\b)"
)
_SHELL = re.compile(
    r"(?P<text_muted>^\s*#.*)|(?P<memory>^[\w./-]+)|(?<=\s)(?P<accent>--?[\w-]+)"
    r"|(?P<good>'[^']*'?|\"[^\"]*\"?)|(?<=\s)(?P<waiting>\d[\d.]*)(?=\s|$)"
)


class CodeColours(QSyntaxHighlighter):
    """Highlights the text of an editor, anew when the theme changes.

    Args:
        editor: whose text it is.
        language: "json", or "shell" for commands.
    """

    def __init__(self, editor: QPlainTextEdit, language: str) -> None:
        super().__init__(editor.document())
        self._language = language
        editor.installEventFilter(self)

    def set_language(self, language: str) -> None:
        """Read the text as another language."""
        if language != self._language:
            self._language = language
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Colour one line."""
        pattern = _JSON if self._language == "json" else _SHELL
        for match in pattern.finditer(text):
            token = match.lastgroup
            if token is not None:
                shown = QTextCharFormat()
                shown.setForeground(QColor(getattr(tokens(), token)))
                self.setFormat(match.start(), match.end() - match.start(), shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take new colours over."""
        if event.type() == QEvent.Type.PaletteChange:
            self.rehighlight()
        return super().eventFilter(watched, event)
