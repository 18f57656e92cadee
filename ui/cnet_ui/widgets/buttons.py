"""Buttons whose icons change with the theme."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from cnet_ui.icons import SIZE, icon

Kind = Literal["normal", "primary", "danger", "link", "small", "quiet"]
_GAP = 4  # between icon and word
_TOKENS = {"primary": "on_accent", "danger": "bad", "link": "accent"}


class Button(QPushButton):
    """A button with a word, and an icon where there is one."""

    def __init__(
        self,
        text: str,
        *,
        icon_name: str = "",
        kind: Kind = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._token = _TOKENS.get(kind, "text")
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setAutoDefault(kind == "primary")
        self._draw()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press it with Enter as well."""
        if not _pressed(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        if self._icon_name:
            self.setIcon(icon(self._icon_name, self._token, gap=_GAP))
            self.setIconSize(QSize(SIZE + _GAP, SIZE))


class IconButton(QToolButton):
    """A button that is only an icon; ``name`` is its tool tip, and what a screen reader says."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        *,
        checkable: bool = False,
        token: str = "text_secondary",  # noqa: S107 - a colour's name
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._token = token
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(checkable)
        self.setFixedSize(30, 30)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(lambda _: self._draw())
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press it with Enter as well."""
        if not _pressed(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._icon_name, "accent" if self.isChecked() else self._token))


def _pressed(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button that has the focus with Enter, as elsewhere; Qt has the space bar alone."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if is_enter and not event.isAutoRepeat():
        button.click()
    return is_enter
