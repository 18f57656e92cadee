"""Refusals that are alike."""

from cnet_agent.runtime.audit.repeats import DIFFERENT, WINDOW, Repeats
from cnet_agent.wire.audit import AuditEntry
from helpers.factories import EPOCH


def refused(address: str = "127.0.0.1", at: float = EPOCH) -> AuditEntry:
    return AuditEntry(at=at, action="request", who="unknown", address=address, status=401)


def test_the_first_is_written_and_the_others_counted() -> None:
    repeats = Repeats()
    assert repeats.take(refused(), 0.0) == refused()
    for second in range(1, 1000):
        assert repeats.take(refused(at=EPOCH + second), 0.0) is None
    assert repeats.ends == WINDOW
    (again,) = repeats.end()
    assert (again.repeated, again.at) == (999, EPOCH + 999)
    assert repeats.ends is None


def test_one_that_did_not_come_again_is_not_written_twice() -> None:
    repeats = Repeats()
    repeats.take(refused(), 0.0)
    assert repeats.end() == []


def test_after_the_window_the_next_is_the_first_again() -> None:
    repeats = Repeats()
    repeats.take(refused(), 0.0)
    repeats.end()
    assert repeats.take(refused(), WINDOW) is not None


def test_from_a_thousand_places_only_so_many_are_told_apart() -> None:
    repeats = Repeats()
    written = [repeats.take(refused(f"10.0.0.{number}"), 0.0) for number in range(1000)]
    told = [entry for entry in written if entry is not None]
    assert len(told) == DIFFERENT + 1
    assert told[-1].who == "several"
    (rest,) = repeats.end()
    assert (rest.who, rest.repeated) == ("several", 1000 - DIFFERENT - 1)
