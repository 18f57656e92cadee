"""What tells a desktop about the console."""

import configparser
import re
import subprocess
from xml.etree import ElementTree as ET

import pytest

import cnet_resources
from cnet_agent import __version__
from helpers.tree import ROOT

SHARE = ROOT / "packaging" / "linux" / "share"
ENTRY = SHARE / "applications" / "cnet-console.desktop"
METAINFO = SHARE / "metainfo" / "cnet-console.metainfo.xml"
SIZES = (16, 32, 48, 64, 128, 256, 512)


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(ENTRY, encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_is_found_by_the_name_that_the_window_gives_itself() -> None:
    """Wayland matches the file's name, X11 the window's class, which is the application's name."""
    source = (ROOT / "app" / "cnet_app" / "desktop.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{ENTRY.stem}")' in source
    assert f'setApplicationName("{entry()["StartupWMClass"]}")' in source


def test_the_entry_starts_what_is_installed() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'\n{entry()["Exec"]} = "' in project
    assert entry()["Icon"] == "cnet-console"


@pytest.mark.parametrize("size", SIZES)
def test_icons_are_those_of_the_window(size: int) -> None:
    icon = SHARE / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "cnet-console.png"
    assert icon.read_bytes() == cnet_resources.app_icon(size).read_bytes()


def test_the_icon_of_any_size_is_that_of_the_window() -> None:
    icon = SHARE / "icons" / "hicolor" / "scalable" / "apps" / "cnet-console.svg"
    assert icon.read_bytes() == cnet_resources.app_icon().read_bytes()


def test_the_store_page_names_the_entry_and_this_version() -> None:
    tree = ET.parse(METAINFO)
    assert tree.findtext("launchable") == ENTRY.name
    assert tree.findtext("icon") == entry()["Icon"]
    release = tree.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_both_speak_the_console_s_languages(language: str) -> None:
    assert entry()[f"Comment[{language}]"]
    text = METAINFO.read_text(encoding="utf-8")
    of_language = len(re.findall(f'xml:lang="{language.replace("_", "-")}"', text))
    of_all = len(re.findall(r"<(?:summary|p|li)>", text))
    assert of_language == of_all


@pytest.mark.service("validators")
def test_the_entry_is_valid() -> None:
    found = subprocess.run(
        ["desktop-file-validate", str(ENTRY)], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stdout + found.stderr) == (0, "")


@pytest.mark.service("validators")
def test_the_store_page_is_valid() -> None:
    found = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", str(METAINFO)],
        capture_output=True,
        text=True,
        check=False,
    )
    complaints = re.findall(r"^[EW]: \S+: (\S+)", found.stdout, re.MULTILINE)
    assert set(complaints) <= {"cid-desktopapp-is-not-rdns"}  # the project has no domain
