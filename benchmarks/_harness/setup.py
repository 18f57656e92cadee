"""What every benchmark is given: how long to take, where to work, and whom to compare with."""

from dataclasses import dataclass
from pathlib import Path

from _harness.gate import Gate
from _harness.peers import Peers


@dataclass
class Setup:
    """The settings of a run."""

    rounds: int
    quick: bool  # fewer of everything: to see that it works, not to be believed
    gate: Gate
    peers: Peers
    folder: Path  # empty, on the disk that is measured
    _made: int = 0

    def new_folder(self) -> Path:
        """Return a folder that was never used."""
        self._made += 1
        folder = self.folder / str(self._made)
        folder.mkdir()
        return folder

    def size(self, full: int, quick: int) -> int:
        """Return how many, by how quick this run is to be."""
        return quick if self.quick else full
