"""A user's own script."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnet_worker.refused import CannotLoad
from cnet_worker.script import read


@pytest.fixture(autouse=True)
def own_path() -> Iterator[None]:
    before = list(sys.path)
    yield
    sys.path[:] = before
    sys.modules.pop("cnet_model_script", None)


def script(folder: Path, text: str) -> str:
    path = folder / "mine.py"
    path.write_text(text)
    return str(path)


def test_a_script_with_both_functions_is_used_for_both(tmp_path: Path) -> None:
    (tmp_path / "helper_of_mine.py").write_text("FACTOR = 3")
    text = (
        "from helper_of_mine import FACTOR\n"
        "def load(path): return path\n"
        "def predict(model, rows): return [row[0] * FACTOR for row in rows]\n"
        "if __name__ == '__main__': raise SystemExit('run as a program')\n"
    )
    found = read(script(tmp_path, text))
    assert found is not None
    assert found.load("m") == "m"
    assert found.predict("m", [[2]]) == [6]


def test_a_script_without_them_is_none(tmp_path: Path) -> None:
    assert read(script(tmp_path, "x = 1\n")) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("def load(path): pass\n", "has load but no predict"),
        ("def predict(m, rows): pass\n", "has predict but no load"),
        ("def load(\n", "line 1: "),
        ("1 / 0\n", "cannot be imported: ZeroDivisionError: division by zero"),
    ],
)
def test_a_script_that_cannot_be_used_is_told(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CannotLoad, match=says):
        read(script(tmp_path, text))


def test_a_script_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotLoad, match="is not there"):
        read(str(tmp_path / "none.py"))
    folder = tmp_path / "folder.py"
    folder.mkdir()
    with pytest.raises(CannotLoad, match="is not there"):
        read(str(folder))


def test_a_library_that_is_missing_is_left_to_who_knows_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModuleNotFoundError):
        read(script(tmp_path, "import library_that_is_missing\n"))
