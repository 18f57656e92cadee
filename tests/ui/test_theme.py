import re
from dataclasses import fields

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.theme import DARK, LIGHT, ThemeChoice, Tokens, style_sheet, tokens
from helpers.console import theme

pytestmark = pytest.mark.gui

GROUNDS = ("window", "rail", "surface", "dialog", "raised", "field", "log")
TEXTS = ("text", "text_secondary", "text_muted")
PAIRS = [
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    *((f"{tone}", f"{tone}_tint") for tone in ("running", "waiting", "good", "bad", "neutral")),
    *((tone, "surface") for tone in ("running", "waiting", "good", "bad", "neutral", "accent")),
    *((text, ground) for text in TEXTS[:2] for ground in ("accent_tint", "selection", "hover")),
    ("text", "bad_ground"),
    ("text", "waiting_ground"),
    ("waiting", "waiting_tint"),
    ("on_accent", "accent_strong"),
    ("on_accent", "accent_hover"),
]


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    found = QColor(color)
    red, green, blue = (linear(p) for p in (found.redF(), found.greenF(), found.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("table", [DARK, LIGHT], ids=["dark", "light"])
def test_text_can_be_read_on_its_ground(table: Tokens) -> None:
    poor = {
        (text, ground): round(found, 2)
        for text, ground in PAIRS
        if (found := contrast(getattr(table, text), getattr(table, ground))) < 4.5
    }
    assert poor == {}


@pytest.mark.parametrize("table", [DARK, LIGHT], ids=["dark", "light"])
def test_lines_of_charts_and_the_focus_can_be_seen(table: Tokens) -> None:
    names = ("cpu", "memory", "disk", "received", "sent", "accent")
    poor = {n: contrast(getattr(table, n), table.surface) for n in names}
    assert {name: found for name, found in poor.items() if found < 3.0} == {}


def test_every_colour_is_one() -> None:
    for field in fields(Tokens):
        if field.name not in ("dark", "scrim"):
            assert QColor(getattr(DARK, field.name)).isValid(), field.name
            assert QColor(getattr(LIGHT, field.name)).isValid(), field.name


def test_the_style_sheet_leaves_nothing_open() -> None:
    assert re.findall(r"\$\w+", style_sheet(DARK)) == []


def test_a_chosen_theme_is_in_force_and_told(qapp: object) -> None:
    told: list[bool] = []
    dressed = theme()
    dressed.changed.connect(lambda: told.append(tokens().dark))
    dressed.use(ThemeChoice.LIGHT)
    dressed.use(ThemeChoice.DARK)
    assert told[-2:] == [False, True]


class Styled(QWidget):
    """Counts how often it is styled."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        self.times += event.type() == QEvent.Type.StyleChange


def test_what_is_chosen_twice_is_told_but_styles_nothing_anew(qtbot: QtBot) -> None:
    dressed = theme()
    shown = Styled()
    qtbot.addWidget(shown)
    shown.show()
    dressed.use(ThemeChoice.LIGHT)
    before = shown.times
    with qtbot.waitSignal(dressed.changed):
        dressed.use(ThemeChoice.LIGHT)
    assert shown.times == before
    dressed.use(ThemeChoice.DARK)
    assert shown.times > before
