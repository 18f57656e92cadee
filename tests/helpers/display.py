"""A screen in memory, for tests that open real windows."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def virtual_display(folder: Path) -> Iterator[str]:
    """Run Xvfb on a free display and give its name, such as ``:7``; ``folder`` takes its log."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with (folder / "xvfb.log").open("wb") as log, os.fdopen(reader) as answer:
        server = subprocess.Popen(command, pass_fds=[writer], stdout=log, stderr=log)
        try:
            os.close(writer)
            number = answer.readline().strip()
            assert number, (folder / "xvfb.log").read_text()
            yield f":{number}"
        finally:
            server.terminate()
            server.wait(10)


@contextlib.contextmanager
def window_manager(display: str) -> Iterator[None]:
    """Run a small window manager on a display, so that windows have frames and a focus."""
    command = ["openbox", "--sm-disable"]
    manager = subprocess.Popen(
        command,
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        manager.terminate()
        manager.wait(10)
