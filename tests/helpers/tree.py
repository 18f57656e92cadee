"""The files of the project, for tests of its own order."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE_ROOTS = ("app", "agent", "ui", "resources")


def sources(*roots: str) -> list[Path]:
    """Return every Python file of the product, or of some of its source roots."""
    return sorted(
        path
        for root in roots or SOURCE_ROOTS
        for path in (ROOT / root).rglob("*.py")
        if "__pycache__" not in path.parts
    )


def tests() -> list[Path]:
    """Return every Python file below tests."""
    return sorted((ROOT / "tests").rglob("*.py"))


def name(path: Path) -> str:
    """Return a path as it is written in the repository."""
    return path.relative_to(ROOT).as_posix()


def lines_with(paths: list[Path], *texts: str) -> list[str]:
    """Return ``file:line`` of every line that holds one of ``texts``."""
    return [
        f"{name(path)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if any(text in line for text in texts)
    ]
