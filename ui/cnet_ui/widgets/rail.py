"""The rail at the left: the node on its top, then the pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from cnet_ui.icons import icon
from cnet_ui.theme import color, ui_font
from cnet_ui.widgets.labels import Dot, Elided

WIDE, NARROW = 208, 57
_ICON = 17
_GAP = 7  # between icon and word


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the rail leads to."""

    key: str
    word: str
    icon_name: str
    at_bottom: bool = False


class Rail(QFrame):
    """Buttons for pages; folds to icons. ``chosen`` carries a page's key."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 12, 9, 12)
        self._column.setSpacing(2)
        self._column.addWidget(self._make_node())
        self._column.addSpacing(12)
        self._buttons: dict[str, _RailButton] = {}
        group = QButtonGroup(self)
        for number, place in enumerate(places, start=1):
            if place.at_bottom:
                self._column.addStretch(1)
            button = _RailButton(place, f"Ctrl+{number}")
            button.clicked.connect(lambda _, key=place.key: self.chosen.emit(key))
            group.addButton(button)
            self._buttons[place.key] = button
            self._column.addWidget(button)
        self.fold(is_folded=False)

    def choose(self, key: str) -> None:
        """Show where one is."""
        self._buttons[key].setChecked(True)

    def fold(self, *, is_folded: bool) -> None:
        """Show icons only, or words as well."""
        self.setFixedWidth(NARROW if is_folded else WIDE)
        self._words.setVisible(not is_folded)
        self._where.setVisible(not is_folded)
        for button in self._buttons.values():
            button.fold(is_folded=is_folded)

    def show_node(self, name: str, where: str, token: str) -> None:
        """Say which node this is, and how it is."""
        self._words.set_text(name)
        self._where.set_text(where)
        self._dot.show_token(token)
        self._node.setAccessibleName(f"{name}, {where}")
        self._node.setToolTip(f"{name} · {where}")

    def show_count(self, key: str, count: int) -> None:
        """Show a number beside a page, none if it is 0."""
        self._buttons[key].show_count(count)

    def _make_node(self) -> QFrame:
        self._node = QFrame()
        self._node.setObjectName("node")
        self._node.setFixedHeight(50)
        row = QHBoxLayout(self._node)
        row.setContentsMargins(12, 0, 10, 0)
        row.setSpacing(10)
        self._dot = Dot("text_muted")
        self._words = Elided(self.tr("This node"), "strong")
        self._where = Elided("", "small", "secondary")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._words)
        words.addWidget(self._where)
        words.addStretch(1)
        row.addWidget(self._dot)
        row.addLayout(words, 1)
        return self._node


class _RailButton(QToolButton):
    def __init__(self, place: Place, keys: str) -> None:
        super().__init__()
        self._place = place
        self._keys = keys
        self._count = 0
        self._folded = False
        self.setObjectName(f"rail-{place.key}")
        self.setProperty("kind", "rail")
        self.setText(place.word)
        self.setAccessibleName(place.word)
        self.setShortcut(keys)
        self.setCheckable(True)
        self.setFixedHeight(37)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        self.toggled.connect(lambda _: self._draw())
        self._draw()

    def fold(self, *, is_folded: bool) -> None:
        self._folded = is_folded
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonIconOnly if is_folded else style.ToolButtonTextBesideIcon
        )
        self.setToolTip(f"{self._place.word}  {self._keys}")
        self._draw()

    def show_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._count or self._folded:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(12, ui_font().Weight.DemiBold))
        text = str(self._count)
        width = max(painter.fontMetrics().horizontalAdvance(text) + 16, 26)
        place = self.rect().adjusted(self.width() - width - 8, 9, -8, -10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("surface" if self.isChecked() else "running_tint"))
        painter.drawRoundedRect(place, 9, 9)
        painter.setPen(color("running"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _draw(self) -> None:
        token = "accent" if self.isChecked() else "text_secondary"
        gap = 0 if self._folded else _GAP
        self.setIcon(icon(self._place.icon_name, token, _ICON, gap))
        self.setIconSize(QSize(_ICON + gap, _ICON))
