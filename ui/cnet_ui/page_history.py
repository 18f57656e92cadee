"""Where one has been, to go back and forth. Pure."""

from collections.abc import Callable
from typing import Generic, TypeVar

LONGEST = 50  # places

Place = TypeVar("Place")


class PageHistory(Generic[Place]):
    """A line of places with one's own among them, as browsers have it."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def visit(self, place: Place) -> None:
        """Come to a place; what lay ahead is forgotten. Staying where one is changes nothing."""
        if self._places and self._places[self._at] == place:
            return
        self._places[self._at + 1 :] = [place]
        del self._places[:-LONGEST]
        self._at = len(self._places) - 1

    def back(self) -> Place | None:
        """Go back and return where one is then, None where there is nothing before."""
        return self._go(-1)

    def forward(self) -> Place | None:
        """Go forth again, as ``back`` goes back."""
        return self._go(1)

    def forget(self, is_gone: Callable[[Place], bool]) -> None:
        """Leave places out that are no more; one stays where one is, or at the one before."""
        kept: list[Place] = []
        at = -1
        for index, place in enumerate(self._places):
            if not is_gone(place) and (not kept or kept[-1] != place):
                kept.append(place)
            if index == self._at:
                at = len(kept) - 1
        self._places = kept
        self._at = max(at, 0) if kept else -1

    def _go(self, step: int) -> Place | None:
        if not 0 <= self._at + step < len(self._places):
            return None
        self._at += step
        return self._places[self._at]
