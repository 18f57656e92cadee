"""Which script a command runs, and what that says about packages it needs (PEP 723). Pure."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from cnet_agent.model.sentence import Sentence

BARE = ("python", "python3")
MAX_SCRIPT = 1_000_000  # bytes in which the metadata are looked for

_BLOCK = re.compile(
    r"(?m)^# /// (?P<type>[a-zA-Z0-9-]+)\r?$\n(?P<content>(?:^#(?:| .*)\r?$\n)+)^# ///\s*$"
)
_WITH_VALUE = ("-W", "-X", "--check-hash-based-pycs")


class BadMetadata(Exception):
    """The metadata in a script cannot be understood; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class ScriptMetadata:
    """What a script needs."""

    requires_python: str = ""
    dependencies: tuple[str, ...] = ()


def parse(text: str) -> ScriptMetadata | None:
    """Return the metadata in a script's text, None if it has none.

    Raises:
        BadMetadata: it has some that cannot be understood.
    """
    blocks = [match for match in _BLOCK.finditer(text) if match["type"] == "script"]
    if not blocks:
        return None
    if len(blocks) > 1:
        raise BadMetadata(Sentence("the script has more than one block of metadata"))
    content = "".join(
        line[2:] if line.startswith("# ") else line[1:]
        for line in blocks[0]["content"].splitlines(keepends=True)
    )
    try:
        table = tomllib.loads(content.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise BadMetadata(
            Sentence("the metadata of the script are not TOML: {why}", why=error)
        ) from error
    requires_python = table.get("requires-python", "")
    dependencies = table.get("dependencies", [])
    if not isinstance(requires_python, str):
        raise BadMetadata(Sentence("requires-python in the metadata of the script must be text"))
    if not isinstance(dependencies, list) or not all(isinstance(d, str) for d in dependencies):
        raise BadMetadata(
            Sentence("dependencies in the metadata of the script must be a list of text")
        )
    return ScriptMetadata(requires_python, tuple(dependencies))


def script_of(command: str, args: Sequence[str]) -> str | None:
    """Return the script that a bare ``python`` runs; None for anything else.

    That is ``-c``, ``-m``, standard input, another command, or an interpreter by its path.
    """
    if command not in BARE:
        return None
    words = iter(args)
    for word in words:
        if not word.startswith("-"):
            return word
        if word in _WITH_VALUE:
            next(words, None)
        elif word == "-" or (not word.startswith("--") and set("cm") & set(word.split("=")[0])):
            return None
    return None
