"""The licences of everything that the console is made of: read where each of it lies."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

import cnet_resources

OURS = "cnet-console"
_NAMES = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
_LONGEST = 200_000  # characters of one text


@dataclass(frozen=True, slots=True)
class Component:
    """Something that ships with the console: what it is, its licence in a word, and its text."""

    name: str
    version: str
    licence: str
    text: str


def components() -> list[Component]:
    """Return the console itself, what is bundled, and the Python packages. Blocking."""
    return [*_ours(), *_bundled(), *_packages()]


def _ours() -> Iterator[Component]:
    try:
        yield _component(metadata.distribution(OURS), "CNET Console")
    except metadata.PackageNotFoundError:  # a checkout that is not installed
        return


def _bundled() -> Iterator[Component]:
    fonts, swagger = cnet_resources.fonts(), cnet_resources.swagger_ui()
    yield Component("Inter", "", "OFL-1.1", _read(fonts / "LICENSE-Inter"))
    yield Component("JetBrains Mono", "", "OFL-1.1", _read(fonts / "LICENSE-JetBrainsMono"))
    yield Component("Lucide", "", "ISC", _read(cnet_resources.icons() / "LICENSE"))
    parts = ("NOTICE", "LICENSE", "swagger-ui-bundle.js.LICENSE.txt")
    texts = [_read(swagger / part) for part in parts]
    yield Component("Swagger UI", "", "Apache-2.0", "\n\n".join(filter(None, texts)))


def _packages() -> Iterator[Component]:
    """Yield the packages that the console needs here, and what these need, by name."""
    found: dict[str, metadata.Distribution] = {}
    waiting: list[tuple[str, tuple[str, ...]]] = [(OURS, ("", "desktop"))]
    while waiting:
        name, extras = waiting.pop()
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # optional, or of another system
            continue
        if name in found:
            continue
        found[name] = distribution
        waiting += _needed(distribution, extras)
    found.pop(OURS, None)
    for name in sorted(found):
        yield _component(found[name])


def _needed(
    distribution: metadata.Distribution, extras: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for text in distribution.requires or ():
        try:
            requirement = Requirement(text)
        except InvalidRequirement:
            continue
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
            yield canonicalize_name(requirement.name), ("", *requirement.extras)


def _component(distribution: metadata.Distribution, name: str = "") -> Component:
    about = distribution.metadata
    texts = []
    for file in distribution.files or ():
        if file.name.upper().startswith(_NAMES) and ".dist-info" in str(file):
            text = _read(Path(str(file.locate())))
            if text and text not in texts:
                texts.append(text)
    return Component(
        name or about["Name"],
        distribution.version,
        _licence(about),
        "\n\n".join(texts),
    )


def _licence(about: metadata.PackageMetadata) -> str:
    """Return the licence in a word; some packages put its whole text where the word belongs."""
    said = [str(each) for key in ("License-Expression", "License") for each in _all(about, key)]
    classifiers = [str(each) for each in _all(about, "Classifier")]
    found = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::")]
    return next((each for each in said if "\n" not in each and len(each) < 80), ", ".join(found))


def _all(about: metadata.PackageMetadata, key: str) -> list[str]:
    return [each for each in about.get_all(key) or () if each]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")[:_LONGEST].strip()
    except OSError:
        return ""
