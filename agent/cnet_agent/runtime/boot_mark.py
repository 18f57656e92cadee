"""Whether the system was started again since a data directory was last used."""

from pathlib import Path

from cnet_agent.supervisor.linux import boot_id


class BootMark:
    """Compares the system's boot id with the one in ``file``."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._present = boot_id()
        try:
            self.rebooted = file.read_text(encoding="ascii") != self._present
        except (OSError, UnicodeDecodeError):
            self.rebooted = False  # used for the first time

    def write(self) -> None:
        """Remember the present boot."""
        if self.rebooted or not self._file.exists():
            self._file.write_text(self._present, encoding="ascii")
