"""Several of a few, as boxes to tick."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from cnet_ui.widgets.fields import as_sentence
from cnet_ui.widgets.labels import label

_COLUMNS = 3


class Checks(QWidget):
    """Boxes in rows of three.

    Args:
        options: a key and a word for each.
        name: what one chooses, for a screen reader.
    """

    changed = Signal()

    def __init__(self, options: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setAccessibleName(name)
        self._boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        for number, (key, word) in enumerate(options):
            box = QCheckBox(word)
            box.setAccessibleName(f"{name}: {word}")
            box.toggled.connect(lambda _: self.changed.emit())
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
            self._boxes[key] = box
        self.setFocusProxy(next(iter(self._boxes.values())))
        self._problem = label("", "small", "bad", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(grid)
        column.addWidget(self._problem)

    @property
    def value(self) -> list[str]:
        """The keys of what is ticked."""
        return [key for key, box in self._boxes.items() if box.isChecked()]

    def set_value(self, value: Iterable[str] | None) -> None:
        """Tick ``value`` and nothing else."""
        wanted = set(value or ())
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; nothing if ``sentence`` is empty."""
        self._problem.setText(as_sentence(sentence) if sentence else "")
        self._problem.setVisible(bool(sentence))
