"""The console's log view: lines a second, and how long a flood holds the window up."""

import json
import subprocess
import sys
from pathlib import Path

from _harness.rounds import Figures, compare, interleave
from _harness.rows import Row, at_most
from _harness.setup import Setup

PROGRAM = Path(__file__).resolve().parent / "_console" / "log_view.py"
VIEW, BARE = "log view", "bare QPlainTextEdit"


def measure(setup: Setup) -> list[Row]:
    """Return what our view does beside a widget that does nothing but hold the text."""
    seconds = setup.size(10, 2)
    contenders = {VIEW: lambda: _shown("view", seconds), BARE: lambda: _shown("bare", seconds)}
    results = interleave(contenders, setup.rounds, setup.gate)
    peer = f"{BARE}, without colours"
    figures = (
        ("lines shown, none left out", "/s", "rate", None),
        ("45,000 lines a second: longest stall", "ms", "stall", at_most(50)),
        ("45,000 lines a second: memory that is added", "MB", "growth", None),
    )
    return [
        compare(results, what, unit, VIEW, BARE, name, peer=peer, bar=bar)
        for what, unit, name, bar in figures
    ]


def _shown(kind: str, seconds: int) -> Figures:
    command = [sys.executable, str(PROGRAM), kind, str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    figures: Figures = json.loads(done.stdout)
    return figures
