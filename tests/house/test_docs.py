"""What is written about the project is so."""

import re
import runpy
from pathlib import Path

import pytest

from helpers.tree import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FATES = {"kept", "replaced", "later", "left out"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)[^)]*\)|(?:src|srcset)=\"([^\"]+)\"", text)
    targets = [link or picture for link, picture in links]
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"^make (\w+)$|`make (\w+)`", page.read_text("utf-8"), re.MULTILINE))
    targets = {one or other for one, other in named}
    if page.name == "seeds.md":
        targets -= {"build", "install"}  # the seeds' own
    assert {target for target in targets if f"\n{target}:" not in makefile} == set()


def test_the_readme_leads_with_its_two_commands() -> None:
    commands = re.findall(r"^make \w+$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert commands == ["make run", "make test"]


def test_what_became_of_everything_the_seeds_name_is_said() -> None:
    text = (ROOT / "docs" / "seeds.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([^`]+)` \| ([a-z ]+) \|", text, re.MULTILINE))
    listed = (ROOT / "tests" / "house" / "seed_names.txt").read_text(encoding="utf-8").splitlines()
    names = {name for name in listed if not name.startswith("# ")}
    assert len(names) > 150
    assert names - rows.keys() == set()
    assert {name: fate for name, fate in rows.items() if fate not in FATES} == {}


def test_every_file_is_explained_in_a_line() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "files.py"))
    assert page["PAGE"].read_text(encoding="utf-8") == page["page"](), "run make docs"
    assert re.findall(r"^\| `(\S+)` \|  \|$", page["listing"](), re.MULTILINE) == []
