"""Builds a Python environment with uv: resolved, installed, and there whole or not at all."""

import re
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import uv

from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.environments import command

WINDOWS_PYTHON = Path("Scripts", "python.exe")
POSIX_PYTHON = Path("bin", "python")
LOCK = "requirements.lock"
LOG = "build.log"


class BuildFailed(Exception):
    """The environment cannot be built; the text is a sentence with the next step.

    ``temporary`` says that the same may succeed another time.
    """

    def __init__(self, sentence: str, *, temporary: bool) -> None:
        super().__init__(sentence)
        self.temporary = temporary


@dataclass(frozen=True, slots=True)
class Order:
    """What to build."""

    python: str  # the interpreter to build on
    requirements: tuple[str, ...]
    allow_build: bool  # whether packages may be built from source, which runs their code


def python_of(folder: Path) -> Path:
    """Return the interpreter of the environment in ``folder``."""
    windows = folder / WINDOWS_PYTHON
    return windows if windows.exists() else folder / POSIX_PYTHON


async def build(
    order: Order, folder: Path, environment: Mapping[str, str], log: Callable[[str], None]
) -> tuple[str, ...]:
    """Build an environment in ``folder``, which is empty, and return its packages.

    They are given as ``name==version``; ``requirements.lock`` in the folder keeps them.

    Raises:
        BuildFailed: and why.
        OSError: the disk is full, or nothing can be started.
    """
    try:
        binary = uv.find_uv_bin()
    except FileNotFoundError as error:
        raise BuildFailed(
            Sentence("uv, which makes environments, is missing; install it (pip install uv)"),
            temporary=False,
        ) from error
    said: list[str] = []

    def hear(line: str) -> None:
        said.append(line)
        del said[:-200]
        log(line)

    async def uv_run(*words: str) -> bool:
        said.clear()
        status = await command.run(
            [binary, *words], environment=environment, folder=folder, on_line=hear
        )
        return status == 0

    python = ["--python", order.python]
    wanted = folder / "requirements.in"
    wanted.write_text("".join(f"{line}\n" for line in order.requirements), encoding="utf-8")
    wheels = [] if order.allow_build else ["--only-binary", ":all:"]
    resolve = [
        "pip",
        "compile",
        "--no-header",
        "--quiet",
        *python,
        *wheels,
        "-o",
        LOCK,
        wanted.name,
    ]
    log(f"Resolving {', '.join(order.requirements)}")
    if not await uv_run(*resolve):
        failure = explain(said, order)
        if not failure.temporary or not await uv_run(*resolve, "--offline"):
            raise failure
    if not await uv_run("venv", "--relocatable", "--quiet", "--allow-existing", *python, "."):
        raise explain(said, order)
    inside = ["--python", str(python_of(folder))]
    install = ["pip", "install", "--no-deps", *inside, *wheels, "-r", LOCK]
    log("Installing")
    if not await uv_run(*install):
        failure = explain(said, order)
        if not failure.temporary or not await uv_run(*install, "--offline"):
            raise failure
    return packages_in((folder / LOCK).read_text(encoding="utf-8"))


def packages_in(lock: str) -> tuple[str, ...]:
    """Return ``name==version`` (or ``name @ address``) of each package in a lock."""
    lines = [line.split("#")[0].split(" ;")[0].strip() for line in lock.splitlines()]
    return tuple(line for line in lines if line and not line.startswith("-"))


# What uv says, and what it means; the package's name is the group.
_NETWORK = re.compile(
    r"(?i)error sending request|dns error|connection refused|timed out|network is unreachable|"
    r"failed to fetch|request failed|network connectivity is disabled"
)
_FETCH = re.compile(
    r"[Ff]ailed to fetch: `?\S*/([A-Za-z][A-Za-z0-9._]*(?:-[A-Za-z][A-Za-z0-9._]*)*)"
)
_NAME = r"([A-Za-z0-9][A-Za-z0-9._-]*)"
_NOT_FOUND = re.compile(rf"{_NAME}(?:\[[^\]]*\])? was not found")
_NO_WHEEL = re.compile(
    rf"{_NAME}\S* (?:has no (?:usable )?wheels|can't be built|cannot be built)|"
    rf"(?:building|Building) (?:source distributions|`?{_NAME}).*?disabled"
)
_NO_VERSION = re.compile(rf"(?:no versions? of|only) {_NAME}")
_FULL = re.compile(r"No space left on device|Disk quota exceeded")
_FRAME = " \u00d7\u2502\u2570\u2500\u25b6\u251c\u256d"  # what uv draws around its sentences
_HIDDEN = re.compile(r"(?<=//)[^/@\s]+@")


def explain(said: Sequence[str], order: Order) -> BuildFailed:
    """Return what went wrong, from what uv said last."""
    text = " ".join(line.strip(_FRAME) for line in said)
    text = _HIDDEN.sub("", re.sub(r"\s+", " ", text))
    names = ", ".join(order.requirements)
    if match := _NO_WHEEL.search(text):
        name = match[1] or match[2] or names
        return BuildFailed(
            Sentence(
                "the package {package} is there as source only, which would have to be built; "
                "allow that (allow_build), or ask for a version with a wheel",
                package=name,
            ),
            temporary=False,
        )
    if _FULL.search(text):
        return BuildFailed(
            Sentence(
                "there is no room on the disk for {packages}; free some space, then run it again",
                packages=names,
            ),
            temporary=False,
        )
    if _NETWORK.search(text):
        match = _FETCH.search(text)
        return BuildFailed(
            Sentence(
                "the package {package} is missing here and could not be downloaded; check the "
                "network, then run it again",
                package=match[1] if match else names,
            ),
            temporary=True,
        )
    if match := _NOT_FOUND.search(text):
        return BuildFailed(
            Sentence(
                "there is no package {package}; check its spelling, or where packages come from",
                package=match[1],
            ),
            temporary=False,
        )
    if match := _NO_VERSION.search(text):
        return BuildFailed(
            Sentence(
                "there is no version of {package} that fits {packages} and this Python; its log "
                "has the details",
                package=match[1],
                packages=names,
            ),
            temporary=False,
        )
    last = text[-300:] or Sentence("uv said nothing")
    sentence = Sentence("{packages} could not be installed: {why}", packages=names, why=last)
    return BuildFailed(sentence, temporary=False)


def remove(folder: Path) -> None:
    """Remove a folder, if it is there, so that no half of it is taken for a whole."""
    if folder.exists():
        going = folder.with_name(f".going-{folder.name}-{time.monotonic_ns()}")
        folder.rename(going)
        shutil.rmtree(going)
