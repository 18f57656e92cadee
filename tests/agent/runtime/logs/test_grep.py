"""Searching lines for a person's pattern."""

import pytest

from cnet_agent.model.errors import InvalidRequest
from cnet_agent.runtime.logs.grep import Grep


def test_a_pattern_is_found_anywhere_in_the_line() -> None:
    assert Grep(r"loss=0\.\d+").finds("epoch 3 loss=0.25 done")
    assert not Grep(r"^loss").finds("epoch 3 loss=0.25 done")


@pytest.mark.parametrize("pattern", ["(unclosed", "[z-a]", "*"])
def test_a_broken_pattern_is_refused_with_its_place(pattern: str) -> None:
    with pytest.raises(InvalidRequest, match="is not a regular expression") as caught:
        Grep(pattern)
    assert caught.value.errors[0].loc == ("grep",)


def test_a_pattern_that_would_take_for_ever_is_stopped() -> None:
    with pytest.raises(InvalidRequest, match="takes too long"):
        Grep(r"(?:a|aa)+$").finds("a" * 60 + "!")


def test_a_pattern_has_a_length() -> None:
    with pytest.raises(InvalidRequest, match="longer than"):
        Grep("a" * 1001)


def test_a_search_ends_when_its_time_is_over() -> None:
    moment = [0.0]
    grep = Grep("a", clock=lambda: moment[0])
    assert not grep.is_over
    moment[0] = 5.0
    assert grep.is_over
