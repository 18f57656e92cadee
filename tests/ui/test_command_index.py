from collections.abc import Iterator

import pytest

from cnet_ui.command_index import PER_GROUP, SLICE, CommandIndex, Group, Search
from cnet_ui.commands import Command, Kind, Needle, Rank


def make(title: str, kind: Kind = Kind.ACTION, key: str = "") -> Command:
    return Command(key or title, title, kind, lambda: None)


COMMANDS = [
    make("Training", Kind.PAGE),
    make("Tasks", Kind.PAGE),
    make("neural-network-train", Kind.TASK),
    make("mnist-cnn", Kind.TASK),
    make("ML: Linear Regression", Kind.PRESET),
    make("Pause the training queue"),
    make("Quit"),
]


def run(search: Search) -> list[Group]:
    while not search.step():
        pass
    return search.groups()


def titles(groups: list[Group]) -> list[str]:
    return [found.command.title for group in groups for found in group.found]


def find(text: str, commands: list[Command] = COMMANDS, recent: tuple[str, ...] = ()) -> list[str]:
    return titles(run(Search(CommandIndex(commands, recent), text)))


def test_the_group_of_the_best_one_comes_first() -> None:
    assert find("train") == ["Training", "neural-network-train", "Pause the training queue"]
    assert find("quit") == ["Quit"]


def test_scattered_letters_count_only_where_nothing_better_is_found() -> None:
    commands = [make("Quit"), make("Queue up it")]
    assert find("quit", commands) == ["Quit"]
    assert find("qpi", commands) == ["Queue up it"]


def test_of_two_that_fit_equally_the_one_used_last_comes_first() -> None:
    commands = [make("Theme: dark"), make("Theme: light"), make("Theme: as the system has it")]
    assert find("theme", commands)[0] == "Theme: dark"
    assert find("theme", commands, recent=("Theme: light",))[0] == "Theme: light"


def test_what_was_used_last_does_not_pass_what_fits_better() -> None:
    commands = [make("Quit"), make("Be quiet")]
    assert find("qui", commands, recent=("Be quiet",)) == ["Quit", "Be quiet"]


def test_before_anything_is_typed_recent_ones_stand_on_top_and_nowhere_else() -> None:
    groups = run(Search(CommandIndex(COMMANDS, ("Quit", "mnist-cnn", "gone")), ""))
    assert groups[0].kind is None
    assert titles(groups[:1]) == ["Quit", "mnist-cnn"]
    assert [group.kind for group in groups[1:]] == [Kind.PAGE, Kind.TASK, Kind.PRESET, Kind.ACTION]
    assert titles(groups).count("Quit") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">", ["Pause the training queue", "Quit"]),
        ("> train", ["Pause the training queue"]),
        ("#train", ["neural-network-train"]),
        ("#", ["neural-network-train", "mnist-cnn"]),
    ],
)
def test_a_sign_asks_for_one_kind(text: str, expected: list[str]) -> None:
    assert sorted(find(text)) == sorted(expected)


def test_a_group_among_others_is_short_and_says_how_many_there_are() -> None:
    tasks = [make(f"train-{number}", Kind.TASK) for number in range(50)]
    (pages, group) = run(Search(CommandIndex([make("Training", Kind.PAGE), *tasks]), "train"))
    assert (pages.total, len(group.found), group.total) == (1, PER_GROUP, 50)


def many() -> Iterator[Command]:
    for number in range(10_000):
        yield make(f"task-{number:05}-{('etl', 'train', 'predict')[number % 3]}", Kind.TASK)


def test_a_search_that_goes_on_from_the_last_one_finds_the_same() -> None:
    index = CommandIndex(many())
    before = Search(index, "tr")
    run(before)
    narrowed, anew = Search(index, "train 99", before), Search(index, "train 99")
    assert titles(run(narrowed)) == titles(run(anew))
    assert narrowed.groups()[0].total == anew.groups()[0].total > 0


def test_a_search_that_was_not_done_is_nothing_to_go_on_from() -> None:
    index = CommandIndex(many())
    before = Search(index, "t")
    before.step()
    assert run(Search(index, "task", before))[0].total == 10_000


def test_commands_are_read_a_slice_at_a_time() -> None:
    read: list[int] = []

    def reading() -> Iterator[Command]:
        for number, each in enumerate(many()):
            read.append(number)
            yield each

    search = Search(CommandIndex(reading()), "etl")
    search.step()
    assert len(read) == SLICE


def test_ten_thousand_tasks_are_looked_at_a_slice_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []
    rank = Needle.rank

    def counting(needle: Needle, title: str, keywords: str) -> Rank | None:
        looked.append(title)
        return rank(needle, title, keywords)

    monkeypatch.setattr(Needle, "rank", counting)
    search = Search(CommandIndex(many()), "train")
    before = 0
    while not search.step():
        assert len(looked) - before <= SLICE
        before = len(looked)
    assert len(looked) == 10_000
    assert search.groups()[0].total == 3333
