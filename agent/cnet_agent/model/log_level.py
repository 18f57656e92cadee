"""How serious a line of a log is, by what it says of itself. Pure."""

import re
from enum import StrEnum

WITHIN = 80  # characters: later in a line such a word is one like any other


class Level(StrEnum):
    """The levels that are told apart, the most serious first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"


_WORDS = {
    "TRACE": Level.DEBUG,
    "DEBUG": Level.DEBUG,
    "INFO": Level.INFO,
    "NOTICE": Level.INFO,
    "WARN": Level.WARNING,
    "WARNING": Level.WARNING,
    "ERROR": Level.ERROR,
    "ERR": Level.ERROR,
    "CRITICAL": Level.ERROR,
    "FATAL": Level.ERROR,
    "PANIC": Level.ERROR,
}
_CAPITALS = r"TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL"
_SMALL = r"trace|debug|info|notice|warn(?:ing)?|err(?:or)?|critical|fatal|panic"
_SIGNS = re.compile(
    rf"\b(?P<capitals>{_CAPITALS})\b"
    rf"|\b(?:level|lvl|severity)\"?\s*[=:]\s*\"?(?P<field>(?i:{_SMALL}))\b"  # logfmt, JSON
    rf"|\[(?P<bracket>(?i:{_SMALL}))\]"
    rf"|^\s*(?P<first>(?i:{_SMALL}))(?:\[\w+\])?:\s"  # compilers and shells
    r"|^(?P<raised>Traceback \(most recent call last\):|(?:\w+\.)*\w*(?:Error|Exception)\b:)"
)


def find_level(line: str) -> tuple[Level, int, int] | None:
    """Return the level that a line names, and where the word for it begins and ends."""
    found = _SIGNS.search(line, 0, WITHIN)
    if found is None or found.lastgroup is None:
        return None
    start, end = found.span(found.lastgroup)
    if found.lastgroup == "raised":
        return Level.ERROR, start, end
    return _WORDS[found[found.lastgroup].upper()], start, end


def level_of(line: str) -> Level | None:
    """Return the level that a line names, None for one that names none."""
    found = find_level(line)
    return found[0] if found else None


def counts_as(level: Level | None) -> Level:
    """Return the level by which a line is chosen: one that names none counts as information."""
    return level or Level.INFO
