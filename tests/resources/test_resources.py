"""What ships beside the code is there, whole, and with its licences."""

import re
import struct
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import cnet_resources

ICONS = sorted(cnet_resources.icons().glob("*.svg"))


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_is_a_drawing_that_takes_the_colour_of_its_surroundings(icon: Path) -> None:
    drawing = ET.parse(icon).getroot()
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    if icon != cnet_resources.app_icon():
        assert drawing.get("viewBox") == "0 0 24 24"
    assert "script" not in icon.read_text()


@pytest.mark.parametrize("size", [16, 32, 48, 64, 128, 256, 512])
def test_the_applications_icon_has_the_size_of_its_name(size: int) -> None:
    data = cnet_resources.app_icon(size).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (size, size)


def test_the_fonts_are_there_with_their_licences() -> None:
    names = [file.name for file in cnet_resources.fonts().iterdir()]
    for family in ("Inter", "JetBrainsMono"):
        assert any(name.startswith(family) and name.endswith((".otf", ".ttf")) for name in names)
        licence = cnet_resources.fonts() / f"LICENSE-{family}"
        assert "Open Font License" in licence.read_text() or "OFL" in licence.read_text()
    assert "ISC" in (cnet_resources.icons() / "LICENSE").read_text()


def test_swagger_ui_is_whole_and_asks_nobody_else() -> None:
    folder = cnet_resources.swagger_ui()
    assert "SwaggerUIBundle" in (folder / "swagger-ui-bundle.js").read_text(encoding="utf-8")
    style = (folder / "swagger-ui.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(['\"]?https?:|@import|sourceMappingURL", style)
    assert "Apache License" in (folder / "LICENSE").read_text()
    assert (folder / "favicon-32x32.png").is_file()


def test_the_examples_are_found_and_are_part_of_a_wheel() -> None:
    assert (cnet_resources.examples() / "ml_models" / "simple_linear_regression.py").is_file()
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"examples": "cnet_resources/examples"}
