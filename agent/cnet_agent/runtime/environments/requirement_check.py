"""Whether an interpreter has what is required, told from what it said about itself. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from packaging.markers import UndefinedEnvironmentName
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from cnet_agent.model.sentence import Sentence


class BadRequirement(Exception):
    """A requirement cannot be understood; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A package that is installed."""

    version: str
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python and what it has."""

    executable: str
    base: str  # the interpreter itself, where ``executable`` belongs to a virtual environment
    version: str  # "3.11.7"
    platform: str  # "linux-x86_64 cpython"
    markers: Mapping[str, str]  # of PEP 508
    distributions: Mapping[str, Distribution]  # by canonical name


def normalised(requirements: Iterable[str]) -> tuple[str, ...]:
    """Return requirements in one spelling and order, without repetitions.

    Raises:
        BadRequirement: one is not a requirement, or names a local file.
    """
    return tuple(sorted({str(_parsed(text)) for text in requirements if text.strip()}))


def accepts(interpreter: Interpreter, requires_python: str) -> bool:
    """Tell whether the interpreter's version is among those required.

    Raises:
        BadRequirement: that is not a range of versions.
    """
    try:
        return SpecifierSet(requires_python).contains(interpreter.version, prereleases=True)
    except InvalidSpecifier as error:
        raise BadRequirement(
            Sentence(
                "{text} is not a range of Python versions such as >=3.11",
                text=repr(requires_python),
            )
        ) from error


def missing(interpreter: Interpreter, requirements: Iterable[str]) -> tuple[str, ...]:
    """Return those requirements that the interpreter does not meet."""
    return tuple(text for text in requirements if not _is_met(_parsed(text), interpreter, set()))


def present(interpreter: Interpreter, requirements: Iterable[str]) -> tuple[str, ...]:
    """Return the required packages that are there, as ``name==version``."""
    found = []
    for text in requirements:
        name = canonicalize_name(_parsed(text).name)
        if name in interpreter.distributions:
            found.append(f"{name}=={interpreter.distributions[name].version}")
    return tuple(found)


def _parsed(text: str) -> Requirement:
    try:
        requirement = Requirement(re.sub(r"(^|\s)#.*$", "", text).strip())
    except InvalidRequirement as error:
        raise BadRequirement(
            Sentence("{text} is not a requirement such as numpy>=2", text=repr(text))
        ) from error
    if requirement.url is not None and not requirement.url.startswith(("http://", "https://")):
        raise BadRequirement(
            Sentence("{text} is not a package from an index or the web", text=repr(text))
        )
    return requirement


def _is_met(
    requirement: Requirement, interpreter: Interpreter, asked: set[tuple[str, str]]
) -> bool:
    if not _applies(requirement, interpreter, ""):
        return True
    name = canonicalize_name(requirement.name)
    distribution = interpreter.distributions.get(name)
    if distribution is None or requirement.url is not None:
        return False
    try:
        version = Version(distribution.version)
    except InvalidVersion:
        return False
    if not requirement.specifier.contains(version, prereleases=True):
        return False
    new = [extra for extra in requirement.extras if (name, extra) not in asked]
    asked.update((name, extra) for extra in new)
    return all(
        _is_met(needed, interpreter, asked)
        for extra in new
        for needed in _of_extra(distribution, interpreter, extra)
    )


def _of_extra(
    distribution: Distribution, interpreter: Interpreter, extra: str
) -> Iterable[Requirement]:
    for text in distribution.requires:
        try:
            requirement = Requirement(text)
        except InvalidRequirement:
            continue  # metadata of a broken package
        if _applies(requirement, interpreter, extra) and not _applies(requirement, interpreter, ""):
            requirement.marker = None
            yield requirement


def _applies(requirement: Requirement, interpreter: Interpreter, extra: str) -> bool:
    if requirement.marker is None:
        return True
    try:
        return requirement.marker.evaluate({**interpreter.markers, "extra": extra})
    except UndefinedEnvironmentName:
        return False
