from cnet_ui.models.log_lines import Note, Row, Source, Sourced
from cnet_ui.models.log_place import find_again
from helpers.fake_agent import make_records

A, B = Source("a", "a"), Source("b", "b")


def row(number: int, at: float, source: Source = A) -> Row:
    (record,) = make_records("line", first=number, at=at)
    return Row(Sourced(record, source))


ONE, TWO, THREE = row(1, 0), row(2, 1), row(3, 2)


def test_a_line_is_found_where_it_is_now() -> None:
    assert find_again([Row(Note("here")), ONE, TWO, THREE], TWO) == 2


def test_of_the_lines_of_one_moment_that_of_its_source_is_found() -> None:
    other = row(2, 1, B)
    assert find_again([ONE, TWO, other, THREE], other) == 2
    assert find_again([ONE, TWO, row(9, 1), THREE], other) == 1


def test_where_it_is_gone_the_next_one_stands_for_it() -> None:
    assert find_again([ONE, THREE], TWO) == 1
    assert find_again([ONE, TWO], THREE) is None
    assert find_again([], ONE) is None
