"""Ids in the order of their keys: found, placed and moved by bisection. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any

Place = tuple[Any, str]  # a key and an id: ids tell equal keys apart


class SortedRows:
    """Rows, each of an id and a key. Keys must compare with each other."""

    def __init__(self, *, descending: bool = False) -> None:
        self._descending = descending
        self._order: list[Place] = []  # ascending, whichever way it is shown
        self._keys: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, one: str) -> bool:
        return one in self._keys

    def ids(self) -> list[str]:
        """Return all ids, from the first row to the last."""
        found = [one for _, one in self._order]
        if self._descending:
            found.reverse()
        return found

    def id_at(self, row: int) -> str:
        """Return the id of a row."""
        return self._order[self._turned(row)][1]

    def row_of(self, one: str) -> int | None:
        """Return the row of an id, None if there is none."""
        if one not in self._keys:
            return None
        return self._turned(bisect_left(self._order, (self._keys[one], one)))

    def replace(self, keys: Mapping[str, Any], *, descending: bool) -> None:
        """Take other rows in place of all."""
        self._descending = descending
        self._keys = dict(keys)
        self._order = sorted((key, one) for one, key in self._keys.items())

    def gap(self, keys: Mapping[str, Any]) -> int | None:
        """Return the row at which new rows would come as one block, None if they would not."""
        places = [(key, one) for one, key in keys.items()]
        first, last = bisect_left(self._order, min(places)), bisect_left(self._order, max(places))
        if first != last:
            return None
        return len(self._order) - first if self._descending else first

    def insert(self, keys: Mapping[str, Any]) -> None:
        """Add new rows that ``gap`` found to be one block."""
        places = sorted((key, one) for one, key in keys.items())
        at = bisect_left(self._order, places[0])
        self._order[at:at] = places
        self._keys.update(keys)

    def remove(self, ids: Iterable[str]) -> None:
        """Take rows away."""
        for one in ids:
            del self._order[bisect_left(self._order, (self._keys.pop(one), one))]

    def is_same(self, one: str, key: Any) -> bool:
        """Return whether a row has that key already."""
        return bool(self._keys[one] == key)

    def target(self, one: str, key: Any) -> tuple[int, int]:
        """Return the row of an id, and the one that it would have with another key."""
        here = bisect_left(self._order, (self._keys[one], one))
        there = bisect_left(self._order, (key, one))
        if there > here:
            there -= 1  # its own place will be gone
        return self._turned(here), self._turned(there)

    def move(self, one: str, key: Any) -> None:
        """Give a row another key."""
        self.remove([one])
        place = (key, one)
        self._order.insert(bisect_left(self._order, place), place)
        self._keys[one] = key

    def _turned(self, row: int) -> int:
        return len(self._order) - 1 - row if self._descending else row
