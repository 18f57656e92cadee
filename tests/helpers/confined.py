"""Programs that may harm nothing, for tests that hand them commands which nobody has read."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_NOBODY = 65534
# Reading is kept, so that an interpreter in somebody's home directory can be run.
_AS_NOBODY = [
    "setpriv",
    f"--reuid={_NOBODY}",
    f"--regid={_NOBODY}",
    "--clear-groups",
    "--inh-caps=+dac_read_search",
    "--ambient-caps=+dac_read_search",
]


def wrapper() -> list[str]:
    """Return what to put before a command, so that it runs as nobody if the tests run as root."""
    program = shutil.which(_AS_NOBODY[0])
    if os.geteuid() != 0:
        return []
    assert program is not None, "setpriv (util-linux) is not installed"
    return [program, *_AS_NOBODY[1:]]


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """Give a folder in which confined programs may write; its parents let them through."""
    with tempfile.TemporaryDirectory(prefix="cnet-test-") as made:
        Path(made, "bin").mkdir()
        yield Path(made)


def give(folder: Path) -> None:
    """Let confined programs have ``folder`` and what is in it."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, _NOBODY, _NOBODY)


def environment(folder: Path) -> dict[str, str]:
    """Return an environment over ``folder`` in which no command and no package is found."""
    return {
        "HOME": str(folder),
        "PATH": str(folder / "bin"),
        "UV_OFFLINE": "1",
        **{f"XDG_{kind}_HOME": str(folder) for kind in ("CACHE", "CONFIG", "DATA", "STATE")},
    }
