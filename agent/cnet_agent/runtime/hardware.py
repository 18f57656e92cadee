"""What this machine is made of. Read at the start, and when a person asks to look again."""

import platform
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from cnet_agent.runtime.mounts import local_mounts
from cnet_agent.wire.node import CpuInfo, DiskInfo, GpuInfo, InterfaceInfo

_ADDRESSES = {socket.AF_INET, socket.AF_INET6}


@dataclass(frozen=True, slots=True)
class Hardware:
    """The inventory, as the node's views show it."""

    hostname: str
    os: str  # "Debian GNU/Linux 12 (bookworm)"
    kernel: str
    arch: str
    cpu: CpuInfo
    memory: int  # bytes
    disks: list[DiskInfo]
    network: list[InterfaceInfo]
    gpus: list[GpuInfo]


def read_hardware(gpus: Callable[[], list[GpuInfo]] = list) -> Hardware:
    """Take the inventory. Blocks for some milliseconds, and for as long as ``gpus`` does."""
    threads = psutil.cpu_count() or 1
    return Hardware(
        hostname=socket.gethostname(),
        os=_system(),
        kernel=platform.release(),
        arch=platform.machine(),
        cpu=CpuInfo(
            model=_cpu_model(), cores=psutil.cpu_count(logical=False) or threads, threads=threads
        ),
        memory=psutil.virtual_memory().total,
        disks=_disks(),
        network=_interfaces(),
        gpus=gpus(),
    )


def cpu_model(cpuinfo: str) -> str:
    """Return the processor's name out of the text of ``/proc/cpuinfo``, or nothing."""
    fields: dict[str, str] = {}
    for line in cpuinfo.splitlines():
        name, _, value = line.partition(":")
        if value.strip():
            fields.setdefault(name.strip().lower(), value.strip())
    for name in ("model name", "cpu model", "hardware", "model", "cpu"):
        if name in fields and not fields[name].isdigit():
            return fields[name]
    return ""


def _cpu_model() -> str:
    try:
        model = cpu_model(Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        model = ""
    return model or platform.processor() or platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"


def _disks() -> list[DiskInfo]:
    disks = []
    for mount in local_mounts():
        try:
            total = psutil.disk_usage(mount.path).total
        except OSError:
            continue  # gone, or not ours to look at
        disks.append(
            DiskInfo(
                mount=mount.path, device=mount.device, filesystem=mount.filesystem, total=total
            )
        )
    return disks


def _interfaces() -> list[InterfaceInfo]:
    states = psutil.net_if_stats()
    interfaces = []
    for name, addresses in sorted(psutil.net_if_addrs().items()):
        state = states.get(name)
        interfaces.append(
            InterfaceInfo(
                name=name,
                addresses=[a.address for a in addresses if a.family in _ADDRESSES],
                up=bool(state and state.isup),
                speed_mbps=state.speed if state and 0 < state.speed < 65535 else None,
            )
        )
    return interfaces
