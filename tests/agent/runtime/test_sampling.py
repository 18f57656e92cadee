"""Samples of the node, and what is computed from counters."""

import logging
from collections.abc import Callable
from typing import Any, NamedTuple

import psutil
import pytest

from cnet_agent.config.schema import ResourceSettings
from cnet_agent.runtime.mounts import Mount
from cnet_agent.runtime.sampling import CpuMeter, RateMeter, Sampler, is_inner


class Core(NamedTuple):
    user: float = 0.0
    system: float = 0.0
    idle: float = 0.0
    iowait: float = 0.0
    guest: float = 0.0
    guest_nice: float = 0.0


class DiskCount(NamedTuple):
    read_bytes: int
    write_bytes: int


class NetCount(NamedTuple):
    bytes_sent: int
    bytes_recv: int


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_rates_are_what_was_counted_by_the_time_it_took() -> None:
    meter = RateMeter()
    meter.rates({"eth0": (1000, 5000)}, at=10.0)
    assert meter.rates({"eth0": (2000, 5000)}, at=12.0) == {"eth0": (500.0, 0.0)}


def test_what_is_new_or_counts_anew_has_no_rate_yet() -> None:
    meter = RateMeter()
    meter.rates({"eth0": (10**9, 10**9)}, at=10.0)
    rates = meter.rates({"eth0": (100, 100), "wlan0": (10**9, 10**9)}, at=11.0)
    assert rates == {"eth0": (0.0, 0.0), "wlan0": (0.0, 0.0)}


def test_two_looks_at_the_same_instant_have_no_rate() -> None:
    meter = RateMeter()
    meter.rates({"eth0": (0, 0)}, at=10.0)
    assert meter.rates({"eth0": (100, 100)}, at=10.0) == {"eth0": (0.0, 0.0)}


def test_processor_load_is_the_busy_share_of_each_core() -> None:
    meter = CpuMeter()
    meter.percent([Core(user=100.0, idle=100.0), Core(user=0.0, idle=200.0)])
    percent, per_core = meter.percent(
        [Core(user=101.0, idle=100.0), Core(system=0.25, idle=200.75)]
    )
    assert (percent, per_core) == (62.5, [100.0, 25.0])


def test_waiting_for_a_disk_is_idle_and_guests_are_not_counted_twice() -> None:
    meter = CpuMeter()
    meter.percent([Core()])
    assert meter.percent([Core(user=1.0, guest=1.0, idle=2.0, iowait=1.0)]) == (25.0, [25.0])


def test_cores_may_come_and_go() -> None:
    meter = CpuMeter()
    meter.percent([Core(user=100.0)])
    percent, per_core = meter.percent([Core(user=100.0), Core(idle=100.0)])
    assert (percent, len(per_core)) == (50.0, 2)


def test_times_that_step_back_give_no_load() -> None:
    meter = CpuMeter()
    meter.percent([Core(user=100.0, idle=50.0)])
    assert meter.percent([Core(user=99.0, idle=50.0)]) == (0.0, [0.0])


def test_a_sample_of_this_machine_is_plausible() -> None:
    sample = Sampler(ResourceSettings()).sample(1000.0)
    assert sample.timestamp == 1000.0
    assert sample.cpu is not None
    assert sample.memory is not None
    assert sample.disks
    assert sample.network is not None
    assert 0 <= sample.cpu.percent <= 100
    assert len(sample.cpu.per_core) == psutil.cpu_count()
    assert 0 < sample.memory.used < sample.memory.total
    assert any(disk.mount == "/" and disk.total > 0 for disk in sample.disks)


@pytest.mark.parametrize("part", ["cpu", "memory", "disk", "network"])
def test_a_part_that_is_turned_off_is_left_out(part: str) -> None:
    sample = Sampler(ResourceSettings(**{part: False})).sample(1000.0)
    values = {"cpu": sample.cpu, "memory": sample.memory}
    values |= {"disk": sample.disks, "network": sample.network}  # type: ignore[dict-item]
    assert [name for name, value in values.items() if value is None] == [part]


def test_traffic_is_counted_by_device_and_interface(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    counted = {"disk": (0, 0), "net": (0, 0)}
    mounts = [Mount("/", "/dev/nothing1", "ext4")]
    monkeypatch.setattr("cnet_agent.runtime.sampling.local_mounts", lambda: mounts)
    replace(monkeypatch, "disk_io_counters", lambda: {"nothing1": DiskCount(*counted["disk"])})
    replace(monkeypatch, "net_io_counters", lambda: {"eth0": NetCount(*counted["net"])})
    sampler = Sampler(ResourceSettings(), clock)
    counted = {"disk": (4096, 8192), "net": (300, 600)}
    clock.now += 2
    sample = sampler.sample(1000.0)
    assert sample.disks is not None
    assert sample.network is not None
    assert [(disk.read_bytes_s, disk.write_bytes_s) for disk in sample.disks] == [(2048.0, 4096.0)]
    assert [(one.sent_bytes_s, one.recv_bytes_s) for one in sample.network] == [(150.0, 300.0)]


def test_a_part_that_fails_is_left_out_and_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    sampler = Sampler(ResourceSettings())
    with monkeypatch.context() as broken:
        replace(broken, "virtual_memory", failing)
        samples = [sampler.sample(float(n)) for n in range(3)]
    assert all(sample.memory is None and sample.cpu is not None for sample in samples)
    assert sampler.sample(4.0).memory is not None
    sampler.sample(5.0)
    messages = [record.getMessage() for record in caplog.records]
    assert messages == [
        "The usage of memory cannot be read: /proc is upside down",
        "The usage of memory can be read again",
    ]


def test_a_disk_that_vanishes_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    sampler = Sampler(ResourceSettings())

    def gone(path: str) -> Any:
        raise FileNotFoundError(path)

    monkeypatch.setattr(psutil, "disk_usage", gone)
    assert sampler.sample(1.0).disks == []


def failing() -> Any:
    raise RuntimeError("/proc is upside down")


def replace(monkeypatch: pytest.MonkeyPatch, name: str, value: Callable[[], Any]) -> None:
    monkeypatch.setattr(psutil, name, lambda **_: value())


@pytest.mark.parametrize("name", ["lo", "lo0", "docker0", "veth12ab", "br-12ab", "virbr0", "ifb0"])
def test_traffic_within_the_machine_is_left_out(name: str) -> None:
    assert is_inner(name)


@pytest.mark.parametrize("name", ["eth0", "enp3s0", "wlan0", "br0", "bond0", "wg0", "en0"])
def test_traffic_with_others_is_counted(name: str) -> None:
    assert not is_inner(name)
