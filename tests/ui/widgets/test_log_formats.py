import pytest
from PySide6.QtGui import QFont, QTextLayout

from cnet_ui.contrast import READABLE, contrast
from cnet_ui.models.log_lines import Note, Row
from cnet_ui.theme import DARK, LIGHT, ThemeChoice, tokens
from cnet_ui.widgets.log_formats import LogFormats
from helpers.console import theme
from helpers.fake_agent import make_records

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def _dark(qapp: object) -> None:
    theme().use(ThemeChoice.DARK)


def ranges(line: str) -> list[QTextLayout.FormatRange]:
    return LogFormats().ranges(Row(make_records(line)[0]), 0, 0, 0)


def seen(line: str) -> list[tuple[int, int, str]]:
    return [
        (each.start, each.length, each.format.foreground().color().name()) for each in ranges(line)
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("hello", []),
        ("INFO  ready", [(0, 4, DARK.accent)]),
        ("12:00 WARN low", [(6, 4, DARK.waiting)]),
        ("ERROR lost", [(0, 10, DARK.bad)]),
        ("DEBUG x", [(0, 7, DARK.text_muted)]),
    ],
)
def test_a_level_colours_its_word_or_its_line(
    line: str, expected: list[tuple[int, int, str]]
) -> None:
    assert seen(line) == expected


def test_a_terminals_colours_become_those_of_the_theme() -> None:
    assert seen("a \x1b[31mred\x1b[0m b") == [(2, 3, DARK.bad)]
    assert seen("\x1b[38;2;250;250;250mx") == [(0, 1, "#fafafa")]


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_every_colour_can_be_read_in_either_theme(choice: ThemeChoice) -> None:
    theme().use(choice)
    try:
        assert tokens() is (DARK if choice is ThemeChoice.DARK else LIGHT)
        codes = [*range(30, 38), *range(90, 98)]
        lines = [f"\x1b[{code}mx" for code in codes]
        lines += [f"\x1b[38;5;{number}mx" for number in range(256)]
        lines += [f"\x1b[{code + 10}mx" for code in codes]  # grounds
        lines += [f"\x1b[7;{code}mx" for code in codes]
        for line in lines:
            (made,) = ranges(line)
            found = made.format
            has_ground = found.background().style().value != 0
            ground = found.background().color().name() if has_ground else tokens().log
            assert contrast(found.foreground().color().name(), ground) >= READABLE, repr(line)
    finally:
        theme().use(ThemeChoice.DARK)


def test_bold_and_underlined_text_is_so() -> None:
    (found,) = ranges("\x1b[1;4mx")
    assert found.format.fontWeight() == QFont.Weight.Bold
    assert found.format.fontUnderline()


def test_a_note_has_a_colour_of_its_own() -> None:
    (found,) = LogFormats().ranges(Row(Note("A sentence.")), 14, 0, 0)
    assert found.length == 14 + len("A sentence.")
