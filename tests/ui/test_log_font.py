import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics

import cnet_resources
from cnet_ui.log_font import FILE, log_font, spaced
from cnet_ui.theme import mono_font
from helpers.console import theme

pytestmark = pytest.mark.gui


def test_lines_of_logs_are_22_pixels_high_and_as_wide_as_ever(qapp: object) -> None:
    theme()
    ours, plain = QFontMetrics(log_font()), QFontMetrics(mono_font())
    assert QFontInfo(log_font()).family() == "CNET Log Lines"
    assert (ours.height(), ours.lineSpacing()) == (22, 22)
    assert ours.horizontalAdvance("x" * 80) == plain.horizontalAdvance("x" * 80)


def test_nothing_but_names_and_room_is_changed() -> None:
    data = (cnet_resources.fonts() / FILE).read_bytes()
    made = spaced(data)
    assert len(made) == len(data)
    assert sum(a != b for a, b in zip(made, data, strict=True)) < 300
