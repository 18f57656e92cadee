import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_ui.commands import Command, Commands, Kind, Needle, Tier


def command(title: str, **fields: object) -> Command:
    return Command(title, title, Kind.ACTION, lambda: None, **fields)  # type: ignore[arg-type]


def tier(text: str, title: str, keywords: str = "") -> int | None:
    rank = Needle(text).rank(title.lower(), keywords)
    return rank[0] if rank else None


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("train", "Training", Tier.PREFIX),
        ("TRAIN", "training", Tier.PREFIX),
        ("train", "neural-network-train", Tier.WORD),
        ("rain", "Training", Tier.INSIDE),
        ("nt", "New task", Tier.SCATTERED),
        ("linreg", "ML: Linear Regression", Tier.SCATTERED),
        ("run reg", "Run the regression again", Tier.WORD),
        ("reg run", "Run the regression again", Tier.WORD),
        ("任务", "新建任务", Tier.INSIDE),
        ("ask", "Settings", None),
        ("zz", "Training", None),
        ("run zz", "Run it", None),
    ],
)
def test_a_title_is_found_by_its_beginning_its_words_or_its_letters(
    text: str, title: str, expected: Tier | None
) -> None:
    assert tier(text, title) == expected


def test_other_words_count_for_more_than_scattered_letters() -> None:
    assert tier("colour", "Theme: dark", "appearance colours") == Tier.KEYWORD
    assert Tier.KEYWORD < Tier.SCATTERED


def test_scattered_letters_begin_at_the_start_of_a_word() -> None:
    assert tier("ew", "New west") == Tier.INSIDE
    assert tier("eww", "New wide west") is None


@pytest.mark.parametrize(
    ("text", "title", "marks"),
    [
        ("train", "Training", ((0, 5),)),
        ("train", "neural-network-train", ((15, 5),)),
        ("nt", "New task", ((0, 1), (4, 1))),
        ("pause queue", "Pause the training queue", ((0, 5), (19, 5))),
        ("new", "New task", ((0, 3),)),
        ("", "New task", ()),
        ("colour", "Theme", ()),
    ],
)
def test_the_letters_that_were_matched_are_known(
    text: str, title: str, marks: tuple[tuple[int, int], ...]
) -> None:
    assert Needle(text).marks(title) == marks


@given(st.text(max_size=12), st.text(max_size=30))
def test_marks_lie_inside_the_title_and_do_not_overlap(text: str, title: str) -> None:
    end = -1
    for start, length in Needle(text).marks(title):
        assert start > end
        assert length > 0
        end = start + length
        assert end <= len(title)


@given(st.text("abct -", max_size=6), st.text("abc -", max_size=3), st.text("abct -", max_size=20))
def test_a_longer_text_finds_nothing_that_a_shorter_one_does_not(
    text: str, more: str, title: str
) -> None:
    """Or a search could not go on with what the last one found."""
    if Needle(text + more).rank(title, "") is not None:
        assert Needle(text).rank(title, "") is not None


def test_what_cannot_be_done_says_why_in_place_of_its_hint() -> None:
    assert command("Stop it", hint="since 10:02").beside == "since 10:02"
    assert command("Stop it", hint=lambda: "since 10:03").beside == "since 10:03"
    assert command("Stop it", hint="since 10:02", disabled="It ended.").beside == "It ended."


def test_a_long_list_of_commands_comes_after_all_others() -> None:
    commands = Commands()
    commands.add(lambda: [command("task-1")], is_long=True)
    commands.add(lambda: [command("Settings")])
    assert [each.title for each in commands] == ["Settings", "task-1"]
