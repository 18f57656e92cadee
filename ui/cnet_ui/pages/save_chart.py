"""Saves what a chart shows: as a picture, and its figures as a table."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from cnet_ui.background import Teller
from cnet_ui.save_file import save_file
from cnet_ui.theme import color

MARGIN = 16  # pixels around a picture

translate = QCoreApplication.translate


async def save_picture(window: QWidget, chart: QWidget, name: str) -> None:
    """Ask where, and save what is seen of a chart; ``name`` begins that of the file."""
    picture = picture_of(chart)

    def write(path: Path) -> None:
        if not picture.save(str(path)):
            raise OSError(f"{path} cannot be written")

    heading, kind = translate("save_chart", "Save as PNG"), translate("save_chart", "Pictures")
    await _save(window, heading, name, ".png", kind, write)


async def save_table(window: QWidget, text: str, name: str) -> None:
    """Ask where, and save figures as CSV; ``name`` begins that of the file."""

    def write(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    heading, kind = translate("save_chart", "Save as CSV"), translate("save_chart", "Tables")
    await _save(window, heading, name, ".csv", kind, write)


def picture_of(chart: QWidget) -> QImage:
    """Return what a chart looks like on the ground that it has in the window."""
    grabbed = chart.grab()
    ratio = grabbed.devicePixelRatio()
    edge = round(MARGIN * ratio)
    picture = QImage(
        grabbed.width() + 2 * edge, grabbed.height() + 2 * edge, QImage.Format.Format_RGB32
    )
    picture.setDevicePixelRatio(ratio)
    picture.fill(color("surface"))
    painter = QPainter(picture)
    painter.drawPixmap(MARGIN, MARGIN, grabbed)
    painter.end()
    return picture


async def _save(
    window: QWidget,
    heading: str,
    name: str,
    suffix: str,
    kind: str,
    write: Callable[[Path], None],
) -> None:
    stamped = time.strftime(f"{name}-%Y%m%d-%H%M%S{suffix}")
    try:
        await save_file(window, heading, stamped, kind, write)
    except OSError as error:
        if isinstance(window, Teller):
            sentence = translate("save_chart", "It could not be saved: {error}.")
            window.tell(sentence.format(error=error))
