"""A command line in colours: the program, its options, its numbers."""

import html
import re
import shlex
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from cnet_ui.theme import mono_font, tokens

_NUMBER = re.compile(r"^-?\d+(\.\d+)?([eE][+-]?\d+)?$")
MOST = 4000  # characters that are shown; scripts are given as arguments, too


class CommandText(QLabel):
    """Shows a command as a shell takes it; one can select and copy it."""

    def __init__(self, words: Sequence[str], name: str) -> None:
        super().__init__()
        self._words = list(words)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setFont(mono_font())
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(name)
        self.setAccessibleDescription(shlex.join(self._words)[:MOST])
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        colours = tokens()
        parts, room = [], MOST
        for place, word in enumerate(self._words):
            colour = colours.text
            if place == 0:
                colour = colours.memory
            elif word.startswith("-") and not _NUMBER.match(word):
                colour = colours.accent
            elif _NUMBER.match(word):
                colour = colours.disk if colours.dark else colours.waiting
            shown = shlex.quote(word)[:room]
            room -= len(shown) + 1
            escaped = html.escape(shown).replace("\n", "<br>")
            parts.append(f'<span style="color:{colour}">{escaped}</span>')
            if room <= 0:
                parts.append("…")
                break
        text = f'<span style="white-space:pre-wrap">{" ".join(parts)}</span>'
        if text != self.text():
            self.setText(text)
