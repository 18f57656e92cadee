"""What the node gives to tasks now: its hardware, by the present settings, while there is disk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cnet_agent.config.schema import TaskSettings
from cnet_agent.model.admission import Capacity
from cnet_agent.model.quantities import format_size
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.system_words import system_words
from cnet_agent.supervisor.spare import room
from cnet_agent.wire.node import GpuInfo, NodeUsage

RESERVE_SHARE = 20  # of a small disk, a twentieth stays free


@dataclass(frozen=True, slots=True)
class NodeCapacity:
    """Answers from memory, and asks the file system what is free, which takes a microsecond."""

    cpu: float  # cores
    memory: int  # bytes
    most_tasks: int  # that this process can watch at a time
    data_dir: Path
    settings: Callable[[], TaskSettings]
    gpus: Callable[[], Sequence[GpuInfo]]
    usage: Callable[[], NodeUsage | None]

    def __call__(self) -> Capacity:
        """Return what tasks may use."""
        settings = self.settings()
        return Capacity(
            cpu=self.cpu,
            memory=self.memory,
            gpus=self._emptiest_first(),
            slots=min(settings.max_concurrent, self.most_tasks),
            closed=self._shortage(settings.disk_reserve),
        )

    def gpu_memory(self) -> dict[str, int]:
        """Return the bytes in use on each GPU that tells it, by its UUID."""
        usage = self.usage()
        names = {gpu.index: gpu.uuid for gpu in self.gpus()}
        return {
            names[gpu.index]: gpu.memory_used
            for gpu in (usage.gpus if usage else ())
            if gpu.memory_used is not None and gpu.index in names
        }

    def _emptiest_first(self) -> tuple[str, ...]:
        """Return the GPUs, those last on which others than our tasks may be at work."""
        used = self.gpu_memory()
        return tuple(sorted((gpu.uuid for gpu in self.gpus()), key=lambda gpu: used.get(gpu, 0)))

    def _shortage(self, reserve: int) -> str:
        """Return why nothing may start for want of disk, or nothing.

        The end of a task that runs, its stop and its log find room in what new tasks leave.
        """
        try:
            lacking = -room(str(self.data_dir), reserve, RESERVE_SHARE)
        except OSError as error:
            return Sentence(
                "The disk of {folder} cannot be read: {why}.",
                folder=self.data_dir,
                why=system_words(error),
            )
        if lacking <= 0:
            return ""
        return Sentence(
            "The disk of {folder} is nearly full: free {size}, as what is left is kept for the "
            "tasks that run.",
            folder=self.data_dir,
            size=format_size(lacking),
        )
