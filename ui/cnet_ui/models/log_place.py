"""Finds a line of a log again when the log was read anew. Pure."""

from collections.abc import Sequence

from cnet_ui.models.log_lines import Row


def find_again(rows: Sequence[Row], sought: Row) -> int | None:
    """Return where a line is among rows in the order of time, or else the next one after it.

    None where all of them were written before it.
    """
    after: int | None = None
    for index, row in enumerate(rows):
        if row.is_note or row.time < sought.time:
            continue
        if row.time > sought.time:
            return index if after is None else after
        if (row.cursor, row.source) == (sought.cursor, sought.source):
            return index
        after = index if after is None else after
    return after
