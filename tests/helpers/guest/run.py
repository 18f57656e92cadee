"""Boots a guest, lets it run tests, and tells what it said of each."""

import json
import os
import re
import signal
import subprocess
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

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


def boot(folder: Path, guest: Guest) -> Report:
    """Run a guest in a folder of its own until it goes; return what it told.

    Its kernel is a program here, Debian's user-mode Linux: nothing is emulated, and all it needs is
    to be let trace its own processes.
    """
    console, told = folder / "console", folder / "told"
    with console.open("wb") as said, told.open("wb") as line:
        command = [
            *(
                "linux.uml",
                f"mem={_MEMORY}M",
                f"uml_dir={folder}",
                f"initrd={image.archive(folder)}",
            ),
            *("rdinit=/bin/sh", "panic=-1", "quiet", f"cnet.tests={guest.tests}"),
            *("con=null", "con0=null,fd:1", "ssl=null", f"ssl1=null,fd:{line.fileno()}"),
            *("--", f"/checkout/tests/helpers/guest/{guest.script}"),
        ]
        kernel = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            pass_fds=(line.fileno(),),
            start_new_session=True,
        )
        try:
            ended = f"The guest ended with {kernel.wait(_SECONDS)}."
        except subprocess.TimeoutExpired:
            ended = f"The guest did not end within {_SECONDS} s."
            os.killpg(kernel.pid, signal.SIGKILL)
            kernel.wait()
    return Report(_parse(told.read_text()), f"{console.read_text(errors='replace')}\n{ended}")


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
