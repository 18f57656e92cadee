"""A table of names and values that one writes into, such as a task's environment."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cnet_agent.wire.task import MASK, is_secret
from cnet_ui.dispose import dispose
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.fields import as_sentence
from cnet_ui.widgets.focus_order import follow
from cnet_ui.widgets.labels import label, set_tone


class PairsEditor(QWidget):
    """Rows of a name and a value, the last one always empty. Secret-looking values are covered.

    Several lines ``NAME=value`` that are pasted into a name become a row each. Values that are
    ``MASK`` are asked for again: the agent keeps secrets to itself.

    Args:
        name: what the table is, for a screen reader.
        key: what stands in a name while it is empty.
        covers: whether values whose names look like secrets are covered.
    """

    changed = Signal()

    def __init__(self, name: str, key: str, *, covers: bool = True) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setAccessibleName(name)
        self._key = key
        self._covers = covers
        self._rows: list[_Row] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._problem = label("", "small", "bad", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._column)
        column.addWidget(self._problem)
        self._append("", "")

    @property
    def value(self) -> dict[str, str]:
        """The values by name; rows without a name are none."""
        return {row.name: row.text for row in self._rows if row.name}

    @property
    def missing(self) -> list[str]:
        """The names whose values the agent kept to itself and nobody has given again."""
        return [row.name for row in self._rows if row.is_missing]

    @property
    def is_unfinished(self) -> bool:
        """Whether a value stands there without a name, which no task could take."""
        return any(row.text and not row.name for row in self._rows)

    @property
    def doubles(self) -> list[str]:
        """The names that stand there twice."""
        names = [row.name for row in self._rows if row.name]
        return sorted({name for name in names if names.count(name) > 1})

    def set_value(self, value: Mapping[str, str] | None) -> None:
        """Show ``value`` in place of what is there."""
        before = list(self._rows)
        for name, text in (value or {}).items():
            self._append(name, text)
        self._append("", "")
        for row in before:  # last, so that the new ones stand where they stood for the keyboard
            self._drop(row)
        self._rows = self._rows[len(before) :]
        self._rearrange()
        self.changed.emit()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong below the table; nothing if ``sentence`` is empty."""
        self._problem.setText(as_sentence(sentence) if sentence else "")
        self._problem.setVisible(bool(sentence))
        for row in self._rows:
            row.show_missing()

    def _append(self, name: str, text: str) -> None:
        row = _Row(self._key, name, text, covers=self._covers)
        row.changed.connect(self._edit)
        row.removed.connect(lambda: self._remove(row))
        row.pasted.connect(lambda pasted: self._paste(row, pasted))
        self._column.addWidget(row)
        if self._rows:
            follow(self._rows[-1].last, row)
        self._rows.append(row)
        self._rearrange()

    def _edit(self) -> None:
        last = self._rows[-1]
        if last.name or last.text:
            self._append("", "")
        self._rearrange()
        self.changed.emit()

    def _rearrange(self) -> None:
        for row in self._rows:
            row.set_last(row is self._rows[-1])
        self.setFocusProxy(self._rows[0].first)

    def _remove(self, row: "_Row") -> None:
        after = self._rows[self._rows.index(row) + 1]
        self._rows.remove(row)
        after.first.setFocus()
        self._drop(row)
        self._rearrange()
        self.changed.emit()

    def _paste(self, row: "_Row", text: str) -> None:
        found = list(parse_pairs(text.splitlines()))
        row.fill(*found[0])
        for name, value in found[1:]:
            self._append(name, value)
        empty = next(each for each in self._rows if not each.name and not each.text)
        self._rows.remove(empty)
        self._drop(empty)
        self._append("", "")
        self.changed.emit()

    def _drop(self, row: "_Row") -> None:
        self._column.removeWidget(row)
        row.hide()
        dispose(row)


def parse_pairs(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Yield name and value of each line ``NAME=value``, as files for shells have them."""
    for line in lines:
        name, sign, value = line.strip().removeprefix("export ").partition("=")
        if name and sign and not name.startswith("#"):
            in_quotes = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            yield name.strip(), value[1:-1] if in_quotes else value


class _Row(QWidget):
    changed = Signal()
    removed = Signal()
    pasted = Signal(str)

    def __init__(self, key: str, name: str, text: str, *, covers: bool) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._covers = covers
        self._was_masked = covers and text == MASK
        self.first = _NameEdit()
        self.first.setFont(mono_font())
        self.first.setPlaceholderText(key)
        self.first.setAccessibleName(key)
        self.first.setText(name)
        self.first.pasted.connect(self.pasted)
        self._value = QLineEdit()
        self._value.setFont(mono_font())
        self._value.setText("" if self._was_masked else text)
        self._reveal = IconButton("eye", self.tr("Show the value"), checkable=True)
        self._remove = IconButton("x", self.tr("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.first, 2)
        row.addWidget(self._value, 3)
        row.addWidget(self._reveal)
        row.addWidget(self._remove)
        keep = self._reveal.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._reveal.setSizePolicy(keep)
        self._remove.setSizePolicy(keep)
        self.first.textChanged.connect(self._edit)
        self._value.textEdited.connect(self._given)
        self._value.textChanged.connect(self._edit)
        self._reveal.toggled.connect(lambda _: self._cover())
        self._remove.clicked.connect(self.removed)
        self._cover()
        self.show_missing()

    @property
    def last(self) -> QWidget:
        return self._remove

    @property
    def name(self) -> str:
        return self.first.text().strip()

    @property
    def text(self) -> str:
        return self._value.text()

    @property
    def is_missing(self) -> bool:
        return self._was_masked and bool(self.name)

    def fill(self, name: str, text: str) -> None:
        self.first.setText(name)
        self._value.setText(text)
        self._given(text)

    def set_last(self, is_last: bool) -> None:
        self._remove.setVisible(not is_last)

    def show_missing(self) -> None:
        set_tone(self._value, "wrong", self.is_missing)
        asked = self.tr("needed again")
        self._value.setPlaceholderText(asked if self.is_missing else self.tr("value"))

    def _given(self, _: str) -> None:
        self._was_masked = False
        self.show_missing()

    def _edit(self, _: str) -> None:
        self._cover()
        self.changed.emit()

    def _cover(self) -> None:
        secret = self._covers and is_secret(self.name)
        self._reveal.setVisible(secret)
        hidden = secret and not self._reveal.isChecked()
        modes = QLineEdit.EchoMode
        self._value.setEchoMode(modes.Password if hidden else modes.Normal)
        word = self.tr("Value of {name}") if self.name else self.tr("Value")
        self._value.setAccessibleName(word.format(name=self.name))
        remove = self.tr("Remove {name}") if self.name else self.tr("Remove")
        self._remove.setAccessibleName(remove.format(name=self.name))


class _NameEdit(QLineEdit):
    """Gives away what is pasted where it is more than a name."""

    pasted = Signal(str)

    def paste(self) -> None:
        """Take one name, or let several lines become rows."""
        text = QGuiApplication.clipboard().text()
        if any(parse_pairs(text.splitlines())):
            self.pasted.emit(text)
        else:
            super().paste()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take what is pasted."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)
