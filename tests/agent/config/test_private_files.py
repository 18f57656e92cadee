import os
from pathlib import Path

import pytest

from cnet_agent.config.private_files import write_private


def test_what_is_written_can_be_read_by_its_user_only(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write_private(tmp_path / "secret", b"one")
    finally:
        os.umask(old)
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_writing_again_replaces_the_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    (tmp_path / "secret.new").write_text("left by a crash")
    write_private(tmp_path / "secret", b"one longer text")
    write_private(tmp_path / "secret", b"two")
    assert (tmp_path / "secret").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_what_cannot_be_written_leaves_what_was_there_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_private(tmp_path / "secret", b"one")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_private(tmp_path / "secret", b"two")
    assert (tmp_path / "secret").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]
