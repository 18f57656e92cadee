"""The font of logs: the monospaced one with air between its lines, for which Qt has no setting."""

import functools
import struct

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

import cnet_resources
from cnet_ui.theme import mono_font

FILE = "JetBrainsMono-Regular.ttf"
SIZE = 12  # pixels
ABOVE, BELOW = 1.24, 0.56  # of the size: lines are 22 pixels high
_NAME, _OWN = "JetBrains Mono", "CNET Log Lines"  # of equal length, to be put in place

_HHEA = (4, 6, 8)  # offsets of ascent, descent and gap
_OS2 = (68, 70, 72)
_OS2_WINDOWS = (74, 76)


def log_font() -> QFont:
    """Return the font of a log's lines, with what the language adds to it."""
    _load()
    font = mono_font(SIZE)
    font.setFamilies([_OWN, *font.families()])
    return font


@functools.cache
def _load() -> None:
    data = (cnet_resources.fonts() / FILE).read_bytes()
    QFontDatabase.addApplicationFontFromData(QByteArray(spaced(data)))


def spaced(data: bytes) -> bytes:
    """Return a TrueType font under another name, with more room above and below its lines. Pure."""
    font = bytearray(data)
    tables = {}
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        tables[tag] = (offset, length)
    (em,) = struct.unpack_from(">H", font, tables[b"head"][0] + 18)
    above, below = round(ABOVE * em), round(BELOW * em)
    for tag, places in ((b"hhea", _HHEA), (b"OS/2", _OS2)):
        for place, value in zip(places, (above, -below, 0), strict=True):
            struct.pack_into(">h", font, tables[tag][0] + place, value)
    for place, value in zip(_OS2_WINDOWS, (above, below), strict=True):
        struct.pack_into(">H", font, tables[b"OS/2"][0] + place, value)
    start, length = tables[b"name"]
    for code in ("utf-16-be", "ascii"):
        names = bytes(font[start : start + length])
        font[start : start + length] = names.replace(_NAME.encode(code), _OWN.encode(code))
    return bytes(font)
