"""Runs every benchmark beside this file, or those named on the command line, one after another."""

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Print each benchmark's first line and its table."""
    names = sys.argv[1:] or sorted(
        path.stem for path in HERE.glob("*.py") if not path.name.startswith("_")
    )
    for name in names:
        path = HERE / f"{name}.py"
        print(f"\n## {path.read_text().splitlines()[0].strip(chr(34))}\n", flush=True)
        sys.argv = [str(path)]
        runpy.run_path(str(path), run_name="__main__")


if __name__ == "__main__":
    main()
