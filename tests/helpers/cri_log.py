"""Writes a task's log as a supervisor does: CRI lines in segments of bounded number and size."""

from datetime import UTC, datetime
from pathlib import Path

from helpers.factories import EPOCH


class CriLog:
    """The log of one attempt. Its clock, ``now``, stands still unless a test moves it."""

    def __init__(
        self, folder: Path, attempt: int = 1, *, segment: int = 10_000_000, kept: int = 5
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.attempt = attempt
        self.index = 0
        self.now = EPOCH
        self._segment = segment
        self._kept = kept
        self._size = 0

    def line(self, text: bytes | str, stream: str = "stdout", tag: str = "F") -> None:
        """Write one line; ``tag`` P makes it a part."""
        data = text.encode() if isinstance(text, str) else text
        time = datetime.fromtimestamp(self.now, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        self.raw(f"{time} {stream} {tag} ".encode() + data + b"\n")

    def lines(self, texts: list[str]) -> None:
        """Write whole lines with one call."""
        time = datetime.fromtimestamp(self.now, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        self.raw("".join(f"{time} stdout F {text}\n" for text in texts).encode())

    def raw(self, data: bytes) -> None:
        """Append bytes as they are, to a new segment where the current one would grow too long."""
        if self._size and self._size + len(data) > self._segment:
            self.rotate()
        with self.path(self.index).open("ab") as file:
            file.write(data)
        self._size += len(data)

    def rotate(self) -> None:
        """Begin a new segment and remove the oldest beyond those kept."""
        self.index += 1
        self._size = 0
        self.path(self.index).touch()
        old = self.index - self._kept - 1
        if old >= 0:
            self.path(old).unlink(missing_ok=True)

    def path(self, index: int) -> Path:
        """Return the file of a segment."""
        return self.folder / f"{self.attempt}.log.{index}"
