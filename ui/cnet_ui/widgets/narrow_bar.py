"""What narrows a list: words to be found, and a chip for each group with its count."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.leading_icon import lead

ALL = "all"


class NarrowBar(QWidget):
    """A field and chips; ``changed`` tells that a person has narrowed otherwise.

    Args:
        name: of the field, for a screen reader.
        groups: what each is called, by its key.
    """

    changed = Signal()

    def __init__(self, name: str, groups: Mapping[str, str]) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter"))
        self.search.setAccessibleName(name)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.search.setMinimumWidth(90)
        self._icon = lead(self.search, "list-filter")
        self._groups = {ALL: self.tr("All"), **groups}
        self.chips = Choices(list(self._groups.items()), self.tr("State"))
        self.search.textChanged.connect(lambda _: self.changed.emit())
        self.chips.chosen.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 2)
        row.addWidget(self.chips)
        row.addStretch(1)

    @property
    def words(self) -> tuple[str, ...]:
        """The words to be found, without their case."""
        return tuple(self.search.text().casefold().split())

    @property
    def group(self) -> str:
        """The key of the group that is chosen; empty for all."""
        chosen = self.chips.current
        return "" if chosen == ALL else chosen

    def show_counts(self, groups: Iterable[str]) -> None:
        """Show how many there are of each group, by the group of each one."""
        counts = dict.fromkeys(self._groups, 0)
        for group in groups:
            counts[ALL] += 1
            counts[group] += 1
        for key, word in self._groups.items():
            self.chips.set_word(key, f"{word} {counts[key]}")

    def _choose(self, key: str) -> None:
        self.chips.choose(key)
        self.changed.emit()
