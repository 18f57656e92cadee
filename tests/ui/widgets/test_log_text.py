import pytest

from cnet_ui.widgets.log_text import MAX_LINE, Piece, pieces


def test_a_plain_line_is_one_piece() -> None:
    assert pieces("hello") == [Piece("hello")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("INFO  ready", [Piece("INFO", "accent"), Piece("  ready")]),
        ("12:00 WARN low", [Piece("12:00 "), Piece("WARN", "waiting"), Piece(" low")]),
        ("ERROR lost", [Piece("ERROR", "bad"), Piece(" lost", "bad")]),
        ("DEBUG x", [Piece("DEBUG", "text_muted"), Piece(" x", "text_muted")]),
    ],
)
def test_a_level_colours_its_word_or_its_line(line: str, expected: list[Piece]) -> None:
    assert pieces(line) == expected


def test_a_level_late_in_a_line_is_a_word_like_any_other() -> None:
    line = "x" * 70 + " ERROR"
    assert pieces(line) == [Piece(line)]


def test_ansi_colours_become_the_colours_of_the_theme() -> None:
    assert pieces("a \x1b[1;31mred\x1b[0m b") == [
        Piece("a "),
        Piece("red", "bad", bold=True),
        Piece(" b"),
    ]
    assert pieces("\x1b[38;2;1;2;3mx") == [Piece("x", "#010203")]


def test_no_sequence_of_a_terminal_is_shown() -> None:
    shown = "".join(piece.text for piece in pieces("\x1b[2K\x1b[1Gdone\x1b]0;title\x07"))
    assert shown == "done"


def test_a_progress_bar_shows_where_it_got_to() -> None:
    assert pieces("10 %\r50 %\r100 %") == [Piece("100 %")]
    assert pieces("10 %\r") == [Piece("10 %")]


def test_a_line_without_end_is_cut_and_says_so() -> None:
    (piece,) = pieces("x" * 1_000_000)
    assert piece.text.startswith("x" * MAX_LINE)
    assert piece.text.endswith("(1,000,000)")
