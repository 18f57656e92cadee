"""Measures contenders in turn, round by round, and compares figures of the same round."""

import statistics
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from _harness.gate import Gate
from _harness.peers import Missing
from _harness.rows import Bar, Row

Figures = dict[str, float]
Contender = Callable[[], Figures]


@dataclass
class Result:
    """What a contender showed: figures by name for each round, none where it failed."""

    rounds: list[Figures] = field(default_factory=list)
    missing: str = ""  # why it cannot be measured
    failed: str = ""  # how it failed last
    noisy: bool = False

    def median(self, name: str) -> float | None:
        """Return the median of a figure, None if it was never measured."""
        values = [figures[name] for figures in self.rounds if name in figures]
        return statistics.median(values) if values else None


Results = dict[str, Result]


def interleave(contenders: Mapping[str, Contender], count: int, gate: Gate) -> Results:
    """Measure each contender ``count`` times, in turn; one that is missing is asked once."""
    results = {name: Result() for name in contenders}
    for number in range(1, count + 1):
        for name, measure in contenders.items():
            result = results[name]
            if not result.missing:
                result.noisy |= not gate.wait()
                said = _measure(measure, result)
                print(f"  round {number}: {name}: {said}", file=sys.stderr, flush=True)
    return results


def _measure(measure: Contender, result: Result) -> str:
    """Add a round to a result and return what to say about it."""
    try:
        figures = measure()
    except Missing as why:
        result.missing = str(why)
        return result.missing
    except Exception as error:  # its rows say so; the others' figures stand
        traceback.print_exc()
        result.failed = f"failed: {str(error)[:120] or type(error).__name__}"
        result.rounds.append({})
        return result.failed
    result.rounds.append(figures)
    return ", ".join(f"{name} {value:.4g}" for name, value in figures.items())


def compare(
    results: Results,
    what: str,
    unit: str,
    ours: str,
    theirs: str,
    name: str,
    *,
    peer: str = "",
    bar: Bar | None = None,
) -> Row:
    """Return the row that holds the figure ``name`` of two contenders against each other.

    Args:
        results: of one call of ``interleave``.
        what: the row's first cell.
        unit: of the figure.
        ours: the contender that is ours.
        theirs: the other one.
        name: of the figure.
        peer: what to call the other one, if not by its name.
        bar: what the design asks for.
    """
    mine, other = results[ours], results[theirs]
    pairs = zip(mine.rounds, other.rounds, strict=False)  # one that is missing has none
    ratios = [a[name] / b[name] for a, b in pairs if name in a and b.get(name)]
    return Row(
        what=what,
        peer=peer or theirs,
        unit=unit,
        ours=mine.median(name),
        theirs=other.median(name),
        missing=other.missing or ("" if other.median(name) else other.failed),
        ratio=statistics.median(ratios) if ratios else None,
        bar=bar,
        noisy=mine.noisy or other.noisy,
    )


def alone(
    results: Results, what: str, unit: str, ours: str, name: str, bar: Bar | None = None
) -> Row:
    """Return the row of a figure of ours that has no peer."""
    result = results[ours]
    return Row(what, "", unit, result.median(name), bar=bar, noisy=result.noisy)
