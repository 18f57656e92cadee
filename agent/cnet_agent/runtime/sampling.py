"""One look at the node: processor, memory, disks, network, GPUs. Plain reads, no threads."""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import psutil

from cnet_agent.config.schema import ResourceSettings
from cnet_agent.runtime.mounts import Mount, local_mounts
from cnet_agent.wire.node import (
    CpuUsage,
    DiskUsage,
    GpuUsage,
    MemoryUsage,
    NetworkUsage,
    NodeUsage,
    SwapUsage,
)

logger = logging.getLogger(__name__)

T = TypeVar("T")
Counters = Mapping[str, tuple[int, int]]  # by device: read and written, or sent and received

MOUNTS_EVERY = 30.0  # seconds between looks at what is mounted

# Their traffic is another interface's too, or stays within the machine.
_INNER = ("lo", "docker", "br-", "veth", "virbr", "vnet", "ifb", "cni", "flannel", "cali", "dummy")


def is_inner(interface: str) -> bool:
    """Tell whether an interface's traffic is left out of the node's sum."""
    return interface.lower().startswith(_INNER)


class Sampler:
    """Takes samples; what it counts, it counts from the sample before. Used by one thread.

    A part that cannot be read is left out and the others go on; the log says so once, and once
    more when it can be read again.
    """

    def __init__(
        self,
        settings: ResourceSettings,
        clock: Callable[[], float] = time.monotonic,
        gpus: Callable[[], list[GpuUsage]] = list,
    ) -> None:
        self._settings = settings
        self._gpus = gpus
        self._clock = clock
        self._cpu = CpuMeter()
        self._disk = RateMeter()
        self._network = RateMeter()
        self._mounts: list[Mount] = []
        self._mounts_at: float | None = None
        self._broken: set[str] = set()
        self.sample(0.0)  # what rates are counted from

    def sample(self, now: float) -> NodeUsage:
        """Return the state of the node; ``now`` (Unix seconds) is its time."""
        wanted = self._settings
        return NodeUsage(
            timestamp=now,
            cpu=self._part("CPU", self._read_cpu) if wanted.cpu else None,
            memory=self._part("memory", _read_memory) if wanted.memory else None,
            disks=self._part("disks", self._read_disks) if wanted.disk else None,
            network=self._part("network", self._read_network) if wanted.network else None,
            gpus=self._part("GPUs", self._gpus) or [],
        )

    def _part(self, name: str, read: Callable[[], T]) -> T | None:
        try:
            value = read()
        except Exception as error:
            if name not in self._broken:
                self._broken.add(name)
                logger.warning("The usage of %s cannot be read: %s", name, error, exc_info=True)
            return None
        if name in self._broken:
            self._broken.discard(name)
            logger.info("The usage of %s can be read again", name)
        return value

    def _read_cpu(self) -> CpuUsage:
        percent, per_core = self._cpu.percent(psutil.cpu_times(percpu=True))
        load = [round(value, 2) for value in psutil.getloadavg()]
        return CpuUsage(percent=percent, per_core=per_core, load=load)

    def _read_disks(self) -> list[DiskUsage]:
        now = self._clock()
        if self._mounts_at is None or now - self._mounts_at >= MOUNTS_EVERY:
            self._mounts, self._mounts_at = local_mounts(), now
        counters = psutil.disk_io_counters(perdisk=True, nowrap=False) or {}
        rates = self._disk.rates(
            {name: (count.read_bytes, count.write_bytes) for name, count in counters.items()}, now
        )
        disks = []
        for mount in self._mounts:
            try:
                space = psutil.disk_usage(mount.path)
            except OSError:
                self._mounts_at = None  # unmounted, or its device is gone: look again next time
                continue
            read, written = rates.get(mount.counter, (0.0, 0.0))
            disks.append(
                DiskUsage(
                    mount=mount.path,
                    total=space.total,
                    used=space.used,
                    percent=space.percent,
                    read_bytes_s=read,
                    write_bytes_s=written,
                )
            )
        return disks

    def _read_network(self) -> list[NetworkUsage]:
        counters = psutil.net_io_counters(pernic=True, nowrap=False)
        rates = self._network.rates(
            {name: (count.bytes_sent, count.bytes_recv) for name, count in counters.items()},
            self._clock(),
        )
        return [
            NetworkUsage(
                interface=name, sent_bytes_s=sent, recv_bytes_s=received, inner=is_inner(name)
            )
            for name, (sent, received) in sorted(rates.items())
        ]


class RateMeter:
    """Turns pairs of counters into bytes a second."""

    def __init__(self) -> None:
        self._before: Counters = {}
        self._at = 0.0

    def rates(self, counters: Counters, at: float) -> dict[str, tuple[float, float]]:
        """Return the rates since the call before; 0 for what is new or began to count anew."""
        seconds = at - self._at
        rates: dict[str, tuple[float, float]] = {}
        for name, (first, second) in counters.items():
            old_first, old_second = self._before.get(name, (first, second))
            rates[name] = (_rate(first - old_first, seconds), _rate(second - old_second, seconds))
        self._before, self._at = counters, at
        return rates


class CpuMeter:
    """Turns the times of each core into percent of it that was busy."""

    def __init__(self) -> None:
        self._before: list[tuple[float, float]] = []

    def percent(self, times: list[Any]) -> tuple[float, list[float]]:
        """Return percent of all cores and of each since the call before; at first since boot."""
        now = [_busy_and_total(core) for core in times]
        before = self._before if len(self._before) == len(now) else [(0.0, 0.0)] * len(now)
        self._before = now
        spent = [
            (max(0.0, busy - old_busy), max(0.0, total - old_total))
            for (busy, total), (old_busy, old_total) in zip(now, before, strict=True)
        ]
        busy, total = (sum(column) for column in zip(*spent, strict=True))
        return _percent(busy, total), [_percent(*core) for core in spent]


def _busy_and_total(core: Any) -> tuple[float, float]:
    """Return seconds; guests' time is already counted as the user's, waiting for disks is idle."""
    total = sum(core) - getattr(core, "guest", 0.0) - getattr(core, "guest_nice", 0.0)
    return total - core.idle - getattr(core, "iowait", 0.0), total


def _read_memory() -> MemoryUsage:
    memory = psutil.virtual_memory()
    swap = psutil.swap_memory()
    return MemoryUsage(
        total=memory.total,
        used=memory.total - memory.available,  # what ``percent`` is of
        available=memory.available,
        percent=memory.percent,
        swap=SwapUsage(total=swap.total, used=swap.used),
    )


def _percent(part: float, whole: float) -> float:
    return round(min(100.0, 100.0 * part / whole), 1) if whole > 0 else 0.0


def _rate(count: float, seconds: float) -> float:
    return round(count / seconds, 1) if count > 0 and seconds > 0 else 0.0
