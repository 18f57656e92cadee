"""Presets to run with one click, for lists that are still empty."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cnet_agent.model.preset import Preset
from cnet_agent.model.preset_render import shown
from cnet_ui.icons import FALLBACK, exists
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import clear
from cnet_ui.widgets.labels import Elided, IconLabel, label

SHOWN = 3
REST = 1500  # milliseconds
HEIGHT, GAP = 54, 8  # pixels, of a card and between cards


class PresetCards(QWidget):
    """A heading, and a card for each of the first presets.

    ``run`` carries the id of a preset that can run as it is, ``open`` of one that asks for more.
    """

    run = Signal(str)
    open = Signal(str)

    def __init__(self, heading: str, text: str) -> None:
        super().__init__()
        self.setProperty("plain", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(heading, "strong"))
        column.addWidget(label(text, tone="secondary", wrap=True))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        column.addLayout(self._cards)
        column.addStretch(1)
        self._shown: list[Preset] = []

    def show_presets(self, presets: Sequence[Preset]) -> None:
        """Show the first of ``presets``."""
        first = list(presets[:SHOWN])
        if first == self._shown:
            return
        self._shown = first
        clear(self._cards)
        for number, preset in enumerate(first):
            self._cards.addWidget(self._card(preset, is_first=number == 0))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as many cards as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.height() - self._cards.geometry().top()
        for number in range(self._cards.count()):
            item = self._cards.itemAt(number)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(number == 0 or (number + 1) * (HEIGHT + GAP) <= room)

    def _card(self, preset: Preset, *, is_first: bool) -> QFrame:
        card = QFrame()
        card.setProperty("card", "accent" if is_first else "inset")
        card.setFixedHeight(HEIGHT)
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(12)
        name = preset.icon if exists(preset.icon) else FALLBACK
        row.addWidget(IconLabel(name, "accent" if is_first else "text_secondary", 20))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(Elided(preset.name, "strong"))
        words.addWidget(Elided(preset.summary, "small", "secondary"))
        words.addStretch(1)
        row.addLayout(words, 1)
        ready = runs_as_it_is(preset)
        button = Button(
            self.tr("Run") if ready else self.tr("Set up…"),
            icon_name="play" if ready else "",
            kind="primary" if is_first and ready else "normal",
        )
        button.setObjectName(f"run-{preset.id}")
        button.setAccessibleName(
            (self.tr("Run {preset}") if ready else self.tr("Set up {preset}")).format(
                preset=preset.name
            )
        )
        signal = self.run if ready else self.open
        button.clicked.connect(lambda: _rest(button))
        button.clicked.connect(lambda: signal.emit(preset.id))
        row.addWidget(button)
        return card


def _rest(button: Button) -> None:
    """Let a button rest for a moment, or a second click would run the preset twice."""
    button.setEnabled(False)
    QTimer.singleShot(REST, button, lambda: button.setEnabled(True))


def runs_as_it_is(preset: Preset) -> bool:
    """Return whether every field that must be filled in has a default."""
    return all(field.default not in (None, "") for field in shown(preset, {}) if field.required)
