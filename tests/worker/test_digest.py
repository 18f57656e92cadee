"""The hash by which a model's file is known again."""

from hashlib import sha256
from pathlib import Path

import pytest

from cnet_worker.digest import digest_of


def test_a_file_has_the_hash_that_everybody_else_gives_it(tmp_path: Path) -> None:
    file = tmp_path / "model"
    file.write_bytes(b"x" * 3_000_000)
    assert digest_of(file) == sha256(b"x" * 3_000_000).hexdigest()


def test_a_folder_has_another_hash_once_anything_in_it_is_different(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    (folder / "variables").mkdir(parents=True)
    (folder / "a").write_text("1")
    (folder / "variables" / "b").write_text("2")
    seen = {digest_of(folder)}
    (folder / "a").write_text("12")
    (folder / "variables" / "b").write_text("")
    seen.add(digest_of(folder))
    (folder / "a").rename(folder / "c")
    seen.add(digest_of(folder))
    assert len(seen) == 3


def test_what_is_not_there_has_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        digest_of(tmp_path / "none")
