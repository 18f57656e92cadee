"""HyperQueue through its Python interface, with a server and a worker of its own."""

import json
import sys
from pathlib import Path

from hyperqueue import Job, LocalCluster
from hyperqueue.cluster import WorkerConfig

from _launch import loop

CORES = 16  # as many at a time as the agent runs


class HyperQueue:
    """A job of one task for each command."""

    def __init__(self, cluster: LocalCluster, folder: Path) -> None:
        self._client = cluster.client()
        self._folder = folder
        self._jobs: list[object] = []

    def submit(self, command: list[str]) -> None:
        """Submit a job."""
        job = Job(max_fails=None)
        log = self._folder / f"{len(self._jobs)}"
        job.program(command, stdout=f"{log}.out", stderr=f"{log}.err")
        self._jobs.append(self._client.submit(job))

    def drain(self) -> None:
        """Wait for all of them."""
        self._client.wait_for_jobs(self._jobs)


def main() -> None:
    """Print the figures."""
    folder, work = Path(sys.argv[1]), loop.Work(*json.loads(sys.argv[2]))
    with LocalCluster(str(folder / "server"), WorkerConfig(cores=CORES)) as cluster:
        print(json.dumps(loop.measure(HyperQueue(cluster, folder), work)))


if __name__ == "__main__":
    main()
