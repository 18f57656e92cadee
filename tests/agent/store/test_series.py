"""Which numbers of a sample are kept."""

import math

from cnet_agent.store.series import SERIES, readings
from cnet_agent.wire.node import (
    CpuUsage,
    DiskUsage,
    MemoryUsage,
    NetworkUsage,
    NodeUsage,
    SwapUsage,
)


def disk(mount: str, read: float, written: float) -> DiskUsage:
    return DiskUsage(
        mount=mount,
        total=100,
        used=50,
        percent=50,
        read_bytes_s=read,
        write_bytes_s=written,
    )


def network(name: str, sent: float, received: float) -> NetworkUsage:
    return NetworkUsage(
        interface=name, sent_bytes_s=sent, recv_bytes_s=received, inner=name == "lo"
    )


def test_disks_and_outer_interfaces_are_summed() -> None:
    usage = NodeUsage(
        timestamp=1.0,
        cpu=CpuUsage(percent=12.5, per_core=[12.5], load=[0, 0, 0]),
        memory=MemoryUsage(
            total=10, used=4, available=6, percent=40.0, swap=SwapUsage(total=0, used=0)
        ),
        disks=[disk("/", 1.0, 10.0), disk("/data", 2.0, 20.0)],
        network=[
            network("lo", 1e9, 1e9),
            network("eth0", 3.0, 30.0),
            network("wlan0", 4.0, 40.0),
        ],
    )
    assert dict(zip(SERIES, readings(usage), strict=True)) == {
        "cpu": 12.5,
        "memory": 40.0,
        "disk_read": 3.0,
        "disk_write": 30.0,
        "net_sent": 7.0,
        "net_recv": 70.0,
    }


def test_what_was_not_measured_is_not_a_number() -> None:
    assert all(math.isnan(value) for value in readings(NodeUsage(timestamp=1.0)))
