"""What scripts say about themselves, and which script a command runs."""

import pytest

from cnet_agent.runtime.environments.metadata import (
    BadMetadata,
    ScriptMetadata,
    parse,
    script_of,
)

SCRIPT = """#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "numpy>=2",  # a comment
#
#   "rich",
# ]
# ///
import numpy
"""


def test_a_scripts_needs_are_read() -> None:
    assert parse(SCRIPT) == ScriptMetadata(">=3.11", ("numpy>=2", "rich"))
    assert parse(SCRIPT.replace("\n", "\r\n")) == ScriptMetadata(">=3.11", ("numpy>=2", "rich"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "import numpy\n",
        "# /// script\n# dependencies = []\n",
        SCRIPT.replace("script\n", "x\n"),
    ],
)
def test_a_script_without_metadata_has_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (SCRIPT + SCRIPT, "more than one block"),
        ("# /// script\n# dependencies = [\n# ///\n", "are not TOML"),
        ("# /// script\n# dependencies = 'numpy'\n# ///\n", "must be a list of text"),
        ("# /// script\n# requires-python = 3.11\n# ///\n", "must be text"),
    ],
)
def test_metadata_that_make_no_sense_are_said_to(text: str, sentence: str) -> None:
    with pytest.raises(BadMetadata, match=sentence):
        parse(text)


@pytest.mark.parametrize(
    ("command", "args", "script"),
    [
        ("python", ["train.py", "-c", "x"], "train.py"),
        ("python3", ["-u", "-W", "error", "-X", "dev", "a/b.py"], "a/b.py"),
        ("python3", ["-c", "print(1)"], None),
        ("python3", ["-m", "train"], None),
        ("python3", ["-um", "train"], None),
        ("python3", ["-"], None),
        ("python3", [], None),
        ("/usr/bin/python3", ["train.py"], None),
        ("python3.11", ["train.py"], None),
        ("sh", ["train.py"], None),
    ],
)
def test_only_a_script_of_a_bare_python_counts(
    command: str, args: list[str], script: str | None
) -> None:
    assert script_of(command, args) == script
