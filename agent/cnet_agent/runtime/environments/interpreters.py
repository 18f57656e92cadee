"""The interpreters that a task may run in, and what they say about themselves."""

import asyncio
import json
import logging
import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cnet_agent.config.paths import at_home
from cnet_agent.runtime.environments import command
from cnet_agent.runtime.environments.requirement_check import Distribution, Interpreter

logger = logging.getLogger(__name__)

PATIENCE = 30.0  # seconds for an interpreter to answer
_ANSWER = "cnet-interpreter:"
_MOST_SAID = 200  # characters of why one does not answer

# Runs in any Python from 3.8 on. Names are read as they are and made canonical there.
_QUESTION = """
import json, os, platform, re, sys, sysconfig
from importlib import metadata
found = {}
for dist in metadata.distributions():
    about = dist.metadata
    name = about["Name"] if about is not None else None
    if name:
        name = re.sub(r"[-_.]+", "-", name).lower()
        found.setdefault(name, [dist.version, about.get_all("Requires-Dist") or []])
version = "%d.%d.%d" % sys.version_info[:3]
base = getattr(sys, "_base_executable", None) or sys.executable
print("cnet-interpreter:" + json.dumps({
    "executable": sys.executable,
    "base": os.path.realpath(base),
    "version": version,
    "platform": sysconfig.get_platform() + " " + sys.implementation.name,
    "path": [entry for entry in sys.path if entry],
    "markers": {
        "implementation_name": sys.implementation.name,
        "implementation_version": version,
        "os_name": os.name,
        "platform_machine": platform.machine(),
        "platform_python_implementation": platform.python_implementation(),
        "platform_release": platform.release(),
        "platform_system": platform.system(),
        "platform_version": platform.version(),
        "python_full_version": version,
        "python_version": "%d.%d" % sys.version_info[:2],
        "sys_platform": sys.platform,
    },
    "distributions": found,
}))
"""

_Stamp = tuple[tuple[str, int], ...]


def candidates(setting: str, path: str | None) -> list[str]:
    """Return the interpreters to consider, in order, without repetitions.

    Args:
        setting: ``tasks.python``, a path or a name, or nothing.
        path: the task's own PATH, None where it has the agent's.
    """
    named = shutil.which(at_home(setting), path=path) if setting else None
    first = shutil.which("python3", path=path) or shutil.which("python", path=path)
    own = None if getattr(sys, "frozen", False) else sys.executable
    return list(dict.fromkeys(found for found in (named, first, own) if found))


class Interpreters:
    """Asks interpreters about themselves, and remembers the answers while nothing changes.

    Attributes:
        silent: why those could not be asked that did not answer last, by their path.
    """

    def __init__(self, folder: Path) -> None:
        self.silent: dict[str, str] = {}
        self._folder = folder  # to run them in: nothing there can be imported by mistake
        self._known: dict[str, tuple[_Stamp, Interpreter]] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def ask(self, paths: Sequence[str]) -> list[Interpreter]:
        """Return what each interpreter says, without those that do not answer."""
        answers = await asyncio.gather(*(self._ask(path) for path in paths))
        return [answer for answer in answers if answer is not None]

    async def _ask(self, path: str) -> Interpreter | None:
        async with self._asking.setdefault(path, asyncio.Lock()):
            known = self._known.get(path)
            if known is not None and known[0] == _stamp(entry for entry, _ in known[0]):
                return known[1]
            lines: list[str] = []
            try:
                async with asyncio.timeout(PATIENCE):
                    await command.run(
                        [path, "-c", _QUESTION],
                        environment=_clean(os.environ),
                        folder=self._folder,
                        on_line=lines.append,
                    )
                interpreter, entries = _understood("".join(lines))  # a long line comes in pieces
            except (OSError, TimeoutError, ValueError, KeyError) as error:
                said = self.silent[path] = (lines[-1] if lines else repr(error))[:_MOST_SAID]
                logger.warning("The interpreter %s cannot be used: %s", path, said)
                return None
            self.silent.pop(path, None)
            self._known[path] = (_stamp([path, *entries]), interpreter)
            return interpreter


def _understood(said: str) -> tuple[Interpreter, list[str]]:
    """Return the answer in what an interpreter said, and where it looks for modules.

    Raises:
        ValueError: there is none.
        KeyError: it lacks something.
    """
    found, _ = json.JSONDecoder().raw_decode(said, said.rindex(_ANSWER) + len(_ANSWER))
    interpreter = Interpreter(
        executable=found["executable"],
        base=found["base"],
        version=found["version"],
        platform=found["platform"],
        markers=found["markers"],
        distributions={
            name: Distribution(version, tuple(requires))
            for name, (version, requires) in found["distributions"].items()
        },
    )
    return interpreter, found["path"]


def _clean(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables without those that change what an interpreter finds."""
    changing = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONWARNINGS", "VIRTUAL_ENV")
    return {name: value for name, value in environment.items() if name not in changing}


def _stamp(paths: Iterable[str]) -> _Stamp:
    found = []
    for path in paths:
        try:
            found.append((path, os.stat(path).st_mtime_ns))  # noqa: PTH116 - often, on plain text
        except OSError:
            found.append((path, 0))
    return tuple(found)
