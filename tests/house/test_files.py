"""The order of the tree: one purpose per file, tests where one looks for them."""

import ast
import tomllib

import pytest

from helpers import tree
from helpers.tree import ROOT

MAX_LINES = 400
PACKAGES = {root: f"{root}/cnet_{root}" for root in tree.SOURCE_ROOTS} | {
    "worker": "agent/cnet_worker"  # goes where the agent is not installed
}
APART = ("examples", "helpers", "house", "integration")  # tests of no single module
# What several modules of a package do together.
THEMES = {"contract", "events", "every_route", "tasks_api"}


def test_no_file_is_too_long_to_have_one_purpose() -> None:
    lengths = {
        tree.name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*tree.sources(), *tree.tests()]
    }
    assert {name: n for name, n in lengths.items() if n > MAX_LINES} == {}


def test_a_test_lies_where_its_module_lies() -> None:
    astray = []
    for path in tree.tests():
        root, *folders = path.relative_to(ROOT / "tests").parts[:-1] or ("helpers",)
        if root in APART or not path.name.startswith("test_"):
            continue
        package = ROOT.joinpath(PACKAGES.get(root, "?"), *folders)
        subject = path.stem.removeprefix("test_")
        places = package.iterdir() if package.is_dir() else ()
        names = {place.stem for place in places} | THEMES | {root}
        # A module with much to test has a file per aspect: process.py has test_process_limits.py.
        if not any(f"{subject}_".startswith(f"{name}_") for name in names):
            astray.append(tree.name(path))
    assert astray == []


def test_only_packages_are_packages() -> None:
    """A source root, tests or packaging as a package would hide installed ones of that name."""
    roots = [ROOT / root for root in tree.SOURCE_ROOTS]
    plain = [ROOT, *roots, *(ROOT / name for name in ("packaging", "examples", "docs"))]
    assert [tree.name(folder) for folder in plain if (folder / "__init__.py").exists()] == []
    inits = [tree.name(path) for path in tree.tests() if path.name == "__init__.py"]
    assert inits == ["tests/helpers/__init__.py"]


def test_a_wheel_brings_five_names_that_are_ours() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert packages == list(PACKAGES.values())
    assert all((ROOT / package / "py.typed").exists() for package in packages)


@pytest.mark.parametrize("call", [".exec(", ".exec_("])
def test_no_dialog_stops_the_loop(call: str) -> None:
    assert tree.lines_with(tree.sources("ui", "app"), call) == []


def test_no_test_sleeps() -> None:
    """Waiting has one home, with a deadline; a sleep elsewhere is too long or too short."""
    homes = [ROOT / "tests" / "helpers" / "waiting.py"]
    asleep = [
        f"{tree.name(path)}:{node.lineno}"
        for path in tree.tests()
        if path not in homes
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("time.sleep", "asyncio.sleep")
        and ast.unparse(node.args[0]) != "0"  # lets other tasks run, and waits for nothing
    ]
    assert asleep == []


def test_nothing_is_left_for_later() -> None:
    signs = ["TO" + "DO", "FIX" + "ME", "X" * 3, "NotImplemented" + "Error"]
    assert tree.lines_with([*tree.sources(), *tree.tests()], *signs) == []
