"""The Pythons of this machine: found on the path, and asked which version they are."""

import asyncio
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 5.0  # seconds for an interpreter to say its version
_NAME = re.compile(r"python3?(\.\d+)?(\.exe)?")
_VERSION = re.compile(r"Python \d+\.\d+\.\S+")


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python and what it says it is, such as ``Python 3.11.2``."""

    path: str
    version: str


async def find_interpreters(path: str | None = None) -> list[Interpreter]:
    """Return the Pythons on ``path``, the search path of this process if None, in its order."""
    searched = os.environ.get("PATH", "") if path is None else path
    candidates = await asyncio.to_thread(lambda: list(_candidates(searched)))
    versions = await asyncio.gather(*(version_of(each) for each in candidates))
    return [
        Interpreter(each, version)
        for each, version in zip(candidates, versions, strict=True)
        if version is not None
    ]


async def version_of(python: str) -> str | None:
    """Return what a program says its version is, None if it is no Python that can be run."""
    program = str(Path(python).expanduser()) if "/" in python else python
    try:
        async with asyncio.timeout(PATIENCE):
            return await _ask(program)
    except (OSError, TimeoutError, ValueError):
        return None


async def _ask(program: str) -> str | None:
    process = await asyncio.create_subprocess_exec(
        program,
        "--version",
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    found = _VERSION.search(said.decode(errors="replace"))
    return found[0] if found and process.returncode == 0 else None


def _candidates(path: str) -> Iterator[str]:
    """Yield the programs that are called like a Python, each file once."""
    seen = set()
    for folder in path.split(os.pathsep):
        try:
            names = sorted(entry.name for entry in os.scandir(folder or "."))
        except OSError:
            continue
        for name in names:
            file = Path(folder) / name
            real = file.resolve()
            if _NAME.fullmatch(name) and real not in seen and os.access(file, os.X_OK):
                seen.add(real)
                yield str(file)
