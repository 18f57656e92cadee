"""The hash by which a model's file is known again."""

from __future__ import annotations

import hashlib
from pathlib import Path

_PIECE = 1024 * 1024  # bytes


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, or of a folder's files with their names, in hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    found = hashlib.sha256()
    if not path.is_dir():
        _add(found, path)
        return found.hexdigest()
    for file in sorted(each for each in path.rglob("*") if each.is_file()):
        found.update(f"{file.relative_to(path).as_posix()}\0{file.stat().st_size}\0".encode())
        _add(found, file)
    return found.hexdigest()


def _add(found: hashlib._Hash, file: Path) -> None:
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            found.update(piece)
