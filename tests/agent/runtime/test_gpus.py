"""The GPUs of a node, by a driver's library that a test plays."""

import pytest

from cnet_agent.runtime.gpus import Gpus, load_nvml
from cnet_agent.wire.node import GpuInfo, GpuUsage
from helpers.fake_nvml import Device, FakeNvml

GB = 10**9


def test_a_machine_without_a_driver_has_none() -> None:
    gpus = Gpus(lambda: None)
    assert gpus.inventory() == []
    assert gpus.usage() == []


def test_devices_are_told_with_what_they_do() -> None:
    busy = Device("GPU-a", used=24 * GB, percent=97, temperature=61)
    gpus = Gpus(lambda: nvml)
    nvml = FakeNvml(busy, Device("GPU-b", name="NVIDIA L4", memory=24 * GB))
    assert gpus.inventory() == [
        GpuInfo(index=0, name="NVIDIA H200", memory=150_754_820_096, uuid="GPU-a"),
        GpuInfo(index=1, name="NVIDIA L4", memory=24 * GB, uuid="GPU-b"),
    ]
    assert gpus.usage() == [
        GpuUsage(index=0, percent=97, memory_used=24 * GB, temperature=61),
        GpuUsage(index=1, percent=0, memory_used=0, temperature=30),
    ]


def test_an_older_driver_counts_its_own_memory_as_used() -> None:
    class Older(FakeNvml):
        def _answer(self, what: str, device: Device, *arguments: int) -> object:
            if self.nvmlMemory_v2 in arguments:
                raise self.NVMLError("Function Not Found")
            return super()._answer(what, device, *arguments)

    gpus = Gpus(lambda: nvml)
    nvml = Older(Device("GPU-a", used=GB))
    gpus.inventory()
    assert gpus.usage()[0].memory_used == GB + FakeNvml.KEPT


def test_what_a_device_does_not_tell_is_not_known() -> None:
    quiet = Device("GPU-a", silent={"nvmlDeviceGetUtilizationRates", "nvmlDeviceGetName"})
    gpus = Gpus(lambda: FakeNvml(quiet))
    assert gpus.inventory()[0].name == "GPU 0"
    assert gpus.usage() == [GpuUsage(index=0, percent=None, memory_used=0, temperature=30)]


def test_a_device_that_is_lost_leaves_the_others_their_places() -> None:
    nvml = FakeNvml(Device("GPU-a", silent={"nvmlDeviceGetHandleByIndex"}), Device("GPU-b"))
    gpus = Gpus(lambda: nvml)
    assert [(gpu.index, gpu.uuid) for gpu in gpus.inventory()] == [(1, "GPU-b")]


def test_a_driver_that_is_not_loaded_is_told_of_and_asked_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    nvml = FakeNvml(Device("GPU-a"))
    nvml.loaded = False
    gpus = Gpus(lambda: nvml)
    assert gpus.inventory() == []
    assert "The NVIDIA driver does not answer: Driver Not Loaded" in caplog.text
    nvml.loaded = True
    assert len(gpus.inventory()) == 1
    assert len(gpus.inventory()) == 1
    assert nvml.opened == 1  # what was opened before was closed


def test_a_driver_that_goes_away_leaves_devices_that_tell_nothing() -> None:
    nvml = FakeNvml(Device("GPU-a"))
    gpus = Gpus(lambda: nvml)
    gpus.inventory()
    nvml.opened = 0
    assert gpus.usage() == [GpuUsage(index=0)]


def test_the_real_library_is_asked_where_there_is_one() -> None:
    assert load_nvml() is None or Gpus().inventory() is not None
