"""Places in a log as text."""

import pytest

from cnet_agent.runtime.logs.cursor import Cursor


def test_a_cursor_survives_the_way_over_the_wire() -> None:
    assert Cursor.parse(str(Cursor(2, 7, 12345))) == Cursor(2, 7, 12345)


def test_cursors_compare_in_the_order_of_the_log() -> None:
    assert Cursor(1, 9, 500) < Cursor(1, 10, 0) < Cursor(2, 0, 0)


@pytest.mark.parametrize("text", ["", "1:2", "1:2:3:4", "a:b:c", "1:-2:3", "1:2:٣", "1: 2:3"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a cursor"):
        Cursor.parse(text)
