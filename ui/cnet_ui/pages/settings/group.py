"""Settings that belong together: a card with a heading, searched as a whole or row by row."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnet_ui.pages.settings.row import Row
from cnet_ui.widgets.card import Card, plain
from cnet_ui.widgets.labels import label


class Group(Card):
    """A card of rows, and of other things that are found by ``searched``."""

    def __init__(self, heading: str, explanation: str = "", searched: str = "") -> None:
        super().__init__(heading)
        self.heading = heading
        self._whole = f"{heading} {explanation} {searched}".casefold()
        self.rows: list[Row] = []
        if explanation:
            self.body.addWidget(label(explanation, "small", "muted", wrap=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)

    def add_rows(self, rows: Iterable[Row]) -> None:
        """Add rows below those there are."""
        for row in rows:
            self.rows.append(row)
            self._column.addWidget(row)
        self.body.setContentsMargins(16, 14, 16, 6)  # rows have a margin of their own
        self._draw_rules()

    def narrow(self, words: Sequence[str]) -> int:
        """Show only what has all of the words; return how much that is. No words: show all."""
        if all(word in self._whole for word in words):  # all of it is about them
            found = self.rows
        else:
            found = [
                row
                for row in self.rows
                if all(word in row.searched or word in self._whole for word in words)
            ]
        for row in self.rows:
            row.setVisible(row in found)
        count = len(found) or int(all(word in self._whole for word in words))
        self.setVisible(bool(count))
        self._draw_rules()
        return count

    def _draw_rules(self) -> None:
        shown = [row for row in self.rows if not row.isHidden()]
        for row in self.rows:
            row.show_rule(is_shown=bool(shown) and row is not shown[0])


class Section(QWidget):
    """The groups of a section, one below the other."""

    def __init__(self, title: str, groups: Sequence[Group], *, searched: str = "") -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._searched = f"{title} {searched}".casefold()
        self.groups = list(groups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._title = label(title, "heading")
        self._title.hide()
        column.addWidget(self._title)
        for group in groups:
            column.addWidget(group)

    def narrow(self, words: Sequence[str]) -> int:
        """Show what has all of the words under the section's name; return how much that is."""
        rest = [word for word in words if word not in self._searched]
        count = sum(group.narrow(rest) for group in self.groups)
        self._title.setVisible(bool(words))
        return count


def holder(*, spacing: int = 8) -> tuple[QWidget, QVBoxLayout]:
    """Return a widget without a ground, and the column in it."""
    widget = plain()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return widget, column
