"""The licences of what the console is made of."""

import pytest

import cnet_resources
from cnet_ui.licences import Component, components


@pytest.fixture(scope="module")
def found() -> dict[str, Component]:
    return {each.name: each for each in components()}


@pytest.mark.parametrize("name", ["Inter", "JetBrains Mono", "Lucide", "Swagger UI"])
def test_what_is_bundled_has_its_text(found: dict[str, Component], name: str) -> None:
    assert found[name].licence
    assert "licen" in found[name].text.lower()


@pytest.mark.parametrize("name", ["aiohttp", "pydantic", "PyYAML", "qasync", "pyqtgraph"])
def test_each_package_that_is_needed_is_named_with_its_version_and_licence(
    found: dict[str, Component], name: str
) -> None:
    assert found[name].version
    assert found[name].licence


def test_packages_that_packages_need_are_there_and_tools_of_developers_are_not(
    found: dict[str, Component],
) -> None:
    assert "multidict" in found  # of aiohttp
    assert "pytest" not in found
    assert "mypy" not in found


def test_no_text_is_that_of_a_missing_file() -> None:
    assert (cnet_resources.icons() / "LICENSE").read_text().strip() in [
        each.text for each in components()
    ]
