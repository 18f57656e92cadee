"""Runs the benchmarks beside this file, or those named, and prints one table of what they found.

They compare with peers and limits in the same run: absolute times differ from machine to machine.
"""

import argparse
import importlib
import signal
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "tests"))  # the live agent of the tests

from _harness import report, rows  # noqa: E402
from _harness.gate import Gate  # noqa: E402
from _harness.peers import Peers  # noqa: E402
from _harness.setup import Setup  # noqa: E402

NAMES = sorted(path.stem for path in HERE.glob("*.py") if not path.name.startswith("_"))


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--rounds", type=int, default=3, help="of each contender (default 3)")
    parser.add_argument("--quick", action="store_true", help="one round, less of everything")
    parser.add_argument(
        "--patience",
        type=float,
        default=60,
        metavar="SECONDS",
        help="to wait for a quiet machine, before each measurement (default 60)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="add the rows as JSON lines")
    parser.add_argument("--write", action="store_true", help="write them to docs/performance.md")
    given = parser.parse_args()
    if unknown := set(given.names) - set(NAMES):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    return given


def main() -> int:
    """Measure, print the table, and return 1 where a figure of ours is missing."""
    given = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # ends what runs, too
    found = []
    with tempfile.TemporaryDirectory(prefix="cnet-benchmark-") as folder:
        rounds = 1 if given.quick else given.rounds
        setup = Setup(rounds, given.quick, Gate(given.patience), Peers(), Path(folder))
        for name in given.names or NAMES:
            print(f"{name}:", file=sys.stderr, flush=True)
            measured = importlib.import_module(name).measure(setup)
            found.append(report.Report.of(name, measured, rounds))
            if given.json:
                report.append(given.json, found[-1])
            if given.write:
                report.write(found[-1])
    table = [row for one in found for row in one.rows]
    print(rows.table(table))
    print(f"\n{report.LEGEND}")
    return int(any(row.ours is None for row in table))


if __name__ == "__main__":
    sys.exit(main())
