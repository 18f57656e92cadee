"""Ray: a remote function that runs a subprocess. Its logs are files, its results in memory."""

import json
import subprocess
import sys
from pathlib import Path

import ray

from _launch import loop


@ray.remote(num_cpus=1)
def run(command: list[str], log: str) -> int:
    """Run a command and return its exit code."""
    with Path(log).open("wb") as output:
        return subprocess.run(command, stdout=output, stderr=output, check=False).returncode


class Ray:
    """A call of the remote function for each command."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._calls: list[ray.ObjectRef] = []

    def submit(self, command: list[str]) -> None:
        """Call it."""
        log = str(self._folder / f"{len(self._calls)}.log")
        self._calls.append(run.remote(command, log))

    def drain(self) -> None:
        """Wait for all results."""
        ray.get(self._calls)


def main() -> None:
    """Print the figures, measured once its workers are there."""
    folder, work = Path(sys.argv[1]), loop.Work(*json.loads(sys.argv[2]))
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    warm = Ray(folder)
    loop.burst(warm, 20, 1)
    print(json.dumps(loop.measure(Ray(folder), work)))
    ray.shutdown()


if __name__ == "__main__":
    main()
