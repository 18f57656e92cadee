"""Reads how far a task is from a line of its log. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST = 400  # letters of a line that are looked at
_CODES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\].*?(?:\x07|\x1b\\|$))")
_COUNTED = re.compile(
    r"\b(epoch|step|iteration|iter|batch|round|fold|generation|trial|stage|chunk|file|part)s?"
    r"[ :=#]*[\[(]?\s*(\d{1,9})\s?(?:/|of)\s?(\d{1,9})\b",
    re.IGNORECASE,
)
_STAGE = re.compile(r"^\W*\[\s*(\d{1,9})\s*/\s*(\d{1,9})\s*\]")
_NUMBER = r"(\d{1,3}(?:\.\d{1,4})?)\s?%"
# A percentage is progress where it stands first, before a bar, or beside a word that says so:
# "accuracy 94 %" is none.
_PERCENT = (
    re.compile(r"^[^\w%]*" + _NUMBER),
    re.compile(_NUMBER + r"\s?[|▏▎▍▌▋▊▉█#=\[]"),
    re.compile(r"\b(?:progress|done|completed?|finished)\b\W{0,4}" + _NUMBER, re.IGNORECASE),
    re.compile(_NUMBER + r"\s?(?:done|completed?|finished)\b", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is.

    Args:
        share: from 0 to 1.
        text: as the task counts: ``epoch 31/50``, ``45 %``.
    """

    share: float
    text: str


def read_progress(line: str) -> Progress | None:
    """Return the progress that a line tells, None if it tells none."""
    shown = [piece for piece in line[-4 * _LONGEST :].split("\r") if piece.strip()]
    if not shown:
        return None
    text = _CODES.sub("", shown[-1])[:_LONGEST]  # what a terminal would show
    counted = _COUNTED.search(text)
    if counted:
        word, done, total = counted.groups()
        return _count(int(done), int(total), f"{word.lower()} ")
    stage = _STAGE.match(text)
    if stage:
        return _count(int(stage[1]), int(stage[2]), "")
    for pattern in _PERCENT:
        found = pattern.search(text)
        if found and float(found[1]) <= 100:
            return Progress(float(found[1]) / 100, f"{float(found[1]):.0f} %")
    return None


def newest_progress(lines: Iterable[str]) -> Progress | None:
    """Return the progress that the last of ``lines`` tells which tells any."""
    return next(filter(None, map(read_progress, reversed(list(lines)))), None)


def _count(done: int, total: int, word: str) -> Progress | None:
    if not total > 0 or done > total:
        return None
    return Progress(done / total, f"{word}{done}/{total}")
