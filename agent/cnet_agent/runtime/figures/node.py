"""The node's figures. Counters are read anew at each scrape, what may hang is from the sample."""

import psutil

from cnet_agent.config.schema import ResourceSettings
from cnet_agent.runtime.sampling import is_inner
from cnet_agent.wire.exposition import Family, counter, gauge
from cnet_agent.wire.node import GpuUsage, NodeUsage


def count(settings: ResourceSettings) -> list[Family]:
    """Return what the kernel counts of the parts that are measured. Blocks, shortly."""
    return [
        *(_cpu() if settings.cpu else ()),
        *(_disks() if settings.disk else ()),
        *(_network() if settings.network else ()),
    ]


def state(sample: NodeUsage | None) -> list[Family]:
    """Return what the latest sample says."""
    if sample is None:
        return []
    families = [gauge("cnet_node_sampled_timestamp_seconds", "Latest sample.", sample.timestamp)]
    if sample.cpu is not None:
        for minutes, load in zip((1, 5, 15), sample.cpu.load, strict=False):
            text = f"Tasks that run or wait, average over {minutes} minutes."
            families.append(gauge(f"cnet_node_load{minutes}", text, load))
        families.append(gauge("cnet_node_cpus", "Processors.", len(sample.cpu.per_core)))
    if (memory := sample.memory) is not None:
        families += [
            gauge("cnet_node_memory_size_bytes", "Memory.", memory.total),
            gauge("cnet_node_memory_used_bytes", "Memory that is not available.", memory.used),
            gauge("cnet_node_swap_size_bytes", "Swap.", memory.swap.total),
            gauge("cnet_node_swap_used_bytes", "Swap in use.", memory.swap.used),
        ]
    if sample.disks is not None:
        size = gauge("cnet_node_filesystem_size_bytes", "Space of a local file system.")
        used = gauge("cnet_node_filesystem_used_bytes", "Space in use.")
        for disk in sample.disks:
            size.add(disk.total, mountpoint=disk.mount)
            used.add(disk.used, mountpoint=disk.mount)
        families += [size, used]
    return [*families, *_gpus(sample.gpus)]


def _gpus(usages: list[GpuUsage]) -> list[Family]:
    busy = gauge("cnet_node_gpu_busy_ratio", "Share of the last moments in which a GPU worked.")
    used = gauge("cnet_node_gpu_memory_used_bytes", "Memory of a GPU in use.")
    heat = gauge("cnet_node_gpu_temperature_celsius", "Temperature of a GPU.")
    for gpu in usages:
        for family, value in (
            (busy, None if gpu.percent is None else gpu.percent / 100),
            (used, gpu.memory_used),
            (heat, gpu.temperature),
        ):
            if value is not None:
                family.add(value, gpu=str(gpu.index))
    return [busy, used, heat] if usages else []


def _cpu() -> list[Family]:
    family = counter("cnet_node_cpu_seconds", "Time of all processors, by what they did.")
    for mode, seconds in psutil.cpu_times()._asdict().items():
        if not mode.startswith("guest"):  # already counted as the user's
            family.add(seconds, mode=mode)
    return [family]


def _disks() -> list[Family]:
    found = psutil.disk_io_counters(nowrap=False)
    if found is None:  # no disk that is counted
        return []
    return [
        counter("cnet_node_disk_read_bytes", "Read from disks.", found.read_bytes),
        counter("cnet_node_disk_written_bytes", "Written to disks.", found.write_bytes),
    ]


def _network() -> list[Family]:
    received = counter("cnet_node_network_receive_bytes", "Received by an outer interface.")
    sent = counter("cnet_node_network_transmit_bytes", "Sent by an outer interface.")
    for interface, found in sorted(psutil.net_io_counters(pernic=True, nowrap=False).items()):
        if not is_inner(interface):  # containers' come and go with new names
            received.add(found.bytes_recv, interface=interface)
            sent.add(found.bytes_sent, interface=interface)
    return [received, sent]
