"""The thread that takes samples."""

import asyncio
import threading
import time

import pytest

from cnet_agent.config.schema import ResourceSettings
from cnet_agent.runtime.monitor import Monitor
from cnet_agent.runtime.sampling import Sampler
from cnet_agent.wire.node import NodeUsage
from helpers.waiting import until

QUICK = ResourceSettings(interval=0.2)


async def test_samples_arrive_on_the_loop_one_after_another() -> None:
    samples: list[tuple[NodeUsage, int]] = []
    monitor = Monitor(QUICK, lambda s: samples.append((s, threading.get_ident())), lambda: 1000.0)
    monitor.start()
    await until(lambda: len(samples) >= 3)
    await monitor.close()
    assert {thread for _, thread in samples} == {threading.get_ident()}
    assert monitor.latest is samples[-1][0]
    assert monitor.latest.timestamp == 1000.0
    assert monitor.latest.cpu is not None


@pytest.mark.gui
async def test_samples_arrive_on_a_loop_shared_with_qt() -> None:
    samples: list[NodeUsage] = []
    monitor = Monitor(QUICK, samples.append, lambda: 1000.0)
    monitor.start()
    await until(lambda: len(samples) >= 2)
    await monitor.close()


async def test_nothing_arrives_after_the_end() -> None:
    samples: list[NodeUsage] = []
    monitor = Monitor(QUICK, samples.append, lambda: 1000.0)
    monitor.start()
    await until(lambda: samples)
    await monitor.close()
    threads = [thread.name for thread in threading.enumerate()]
    assert "monitor" not in threads


async def test_a_loop_that_was_busy_is_told_of() -> None:
    samples: list[NodeUsage] = []
    monitor = Monitor(QUICK, samples.append, lambda: 1000.0)
    assert monitor.longest_lag() == 0.0
    monitor._hand_over(NodeUsage(timestamp=1.0), time.monotonic() - 5.0)
    monitor._hand_over(NodeUsage(timestamp=2.0), time.monotonic())
    assert monitor.longest_lag() >= 5.0


async def test_a_monitor_that_never_started_can_be_closed() -> None:
    await Monitor(QUICK, lambda _: None, lambda: 0.0).close()


async def test_the_first_sample_does_not_wait_for_a_long_interval() -> None:
    samples: list[NodeUsage] = []
    monitor = Monitor(ResourceSettings(interval=3600), samples.append, lambda: 1000.0)
    monitor.start()
    await until(lambda: samples)
    await monitor.close()


async def test_a_device_that_hangs_holds_up_neither_the_loop_nor_the_end() -> None:
    release = threading.Event()
    hanging = threading.Event()

    class Hanging(Sampler):
        def sample(self, now: float) -> NodeUsage:
            if now:
                hanging.set()
                release.wait(20)
            return NodeUsage(timestamp=now)

    monitor = Monitor(QUICK, lambda _: None, lambda: 1000.0, Hanging)
    monitor.start()
    await until(hanging.is_set)
    await asyncio.wait_for(monitor.close(), 5)
    release.set()
