"""Ids of tasks."""

import uuid

from cnet_agent.runtime.ids import IdSource
from helpers.factories import EPOCH


def test_ids_grow_within_a_millisecond_and_while_the_clock_is_set_back() -> None:
    source = IdSource()
    made = [source.make(now) for now in (EPOCH, EPOCH, EPOCH - 3600, EPOCH - 1, EPOCH + 1)]
    assert made == sorted(set(made))
    assert all(uuid.UUID(one).version == 7 for one in made)


def test_ids_grow_after_a_restart_too() -> None:
    before = IdSource()
    newest = [before.make(EPOCH) for _ in range(5000)][-1]
    after = IdSource()
    after.go_on_after(newest)
    assert after.make(EPOCH - 3600) > newest
