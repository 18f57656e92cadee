"""What of a sample is kept over time: six numbers, in a fixed order."""

import math

from cnet_agent.wire.node import NodeUsage

SERIES = ("cpu", "memory", "disk_read", "disk_write", "net_sent", "net_recv")


def readings(usage: NodeUsage) -> tuple[float, ...]:
    """Return a sample's value for each of ``SERIES``; NaN for parts that were not measured.

    Percent for processor and memory, bytes a second in all for disks and for the network, where
    loopback and the inner interfaces of containers and machines are left out.
    """
    nan = math.nan
    cpu = usage.cpu.percent if usage.cpu else nan
    memory = usage.memory.percent if usage.memory else nan
    read = written = sent = received = nan
    if usage.disks is not None:
        read = sum(disk.read_bytes_s for disk in usage.disks)
        written = sum(disk.write_bytes_s for disk in usage.disks)
    if usage.network is not None:
        outer = [one for one in usage.network if not one.inner]
        sent = sum(one.sent_bytes_s for one in outer)
        received = sum(one.recv_bytes_s for one in outer)
    return cpu, memory, read, written, sent, received
