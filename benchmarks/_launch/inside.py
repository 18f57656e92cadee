"""Measures a launcher that is a library of Python, in an interpreter that has it."""

import json
import subprocess
from pathlib import Path

from _harness.peers import Peers
from _launch.loop import Work

PATIENCE = 120.0  # seconds for everything; a peer that hangs is no reason to wait
BENCHMARKS = Path(__file__).resolve().parent.parent


def measure(peers: Peers, package: str, folder: Path, work: Work) -> dict[str, float]:
    """Run ``with_PACKAGE`` beside this file in the package's environment; return its figures.

    It gets a folder and the work, as JSON, and prints the figures as its last line.
    """
    python = peers.python(package)
    module = f"_launch.with_{package}"
    done = subprocess.run(
        [str(python), "-m", module, str(folder), json.dumps(work)],
        cwd=BENCHMARKS,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    if done.returncode:
        reason = (done.stderr.strip() or str(done.returncode)).splitlines()[-1]
        raise RuntimeError(reason[:120])
    figures: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return figures
