"""Boots a guest, lets it run tests, and tells what it said of each."""

import json
import re
import subprocess
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers.guest import image

_MEMORY = 1536  # MB
_SECONDS = 540


@dataclass(frozen=True, slots=True)
class Guest:
    """A guest: the script that is its first process, what it tests, and which file asks it."""

    script: str
    tests: str
    wanted_by: str


_LIMITS = "tests/integration/test_limit_mechanisms.py"
GUESTS = {
    "date": Guest("date.sh", "tests/helpers/guest/set_date.py", "test_guests_date.py"),
    "plain": Guest("init.sh", _LIMITS, "test_guests_limits.py"),
    "systemd": Guest("systemd.sh", _LIMITS, "test_guests_limits.py"),
}


@dataclass(frozen=True, slots=True)
class Result:
    """How a test in the guest ended."""

    outcome: str  # passed, failed or skipped
    text: str  # why


@dataclass(frozen=True, slots=True)
class Report:
    """What a guest said until it went."""

    results: dict[tuple[str, str], Result]  # by run and name of the test
    console: str

    def check(self, run: str, name: str) -> None:
        """Fail as a test of the guest failed, with its text."""
        result = self._of(run, name)
        assert result.outcome == "passed", result.text

    def _of(self, run: str, name: str) -> Result:
        """Return the result of a test; one that was not run has failed."""
        found = self.results.get((run, name))
        if found is not None:
            return found
        broken = self.results.get((run, ""))  # it could not even be collected
        said = broken.text if broken else ""
        return Result("not run", f"{said}\nThe guest's console ends:\n{self.console[-4000:]}")


Guests = dict[str, "Future[Report]"]


def names_in(path: str) -> list[str]:
    """Return the names of the tests in a file of the checkout."""
    return re.findall(r"^def (test_\w+)", (image.ROOT / path).read_text(), re.MULTILINE)


def require_guest() -> None:
    """Make what every guest boots, once; skip where the kernel cannot be had."""
    try:
        image.kernel()
    except RuntimeError as error:
        pytest.skip(f"there is no kernel for a guest: {error}")
    image.system()


def boot(folder: Path, guest: Guest) -> Report:
    """Run a guest in a folder of its own until it goes; return what it told.

    Emulated throughout: it is slow, and the same wherever it runs. The addresses of programs stay
    the same from start to start, so that the emulator need not translate them each time.
    """
    console, told = folder / "console", folder / "told"
    arguments = (
        "console=ttyS0 quiet panic=-1 mitigations=off norandmaps nokaslr "
        f"cnet.tests={guest.tests} rdinit=/bin/sh -- /checkout/tests/helpers/guest/{guest.script}"
    )
    command = [
        *("qemu-system-x86_64", "-accel", "tcg,thread=multi,tb-size=512", "-smp", "2"),
        *("-m", str(_MEMORY), "-nodefaults", "-display", "none", "-no-reboot"),
        *("-kernel", str(image.kernel()), "-initrd", str(image.archive(folder))),
        *("-append", arguments, "-serial", f"file:{console}", "-serial", f"file:{told}"),
    ]
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, timeout=_SECONDS
        )
        ended = f"{done.stderr}\nQEMU ended with {done.returncode}."
    except subprocess.TimeoutExpired:
        ended = f"The guest did not end within {_SECONDS} s."
    said = console.read_text(errors="replace") if console.exists() else ""
    return Report(_parse(told.read_text() if told.exists() else ""), f"{said}\n{ended}")


def _parse(text: str) -> dict[tuple[str, str], Result]:
    """Return results by run and name; of several for a test, the first that is not a success."""
    results: dict[tuple[str, str], Result] = {}
    for line in text.splitlines():
        try:
            said = json.loads(line)
        except ValueError:  # cut short by the guest's end
            continue
        key = (said["run"], said["test"].rpartition("::")[2].partition("[")[0])
        if key not in results or results[key].outcome == "passed":
            results[key] = Result(said["outcome"], said["text"])
    return results
