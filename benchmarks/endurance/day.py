"""A day of 86,400 tasks, a task a second, lived in minutes: memory, descriptors and files.

    python benchmarks/endurance/day.py [minutes of that day]

Two hours unless said otherwise; the whole day is 1,440.
"""

import asyncio
import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / part) for part in ("agent", "tests")]

from cnet_agent.config.schema import TaskSettings  # noqa: E402
from cnet_agent.runtime.bus import RING  # noqa: E402
from helpers.day import FOR_EVER, day  # noqa: E402

ROWS = 12
KEPT = 1000


def rss() -> float:
    """Return the resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


async def main() -> None:
    """Print a row now and then."""
    minutes = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    print("    task   rss MB  fds  db MB  history MB  folders   rows  real s")
    with tempfile.TemporaryDirectory() as folder:
        async with day(Path(folder), RING) as agent:
            agent.settings = TaskSettings(max_concurrent=60, keep=KEPT)
            running = await agent.submit(FOR_EVER)
            began = time.monotonic()
            for number in range(1, minutes + 1):
                await agent.minute()
                if number % max(1, minutes // ROWS) == 0:
                    held = await agent.held()
                    print(
                        f"  {number * 60:6} {rss():8.1f} {held.descriptors:4}"
                        f" {held.database / 1e6:6.2f} {held.history / 1e6:11.2f}"
                        f" {held.folders:8} {held.rows:6} {time.monotonic() - began:7.1f}",
                        flush=True,
                    )
            task = await agent.runtime.get(running.id)
            print(f"\n  the task that never ended is {task.phase}")


if __name__ == "__main__":
    asyncio.run(main())
