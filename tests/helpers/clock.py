"""A wall clock of one's own for processes: libfaketime, steered by a file while they run."""

import platform
from pathlib import Path

_FOLDERS = (
    f"/usr/lib/{platform.machine()}-linux-gnu/faketime",
    "/usr/lib/faketime",
    "/usr/lib64/faketime",
)


def library() -> Path | None:
    """Return the library that threads bear, None where it is not installed."""
    found = (Path(folder, "libfaketimeMT.so.1") for folder in _FOLDERS)
    return next((path for path in found if path.exists()), None)


class Clock:
    """The wall clock of every process that starts with ``environment``; nothing else is touched.

    Clocks that nobody can set (monotonic, since boot) stay true, as on a machine whose date is set.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.set_off(0)

    @property
    def environment(self) -> dict[str, str]:
        """Return what a process must be started with."""
        return {
            "LD_PRELOAD": str(library()),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_DONT_RESET": "1",
        }

    def set_off(self, seconds: float) -> None:
        """Set the clock so many seconds ahead of the true time, or behind it."""
        beside = self._file.with_name(self._file.name + ".new")
        beside.write_text(f"{seconds:+.0f}\n")
        beside.replace(self._file)
