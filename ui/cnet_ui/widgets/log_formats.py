"""The colours of a log's lines: levels, a terminal's own colours, sources, in either theme."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from cnet_agent.model.log_level import Level, find_level
from cnet_ui.contrast import mix, readable
from cnet_ui.models.ansi import PLAIN, Colour, Style, styled
from cnet_ui.models.log_lines import LONGEST, Row
from cnet_ui.theme import tokens

HUES = ("cpu", "memory", "received", "disk", "sent", "good")
"""The tokens of the colours that tell sources apart."""

_TINT = 0.14  # of a source's colour in the ground of its name
_TERMINAL = ("text", "bad", "good", "waiting", "accent", "memory", "received", "text_secondary")
_LEVELS = {
    Level.ERROR: "bad",
    Level.WARNING: "waiting",
    Level.INFO: "accent",
    Level.DEBUG: "text_muted",
}
_WHOLE_LINE = (Level.ERROR, Level.DEBUG)  # these colour all of it

Range = QTextLayout.FormatRange


class LogFormats:
    """Makes the formats of lines, each once; ``forget`` them when the theme changes."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, bool, bool], QTextCharFormat] = {}

    def forget(self) -> None:
        """Begin anew, with other colours."""
        self._made.clear()

    def ranges(self, row: Row, times: int, name: int, more: int) -> list[QTextLayout.FormatRange]:
        """Return the formats of a line as it is shown.

        Args:
            row: the line.
            times: how many characters its time takes, at its beginning.
            name: how many its source takes, after that.
            more: how many the offer to show all of it takes, at its end.
        """
        found: list[QTextLayout.FormatRange] = []
        if row.is_note:
            found.append(_range(0, len(row.text) + times + name, self._token("waiting")))
            return found
        if times:
            found.append(_range(0, times, self._token("text_muted")))
        if name and row.source is not None:
            found.append(_range(times, name - 2, self._source(row.source.hue)))
        start = times + name
        found += self._body(row, start)
        if more:
            end = start + len(row.text)
            found.append(_range(end, more, self._format(tokens().accent, "", underline=True)))
        return found

    def _body(self, row: Row, start: int) -> list[QTextLayout.FormatRange]:
        line = row.line
        if "\x1b" in line:
            _, spans = styled(line[: 4 * LONGEST])
            end = len(row.text)
            return [
                _range(start + span.start, min(span.end, end) - span.start, self._style(span.style))
                for span in spans
                if span.start < end
            ]
        found = find_level(row.text)
        if found is None:
            return []
        level, begin, end = found
        word = self._token(_LEVELS[level])
        if level in _WHOLE_LINE:
            return [_range(start, len(row.text), word)]
        return [_range(start + begin, end - begin, word)]

    def _style(self, style: Style) -> QTextCharFormat:
        if style == PLAIN:
            return self._token("text")
        colour = self._colour(style.colour, "text_muted" if style.dim else "text")
        ground = self._colour(style.ground, "log") if style.ground is not None else ""
        if style.inverse:
            colour, ground = ground or tokens().log, colour
        return self._format(colour, ground, bold=style.bold, underline=style.underline)

    def _colour(self, colour: Colour, default: str) -> str:
        if colour is None:
            return str(getattr(tokens(), default))
        if isinstance(colour, str):
            return colour
        if colour in (8, 0):  # grey, and black, which a dark ground would swallow
            return tokens().text_muted if colour else tokens().text
        return str(getattr(tokens(), _TERMINAL[colour % 8]))

    def _source(self, hue: int) -> QTextCharFormat:
        colour = readable(_hue(hue), tint(hue))
        return self._format(colour, "")

    def _token(self, name: str) -> QTextCharFormat:
        return self._format(str(getattr(tokens(), name)), "")

    def _format(
        self, colour: str, ground: str, *, bold: bool = False, underline: bool = False
    ) -> QTextCharFormat:
        key = (colour, ground, bold, underline)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = QTextCharFormat()
            found.setForeground(QColor(readable(colour, ground or tokens().log)))
            if ground:
                found.setBackground(QColor(ground))
            if bold:
                found.setFontWeight(QFont.Weight.Bold)
            if underline:
                found.setFontUnderline(True)
        return found


def tint(hue: int) -> str:
    """Return the colour of the ground of a source's name."""
    return mix(tokens().log, _hue(hue), _TINT)


def _hue(hue: int) -> str:
    return str(getattr(tokens(), HUES[hue % len(HUES)]))


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = Range()
    made.start, made.length, made.format = start, length, look
    return made
