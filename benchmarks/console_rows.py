"""The console's task list with 10,000 finished and 50 running tasks, against a bare model of Qt's.

The bare model holds ready text and sorts through Qt's own filter; ours makes words of tasks. Each
is measured in a process of its own, with a table view over it, without a screen.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from _harness.rounds import Figures, compare, interleave
from _harness.rows import Bar, Row, at_most
from _harness.setup import Setup

HERE = Path(__file__).resolve().parent
FINISHED = 10_000
OURS, BARE = "ours", "bare"
WHAT: dict[str, tuple[str, Bar | None]] = {
    "row_p50": ("one row changes under a sort, p50", at_most(0.3)),
    "row_p99": ("one row changes under a sort, p99", None),
    "sort": ("sort by another column", at_most(50)),
    "search": ("search for a word", at_most(50)),
    "clear": ("let everything through again", at_most(50)),
    "scroll": ("scroll by a page, with its repaint", at_most(50)),
    "page": ("take 200 older tasks over", at_most(50)),
}


def measure(setup: Setup) -> list[Row]:
    """Return the milliseconds of each thing that one does with a list."""
    finished = setup.size(FINISHED, 1000)
    contenders = {name: lambda name=name: _inside(name, finished) for name in (OURS, BARE)}
    results = interleave(contenders, setup.rounds, setup.gate)
    return [
        compare(
            results,
            f"{finished:,} finished and 50 running tasks: {said}",
            "ms",
            OURS,
            BARE,
            figure,
            peer="a bare model and Qt's sort filter",
            bar=bar,
        )
        for figure, (said, bar) in WHAT.items()
    ]


def _inside(name: str, finished: int) -> Figures:
    paths = [HERE, HERE.parent / "tests"]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
    }
    done = subprocess.run(
        [sys.executable, "-m", "_console.rows", name, str(finished)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    figures: Figures = json.loads(done.stdout)
    return figures
