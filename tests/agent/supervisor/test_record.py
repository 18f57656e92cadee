"""The attempt record: slots, sections, damage."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.supervisor import record

INTENT = {"supervisor": {"pid": 7, "start": 1}, "child": {"pid": 8, "start": 2}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "1.record"
    record.create(made, {"id": "a", "name": "münchen"})
    return made


@pytest.fixture
def descriptor(path: Path) -> Iterator[int]:
    made = record.open_record(path)
    yield made
    os.close(made)


def test_a_new_record_holds_the_description_and_proves_that_nothing_ran(path: Path) -> None:
    found = record.read(path)
    assert found.spec == {"id": "a", "name": "münchen"}
    assert found.never_ran
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_record_is_not_created_over_another(path: Path) -> None:
    with pytest.raises(FileExistsError):
        record.create(path, {})


def test_slots_are_read_back_and_do_not_touch_each_other(path: Path, descriptor: int) -> None:
    record.write_intent(descriptor, INTENT)
    record.write_stop(descriptor, record.StopRequest(2.5))
    record.write_exit(descriptor, {"reason": "exit", "exit_code": 3})
    found = record.read(path)
    assert (found.intent, found.exit) == (INTENT, {"reason": "exit", "exit_code": 3})
    assert record.read_stop(descriptor) == record.StopRequest(2.5)
    assert found.spec is not None
    assert not found.never_ran


def test_a_shorter_value_leaves_nothing_of_a_longer_one(path: Path, descriptor: int) -> None:
    record.write_exit(descriptor, {"detail": "x" * 1000})
    record.write_exit(descriptor, {"detail": ""})
    assert record.read(path).exit == {"detail": ""}


def test_an_exit_whose_detail_is_too_long_is_shortened(path: Path, descriptor: int) -> None:
    record.write_exit(descriptor, {"exit_code": 1, "detail": "x" * 100_000})
    found = record.read(path).exit
    assert found is not None
    assert found["exit_code"] == 1


def test_writing_slots_never_makes_the_file_longer(path: Path, descriptor: int) -> None:
    size = path.stat().st_size
    record.write_intent(descriptor, INTENT)
    record.write_stop(descriptor, record.StopRequest(1))
    record.write_exit(descriptor, {"exit_code": 1})
    assert path.stat().st_size == size


def test_the_last_launch_order_counts(path: Path, descriptor: int) -> None:
    record.append_launch(descriptor, {"argv": ["a" * 500]})
    record.append_launch(descriptor, {"argv": ["b"]})
    found = record.read(path)
    assert found.launch == {"argv": ["b"]}
    assert found.spec is not None


def test_a_launch_order_cut_short_is_replaced(path: Path, descriptor: int) -> None:
    record.append_launch(descriptor, {"argv": ["a" * 500]})
    os.ftruncate(descriptor, path.stat().st_size - 20)
    assert record.read(path).launch is None
    record.append_launch(descriptor, {"argv": ["b"]})
    assert record.read(path).launch == {"argv": ["b"]}


def test_a_damaged_slot_proves_nothing(path: Path, descriptor: int) -> None:
    record.write_intent(descriptor, INTENT)
    os.pwrite(descriptor, b"\xff\xff", 90)
    found = record.read(path)
    assert found.intent is None
    assert found.damaged
    assert not found.never_ran


def test_a_newer_version_proves_nothing(path: Path, descriptor: int) -> None:
    os.pwrite(descriptor, b"CNET-ATTEMPT 9\n", 0)
    assert not record.read(path).never_ran


@pytest.mark.parametrize("size", [0, 5, 63, 64, 700, 4095, 4096, 4100])
def test_a_record_cut_short_before_its_start_never_ran(
    path: Path, descriptor: int, size: int
) -> None:
    os.ftruncate(descriptor, size)
    found = record.read(path)
    assert found.never_ran
    record.rewrite(descriptor, {"id": "b"})
    assert record.read(path).spec == {"id": "b"}


def test_a_stop_request_that_stays_unreadable_counts_without_grace(descriptor: int) -> None:
    os.pwrite(descriptor, b"garbage", 640)
    assert record.read_stop(descriptor) == record.StopRequest(0.0)


@given(st.binary(max_size=9000))
def test_whatever_the_bytes_reading_does_not_raise(text: bytes) -> None:
    record.parse(text)


@given(st.integers(0, 4600), st.binary(min_size=1, max_size=40))
def test_damage_anywhere_is_survived(
    tmp_path_factory: pytest.TempPathFactory, offset: int, garbage: bytes
) -> None:
    path = tmp_path_factory.mktemp("r") / "1.record"
    record.create(path, {"id": "a"})
    descriptor = record.open_record(path)
    try:
        record.write_intent(descriptor, INTENT)
        record.append_launch(descriptor, {"argv": ["x" * 300]})
        os.pwrite(descriptor, garbage, offset)
    finally:
        os.close(descriptor)
    found = record.read(path)
    assert found.intent in (INTENT, None)
    assert found.intent is not None or not found.never_ran or not garbage.strip(b"\0")


def test_a_lock_is_seen_by_others_as_long_as_any_copy_is_open(path: Path, descriptor: int) -> None:
    assert not record.is_held(path)
    assert record.hold(descriptor)
    copy = os.dup(descriptor)
    assert record.is_held(path)
    assert record.is_held(path)
    os.close(copy)
    assert record.is_held(path)


def test_a_lock_is_taken_once(path: Path, descriptor: int) -> None:
    assert record.hold(descriptor)
    other = record.open_record(path)
    assert not record.hold(other)
    os.close(other)
