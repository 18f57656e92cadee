"""How many processes shall hold a version."""

from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.model_server.scaling import CROWDED, Scale


def test_there_are_as_many_as_there_must_be_at_once() -> None:
    assert Scale(2, 4).wanted(0.0, have=0, pending=0, asked_at=0.0) == 2
    assert Scale(2, 4).wanted(0.0, have=1, pending=0, asked_at=0.0) == 2


def test_another_one_is_added_when_it_stays_crowded_and_not_for_a_moment() -> None:
    scale, many = Scale(1, 3), CROWDED + 1
    assert scale.wanted(0.0, have=1, pending=many, asked_at=0.0) == 1
    assert scale.wanted(0.5, have=1, pending=0, asked_at=0.0) == 1
    assert scale.wanted(1.4, have=1, pending=many, asked_at=0.0) == 1
    assert scale.wanted(2.3, have=1, pending=many, asked_at=0.0) == 1
    assert scale.wanted(2.4, have=1, pending=many, asked_at=0.0) == 2
    assert scale.wanted(2.5, have=2, pending=2 * many, asked_at=0.0) == 2
    assert scale.wanted(3.6, have=2, pending=2 * many, asked_at=0.0) == 3
    assert scale.wanted(9.0, have=3, pending=500, asked_at=0.0) == 3


def test_the_last_one_goes_after_half_a_minute_in_which_the_others_would_have_done() -> None:
    scale = Scale(1, 3)
    assert scale.wanted(0.0, have=3, pending=20, asked_at=0.0) == 3
    assert scale.wanted(29.0, have=3, pending=0, asked_at=0.0) == 3
    assert scale.wanted(30.0, have=3, pending=0, asked_at=0.0) == 2
    assert scale.wanted(59.0, have=2, pending=0, asked_at=0.0) == 2
    assert scale.wanted(60.0, have=2, pending=0, asked_at=0.0) == 1
    assert scale.wanted(500.0, have=1, pending=0, asked_at=0.0) == 1


def test_an_idle_one_is_unloaded_and_loaded_by_the_next_request() -> None:
    scale = Scale(2, 2, idle=60.0)
    assert scale.wanted(59.0, have=2, pending=0, asked_at=0.0) == 2
    assert scale.wanted(60.0, have=2, pending=1, asked_at=0.0) == 2
    assert scale.wanted(60.0, have=2, pending=0, asked_at=0.0) == 0
    assert scale.wanted(70.0, have=0, pending=1, asked_at=70.0) == 2


@given(
    st.integers(1, 4),
    st.integers(0, 4),
    st.lists(st.tuples(st.floats(0.0, 40.0), st.integers(0, 100)), max_size=60),
)
def test_there_are_never_fewer_or_more_than_may_be(
    least: int, more: int, steps: list[tuple[float, int]]
) -> None:
    scale, have, now = Scale(least, least + more), 0, 0.0
    for pause, pending in steps:
        now += pause
        wanted = scale.wanted(now, have=have, pending=pending, asked_at=0.0)
        assert least <= wanted <= least + more
        assert have == 0 or abs(wanted - have) <= 1
        have = wanted
