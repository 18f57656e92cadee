"""Places in a task's log."""

import re
from typing import NamedTuple

from cnet_agent.model.sentence import Sentence

PATTERN = r"^[0-9]{1,9}:[0-9]{1,9}:[0-9]{1,15}$"


class Cursor(NamedTuple):
    """A place in a task's log: after everything that was given out so far.

    It is the start of a line of the segment. One byte less, on the newline before, says that the
    unfinished text which precedes the place was given out as well (see ``cri.Assembler``).
    Cursors of one task compare in the order of its log.
    """

    attempt: int
    segment: int
    offset: int  # bytes

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Return the cursor that ``attempt:segment:offset`` stands for.

        Raises:
            ValueError: the text does not read like that.
        """
        if re.fullmatch(PATTERN, text) is None:
            raise ValueError(
                Sentence("{text} is not a cursor: attempt:segment:offset", text=repr(text[:80]))
            )
        return cls(*map(int, text.split(":")))

    def __str__(self) -> str:
        return f"{self.attempt}:{self.segment}:{self.offset}"
