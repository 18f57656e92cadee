import pytest

from cnet_ui.models.ansi import Span, Style, plain, styled


def test_a_plain_line_stays_as_it_is() -> None:
    assert plain("héllo\tworld") == "héllo\tworld"
    assert styled("hello") == ("hello", [])


@pytest.mark.parametrize(
    ("sequence", "style"),
    [
        ("31", Style(colour=1)),
        ("92", Style(colour=10)),
        ("44", Style(ground=4)),
        ("103", Style(ground=11)),
        ("1;31", Style(colour=1, bold=True)),
        ("4", Style(underline=True)),
        ("2", Style(dim=True)),
        ("7", Style(inverse=True)),
        ("38;5;9", Style(colour=9)),
        ("38;5;196", Style(colour="#ff0000")),
        ("48;5;244", Style(ground="#808080")),
        ("38;2;1;2;3", Style(colour="#010203")),
        ("38:2::255:0:7", Style(colour="#ff0007")),
        ("38;2;1;2;3;1", Style(colour="#010203", bold=True)),
        ("38;5;999", Style(colour="#eeeeee")),
    ],
)
def test_a_sequence_gives_what_follows_a_style(sequence: str, style: Style) -> None:
    assert styled(f"a \x1b[{sequence}mred") == ("a red", [Span(2, 5, style)])


@pytest.mark.parametrize("end", ["0", "", "39", "22;39"])
def test_a_style_ends(end: str) -> None:
    text, spans = styled(f"\x1b[31mred\x1b[{end}m plain")
    assert text == "red plain"
    assert spans == [Span(0, 3, Style(colour=1))]


@pytest.mark.parametrize("part", ["22", "24", "27", "39", "49"])
def test_each_part_of_a_style_ends_by_itself(part: str) -> None:
    _, spans = styled(f"\x1b[1;2;4;7;31;44ma\x1b[{part}mb")
    assert spans[0].style != spans[1].style


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[2K",
        "\x1b[1G",
        "\x1b[?25l",
        "\x1b]0;title\x07",
        "\x1b]8;;http://x\x1b\\",
        "\x1bPq\x1b\\",
        "\x1b(B",
        "\x1b[38;2m",
        "\x1b[99999999m",
        "\x1b[?1m",
        "\x9b31;1H",
        "\x00\x08\x7f",
        "\u2028\u2029\ufdd0\ufffc",
        "\x1b",
        "\x1b[",
    ],
)
def test_nothing_that_a_terminal_would_obey_is_shown(sequence: str) -> None:
    line = f"do{sequence}ne" if sequence not in ("\x1b", "\x1b[", "\x1b(B") else f"done{sequence}"
    assert plain(line) == "done"
    assert styled(line)[0] == "done"


def test_a_progress_bar_shows_where_it_got_to() -> None:
    assert plain("10 %\r50 %\r100 %") == "100 %"
    assert plain("10 %\r") == "10 %"
    assert plain("\r") == ""
    assert styled("\x1b[31m10 %\r\x1b[32m100 %")[0] == "100 %"


def test_both_ways_to_read_a_line_give_the_same_text() -> None:
    line = "\x1b[1mT\x1b[0m\t\x07ab\x1b[4;38;5;20mc\x1b]0;x\x07d\r\x1b[31mend\x1b[m!"
    assert plain(line) == styled(line)[0] == "end!"
