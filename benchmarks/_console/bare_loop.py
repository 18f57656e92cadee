"""The limit of every stall: a loop of Qt and asyncio with nothing to do, on the same machine."""

import asyncio
import json
import sys

import qasync
from PySide6.QtWidgets import QApplication

from _console.stalls import Stalls


async def longest(seconds: float) -> float:
    """Return the longest stall of some seconds, in milliseconds."""
    async with Stalls() as stalls:
        await asyncio.sleep(seconds)
        return stalls.longest


def main() -> None:
    """Print it as JSON."""
    application = QApplication([])
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        print(json.dumps({"longest": runner.run(longest(float(sys.argv[1])))}))


if __name__ == "__main__":
    main()
