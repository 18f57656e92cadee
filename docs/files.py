"""Writes the list of files in architecture.md: each with the first line of its docstring."""

import ast
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
MARK = "<!-- Made by `make docs` from the docstrings of the modules; change them there. -->\n"


def listing() -> str:
    """Return the list as Markdown, a table per folder."""
    return "".join(_tables())


def page() -> str:
    """Return the page with its list brought up to date."""
    before, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return before + mark + listing()


def _tables() -> Iterator[str]:
    roots = ("app", "ui", "agent", "resources", "examples")
    files = [path for root in roots for path in sorted((ROOT / root).rglob("*.py"))]
    for folder, members in groupby(files, key=lambda path: path.parent):
        package = folder / "__init__.py"
        title = f": {_sentence(package)}" if package.exists() else ""
        yield f"\n### {folder.relative_to(ROOT).as_posix()}/\n\n{title.removeprefix(': ')}"
        rows = [path for path in members if path != package]
        if title and rows:
            yield "\n\n"
        if rows:
            yield "| file | what it does |\n|---|---|\n"
            yield "".join(f"| `{path.name}` | {_sentence(path)} |\n" for path in rows)
        elif title:
            yield "\n"


def _sentence(path: Path) -> str:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return said.partition("\n\n")[0].replace("\n", " ").replace("``", "`").replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.exit(0)
