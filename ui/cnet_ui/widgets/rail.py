"""The rail at the left: the node on its top, then the pages."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout

from cnet_ui.icons import icon
from cnet_ui.pages.places import Place
from cnet_ui.shortcuts import keys_of, page_action
from cnet_ui.theme import color, ui_font
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.switcher import Switcher

WIDE, NARROW = 208, 57
_ICON = 17
_GAP = 7  # between icon and word


class Rail(QFrame):
    """Buttons for pages; folds to icons. ``chosen`` carries a page's key."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 12, 9, 12)
        self._column.setSpacing(2)
        self.node = Switcher(keys_of("connections"))
        self._column.addWidget(self.node)
        self._buttons: dict[str, _RailButton] = {}
        self._headings: list[QLabel] = []
        group = QButtonGroup(self)
        section = ""
        for place in places:
            if not place.section:
                self._column.addStretch(1)
            elif place.section != section:
                self._add_heading(place.section)
            section = place.section
            button = _RailButton(place, keys_of(page_action(place.key)))
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
        self.node.fold(is_folded=is_folded)
        for heading in self._headings:
            heading.setText("" if is_folded else str(heading.property("words")))
        for button in self._buttons.values():
            button.fold(is_folded=is_folded)

    def show_count(self, key: str, count: int) -> None:
        """Show a number beside a page, none if it is 0."""
        self._buttons[key].show_count(count)

    def _add_heading(self, words: str) -> None:
        heading = label(words, "section")
        heading.setProperty("words", words)
        heading.setContentsMargins(13, 0, 0, 0)
        heading.setFixedHeight(29)
        heading.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._headings.append(heading)
        self._column.addWidget(heading)


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
