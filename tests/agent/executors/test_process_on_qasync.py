"""The same on the loop that the desktop uses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("qasync")
pytestmark = [pytest.mark.integration, pytest.mark.gui]

SCRIPT = """
import asyncio, sys
from pathlib import Path
import qasync
from PySide6.QtCore import QCoreApplication
from helpers.processes import rig

async def main(folder):
    async with rig(folder) as made:
        codes = [(await made.run("sh", "-c", f"exit {code}")).exit_code for code in range(5)]
        together = await asyncio.gather(*(made.run("true") for _ in range(20)))
        key, _ = await made.start("sleep", "600")
        await made.executor.stop(key, 5)
        end = await made.end(key)
        print(codes, {outcome.exit_code for outcome in together}, end.outcome.reason)

app = QCoreApplication([])
with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
    runner.run(main(Path(sys.argv[1])))
"""


def test_tasks_start_end_and_stop_on_a_qasync_loop(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": "offscreen",
        },
    )
    assert done.stdout == "[0, 1, 2, 3, 4] {0} stopped\n", done.stderr
    assert done.returncode == 0
