"""Places in a task's log."""

from typing import NamedTuple


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
        parts = text.split(":")
        if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError(f"{text[:80]!r} is not a cursor: attempt:segment:offset")
        return cls(*(int(part[:18]) for part in parts))

    def __str__(self) -> str:
        return f"{self.attempt}:{self.segment}:{self.offset}"
