"""Which version of a model gets a request. Pure."""

from collections.abc import Mapping

from cnet_agent.model_server.condition import State

Traffic = Mapping[str, int]
"""Percent by version."""

_READY = {"running", "pending"}  # the next request loads one that is unloaded


def settled(
    wanted: Traffic, previous: Traffic, current: Traffic, states: Mapping[str, State]
) -> Traffic:
    """Return how requests are to be divided now.

    What is wanted takes over once all of it is loaded; until then things stay as they are. Where
    nothing was served yet, or nothing of what was can be loaded again, what was wanted before helps
    out if it is loaded first, or if the other cannot be.

    Args:
        wanted: how they shall be divided.
        previous: how they should before; may be empty.
        current: how they are; empty at first.
        states: of all versions there are.
    """
    if _are_ready(wanted, states):
        return wanted
    if all(version in states for version in current) and not _have_failed(current, states):
        return current
    if _are_ready(previous, states):
        return previous
    fails = any(states.get(version) == "failed" for version in wanted)
    helps = previous and all(states.get(each, "failed") != "failed" for each in previous)
    return previous if fails and helps else wanted


def _are_ready(traffic: Traffic, states: Mapping[str, State]) -> bool:
    return bool(traffic) and all(states.get(version) in _READY for version in traffic)


def _have_failed(traffic: Traffic, states: Mapping[str, State]) -> bool:
    """Tell whether there is nothing in a division that is loaded or may be."""
    return all(states.get(version) == "failed" for version in traffic)


class Wheel:
    """Deals requests out by weight, evenly: 90 to 10 is nine and one of each ten in a row.

    Attributes:
        main: the version that gets most; of equals, the first.
    """

    def __init__(self, traffic: Traffic) -> None:
        self.traffic = traffic
        self._weights = {version: weight for version, weight in traffic.items() if weight}
        self._total = sum(self._weights.values())
        self._credit = dict.fromkeys(self._weights, 0)
        self.main = max(self._weights, key=self._weights.__getitem__)

    def next(self) -> str:
        """Return the version whose turn it is."""
        for version, weight in self._weights.items():
            self._credit[version] += weight
        found = max(self._credit, key=self._credit.__getitem__)
        self._credit[found] -= self._total
        return found
