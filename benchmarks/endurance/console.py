"""A console in view of a task that prints without end: memory and processor time, over time.

    python benchmarks/endurance/console.py [minutes [lines a second]]

Two minutes at 200 lines a second unless said otherwise, drawn into memory. The agent is another
process; three short tasks a minute come and go beside the one that prints.
"""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / part) for part in ("ui", "agent", "resources", "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

import qasync  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from cnet_ui.garbage import Garbage  # noqa: E402
from cnet_ui.pages.places import TASKS  # noqa: E402
from helpers.live_agent import live_agent  # noqa: E402
from helpers.real_window import real_window  # noqa: E402

SCRIPT = """
import sys, time
number = 0
while True:
    for _ in range(max(1, int(sys.argv[1]) // 10)):
        number += 1
        print(f"INFO step {number} loss=0.{number % 10_000:04d}", "x" * (number % 80))
    time.sleep(0.1)
"""
OTHERS_EVERY = 20.0  # seconds


async def main(application: QApplication, minutes: float, rate: int) -> None:
    """Print a row a minute."""
    garbage = Garbage(application)
    with tempfile.TemporaryDirectory() as name, live_agent(Path(name)) as agent:
        async with real_window(agent, Path(name)) as shown:
            garbage.spare_what_lives()
            shown.window.show_page(TASKS)
            shown.window.tasks.choose(agent.submit(sys.executable, "-c", SCRIPT, str(rate)))
            print("  minute   console MB   agent MB   processor s   lines held")
            began, others, row = time.monotonic(), 0, 0
            while row <= minutes:
                elapsed = time.monotonic() - began
                if elapsed >= 60 * row:
                    held = shown.window.tasks.details.log.buffer.held
                    memory = f"{rss():13.1f}{agent.rss() / 1e6:11.1f}"
                    print(f"{row:8}{memory}{time.process_time():14.0f}{held:13}", flush=True)
                    row += 1
                if elapsed >= OTHERS_EVERY * others:
                    agent.shell("echo short")
                    others += 1
                await asyncio.sleep(1)


def rss() -> float:
    """Return the megabytes of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    given = [float(text) for text in sys.argv[1:]]
    minutes, rate = (*given, *(2.0, 200.0)[len(given) :])
    application = QApplication([])
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(main(application, minutes, int(rate)))
