"""The order of the tree: one purpose per file, tests where one looks for them."""

import tomllib

import pytest

from helpers import tree
from helpers.tree import ROOT

MAX_LINES = 400
PACKAGES = {root: f"{root}/cnet_{root}" for root in tree.SOURCE_ROOTS}
WHOLE = {"tests/conftest.py"}
APART = ("helpers", "house", "integration")  # tests of no single module


def test_no_file_is_too_long_to_have_one_purpose() -> None:
    lengths = {
        tree.name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*tree.sources(), *tree.tests()]
    }
    assert {name: n for name, n in lengths.items() if n > MAX_LINES} == {}


def test_a_test_lies_where_its_module_lies() -> None:
    astray = []
    for path in tree.tests():
        root, *folders = path.relative_to(ROOT / "tests").parent.parts or ("",)
        if root in APART or tree.name(path) in WHOLE or not path.name.startswith("test_"):
            continue
        subject = ROOT.joinpath(PACKAGES.get(root, "?"), *folders, path.stem.removeprefix("test_"))
        if not (subject.with_suffix(".py").exists() or subject.is_dir()):
            astray.append(tree.name(path))
    assert astray == []


def test_only_packages_are_packages() -> None:
    """A source root, tests or packaging as a package would hide installed ones of that name."""
    roots = [ROOT / root for root in tree.SOURCE_ROOTS]
    plain = [ROOT, *roots, *(ROOT / name for name in ("packaging", "examples", "docs"))]
    assert [tree.name(folder) for folder in plain if (folder / "__init__.py").exists()] == []
    inits = [tree.name(path) for path in tree.tests() if path.name == "__init__.py"]
    assert inits == ["tests/helpers/__init__.py"]


def test_a_wheel_brings_four_names_that_are_ours() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert packages == list(PACKAGES.values())
    assert all((ROOT / package / "py.typed").exists() for package in packages)


@pytest.mark.parametrize("call", [".exec(", ".exec_("])
def test_no_dialog_stops_the_loop(call: str) -> None:
    assert tree.lines_with(tree.sources("ui", "app"), call) == []


def test_no_test_sleeps() -> None:
    """Waiting has one home, with a deadline; a sleep elsewhere is too long or too short."""
    asleep = tree.lines_with(tree.tests(), "time." + "sleep(", "asyncio." + "sleep(")
    there = {line.partition(":")[0] for line in asleep if not _is_yield(line)}
    assert there <= {"tests/helpers/waiting.py"}


def _is_yield(place: str) -> bool:
    file, _, number = place.partition(":")
    return "sleep(0)" in (ROOT / file).read_text().splitlines()[int(number) - 1]


def test_nothing_is_left_for_later() -> None:
    signs = ["TO" + "DO", "FIX" + "ME", "X" * 3, "NotImplemented" + "Error"]
    assert tree.lines_with([*tree.sources(), *tree.tests()], *signs) == []
