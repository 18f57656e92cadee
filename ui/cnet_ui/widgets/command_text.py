"""A command line in colours: the program, its options, its numbers."""

import html
import re
import shlex
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from cnet_ui.theme import mono_font, tokens

_NUMBER = re.compile(r"^-?\d+(\.\d+)?([eE][+-]?\d+)?$")
MOST = 20_000  # characters that are ever shown; scripts are given as arguments, too
FEW_LINES = 8  # that are shown at first


class CommandText(QLabel):
    """Shows a command as a shell takes it; one can select and copy it."""

    def __init__(self, words: Sequence[str], name: str) -> None:
        super().__init__()
        self._words = list(words)
        self._lines = FEW_LINES
        self.is_cut = False
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setFont(mono_font())
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(name)
        self.setAccessibleDescription(shlex.join(self._words)[:MOST])
        self._draw()

    def show_all(self) -> None:
        """Show every line."""
        self._lines = MOST
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        colours = tokens()
        parts: list[str] = []
        room, lines = MOST, self._lines
        self.is_cut = False
        for place, word in enumerate(self._words):
            colour = colours.text
            if place == 0:
                colour = colours.memory
            elif word.startswith("-") and not _NUMBER.match(word):
                colour = colours.accent
            elif _NUMBER.match(word):
                colour = colours.disk if colours.dark else colours.waiting
            whole = shlex.quote(word)
            shown = "\n".join(whole[:room].split("\n")[:lines])
            room -= len(shown) + 1
            lines -= shown.count("\n")
            escaped = html.escape(shown).replace("\n", "<br>")
            parts.append(f'<span style="color:{colour}">{escaped}</span>')
            if len(shown) < len(whole):
                parts.append("…")
                self.is_cut = True
                break
        text = f'<span style="white-space:pre-wrap">{" ".join(parts)}</span>'
        if text != self.text():
            self.setText(text)
