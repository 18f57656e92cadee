"""How much of a disk may still be written to."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from cnet_agent.supervisor.spare import room


@pytest.mark.parametrize(
    ("size", "free", "expected"),
    [
        (1_000, 100, 100 - 5),  # of a large disk so many blocks stay free
        (100, 50, 50 - 2),  # of a small one its share
        (1_000, 3, 3 - 5),
    ],
)
def test_a_part_of_a_disk_stays_free(
    monkeypatch: pytest.MonkeyPatch, size: int, free: int, expected: int
) -> None:
    found = SimpleNamespace(f_blocks=size, f_bavail=free, f_frsize=4096)
    monkeypatch.setattr(os, "statvfs", lambda _disk: found)
    assert room("/", spare=5 * 4096, share=50) == expected * 4096


def test_a_disk_that_is_gone_cannot_be_asked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        room(str(tmp_path / "gone"), 1, 50)
