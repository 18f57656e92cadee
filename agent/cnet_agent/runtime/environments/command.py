"""Runs a program and passes on what it says, line by line."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

MAX_LINE = 65_536  # bytes; a longer line is passed on in pieces


async def run(
    words: Sequence[str],
    *,
    environment: Mapping[str, str],
    folder: Path,
    on_line: Callable[[str], None],
) -> int:
    """Run a program to its end and return its exit status.

    Standard output and error are passed on together. If the caller is cancelled, the program and
    what it started are killed first.

    Raises:
        OSError: it cannot be started.
    """
    process = await asyncio.create_subprocess_exec(
        *words,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=environment,
        cwd=folder,
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        await _pass_on(process.stdout, on_line)
        return await process.wait()
    finally:
        if process.returncode is None:
            _kill(process)
            await asyncio.shield(process.wait())


async def _pass_on(stream: asyncio.StreamReader, on_line: Callable[[str], None]) -> None:
    rest = b""
    while chunk := await stream.read(MAX_LINE):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            on_line(line.decode(errors="replace").rstrip("\r"))
        if len(rest) >= MAX_LINE:
            on_line(rest.decode(errors="replace"))
            rest = b""
    if rest:
        on_line(rest.decode(errors="replace"))


def _kill(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
