import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_ui.models.arguments import UnclosedQuote, format_arguments, parse_arguments

ARGUMENT = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("", ()),
        ("--epochs\n5", ("--epochs", "5")),
        ("  hello world  \n\n", ("hello world",)),
        ('--name="two words"', ("--name=two words",)),
        ("'it is'", ("it is",)),
        ("''", ("",)),
        ('-c\nprint("hi")', ("-c", 'print("hi")')),
        ("it's", ("it's",)),
        (r"\d+", (r"\d+",)),
        ("'two\nlines'\nnext", ("two\nlines", "next")),
        ('"hello" said the cat', ('"hello" said the cat',)),
    ],
)
def test_a_line_is_an_argument_and_quotes_are_understood(
    text: str, arguments: tuple[str, ...]
) -> None:
    assert parse_arguments(text) == arguments


def test_a_quote_that_is_not_closed_is_told_with_its_line() -> None:
    with pytest.raises(UnclosedQuote, match="line 2 is not closed"):
        parse_arguments("one\n'two\nthree")


@given(st.lists(ARGUMENT, max_size=6))
def test_what_is_written_out_is_read_back(arguments: list[str]) -> None:
    assert parse_arguments(format_arguments(arguments)) == tuple(arguments)
