"""Whether an interpreter has what is required."""

import pytest

from cnet_agent.runtime.environments.requirement_check import (
    BadRequirement,
    Distribution,
    Interpreter,
    accepts,
    missing,
    normalised,
    present,
)

PYTHON = Interpreter(
    executable="/venv/bin/python",
    base="/usr/bin/python3",
    version="3.11.7",
    platform="linux-x86_64 cpython",
    markers={"python_version": "3.11", "sys_platform": "linux"},
    distributions={
        "scikit-learn": Distribution("1.9.1"),
        "torch": Distribution("2.3.0+cpu"),
        "web": Distribution("1.0", ("fast; extra == 'speed'", "slow>=2; extra == 'slow'", "base")),
        "fast": Distribution("0.1"),
        "slow": Distribution("1.0"),
        "odd": Distribution("not a version"),
        "pre": Distribution("2.0rc1"),
    },
)


@pytest.mark.parametrize(
    "requirement",
    [
        "scikit-learn",
        "Scikit_Learn>=1.5",
        "torch==2.3.0",
        "web[speed]",
        "pre>=2.0rc1",
        "pywin32; sys_platform == 'win32'",
        "absent; python_version < '3.8'",
    ],
)
def test_what_is_there_is_met(requirement: str) -> None:
    assert missing(PYTHON, [requirement]) == ()


@pytest.mark.parametrize(
    "requirement",
    ["absent", "scikit-learn<1.5", "web[slow]", "odd", "web @ https://example.org/web.whl"],
)
def test_what_is_not_there_or_another_version_is_missing(requirement: str) -> None:
    assert missing(PYTHON, [requirement]) == (requirement,)


def test_what_is_there_is_named_with_its_version() -> None:
    assert present(PYTHON, ["Scikit.Learn>=1", "absent"]) == ("scikit-learn==1.9.1",)


def test_requirements_are_brought_into_one_form() -> None:
    assert normalised(["rich", "numpy >= 2 # for arrays", "", "numpy>=2"]) == ("numpy>=2", "rich")


@pytest.mark.parametrize("text", ["-r other.txt", "numpy==", "./local", "a @ file:///etc/x"])
def test_what_is_no_package_is_refused(text: str) -> None:
    with pytest.raises(BadRequirement):
        normalised([text])


def test_the_pythons_version_is_checked() -> None:
    assert accepts(PYTHON, ">=3.11")
    assert accepts(PYTHON, "")
    assert not accepts(PYTHON, ">=3.12")
    with pytest.raises(BadRequirement):
        accepts(PYTHON, "three")
