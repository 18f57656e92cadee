"""The button that looks like a search box: it opens the command palette."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cnet_ui.icons import SIZE, pixmap
from cnet_ui.theme import color, ui_font
from cnet_ui.widgets.keys import cap_width, key_words, paint_cap

WIDTH, LEAST, HEIGHT = 300, 150, 32
_LEFT, _TEXT = 11, 34


class SearchButton(QAbstractButton):
    """Says what can be searched, and by which keys."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setObjectName("search-box")
        self._keys = key_words(keys)
        self.setText(self.tr("Search or run a command"))
        self.setAccessibleName(self.text())
        self.setToolTip(keys)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(WIDTH)
        self.setMinimumWidth(LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of a search box."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a field with a lens, the words and the keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("accent" if self.hasFocus() else "border_strong"))
        painter.setBrush(color("hover" if self.underMouse() else "field"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        ratio = self.devicePixelRatioF()
        drawn = pixmap("search", "text_muted", SIZE, ratio)
        painter.drawPixmap(_LEFT, (self.height() - SIZE) // 2, drawn)
        cap = self.rect().adjusted(self.width() - cap_width(self._keys) - 8, 0, 0, 0)
        paint_cap(painter, cap, self._keys)
        painter.setFont(ui_font())
        painter.setPen(color("text_muted"))
        words = self.rect().adjusted(_TEXT, 0, -cap_width(self._keys) - 16, 0)
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
