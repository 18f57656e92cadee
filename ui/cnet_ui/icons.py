"""Lucide's icons in the colours of the theme, sharp at any scale."""

import functools
import logging

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import cnet_resources
from cnet_ui.theme import color

logger = logging.getLogger(__name__)

FOLDER = cnet_resources.icons()
FALLBACK = "square-terminal"  # for what a preset names and we do not have
TRAY_MARK = "cnet-tray"
SIZE = 16


def exists(name: str) -> bool:
    """Return whether there is an icon of that name."""
    return "/" not in name and (FOLDER / f"{name}.svg").exists()


def icon(
    name: str,
    token: str = "text_secondary",  # noqa: S107 - a colour's name
    size: int = SIZE,
    gap: int = 0,
) -> QIcon:
    """Return an icon in the colour of a token, paler where its widget is disabled.

    ``gap`` pixels at its right keep it from the word beside it.
    """
    return _icon(name, color(token).name(), color("text_muted").name(), size, gap)


def pixmap(name: str, token: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return an icon ``size`` logical pixels wide, in the colour of a token."""
    return _draw(name, color(token).name(), size, ratio)


def dot(token: str, size: int = 8) -> QIcon:
    """Return a small disc in the colour of a token, in the middle of an icon's place."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        drawn = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(token))
        edge = (SIZE - size) / 2 * ratio
        painter.drawEllipse(QRectF(edge, edge, size * ratio, size * ratio))
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        made.addPixmap(drawn)
    return made


def application_icon() -> QIcon:
    """Return the icon of windows and task bars."""
    made = QIcon()
    for size in (16, 32, 48, 64, 128, 256):
        made.addFile(str(cnet_resources.app_icon(size)))
    return made


def tray_icon(*, is_bar_dark: bool) -> QIcon:
    """Return the mark of the application, without a ground, as bars beside clocks have them."""
    text = (FOLDER / f"{TRAY_MARK}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", "#ffffff" if is_bar_dark else "#1a1f27")
    renderer = QSvgRenderer(QByteArray(text.encode()))
    made = QIcon()
    for size in (16, 22, 24, 32, 48):
        drawn = QPixmap(size, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(drawn)
    return made


@functools.lru_cache(maxsize=1024)  # each button asks several times; nobody changes what they get
def _icon(name: str, rgb: str, disabled: str, size: int, gap: int) -> QIcon:
    made = QIcon()
    for ratio in (1.0, 2.0):
        for colour, mode in ((rgb, QIcon.Mode.Normal), (disabled, QIcon.Mode.Disabled)):
            made.addPixmap(_widen(_draw(name, colour, size, ratio), gap), mode)
    return made


@functools.lru_cache(maxsize=1024)
def _draw(name: str, rgb: str, size: int, ratio: float) -> QPixmap:
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    _renderer(name, rgb).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _widen(drawn: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawn
    ratio = drawn.devicePixelRatio()
    wider = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(QRectF(0, 0, drawn.width(), drawn.height()), drawn, QRectF(drawn.rect()))
    painter.end()
    wider.setDevicePixelRatio(ratio)
    return wider


@functools.lru_cache(maxsize=1024)
def _renderer(name: str, rgb: str) -> QSvgRenderer:
    if not exists(name):
        logger.warning("there is no icon %r", name)
        name = FALLBACK
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", rgb).replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(text.encode()))
