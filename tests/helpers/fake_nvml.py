"""A driver's library as ``pynvml`` binds it, with the devices that a test wants.

The figures, and what is told in which way, are those of a real H200 under driver 580.
"""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any


class NVMLError(Exception):
    """What every call raises that has no answer."""


@dataclass
class Device:
    """One card; a call named in ``silent`` is answered with an error."""

    uuid: str
    name: str = "NVIDIA H200"
    memory: int = 150_754_820_096
    used: int = 0
    percent: int = 0
    temperature: int = 30
    silent: set[str] = field(default_factory=set)


class FakeNvml:
    """The calls that the agent makes."""

    NVMLError = NVMLError
    NVML_TEMPERATURE_GPU = 0
    nvmlMemory_v2 = 33554472  # noqa: N815 - NVIDIA's name
    KEPT = 639_631_360  # bytes that the driver keeps for itself

    def __init__(self, *devices: Device) -> None:
        self.devices = list(devices)
        self.loaded = True  # whether the kernel's part answers
        self.opened = 0

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("nvmlDeviceGet"):
            raise AttributeError(name)

        def ask(device: Device, *arguments: int) -> Any:
            if name in device.silent or not self.opened:
                raise NVMLError("Not Supported")
            return self._answer(name.removeprefix("nvmlDeviceGet"), device, *arguments)

        return ask

    def nvmlInit(self) -> None:  # noqa: N802 - NVIDIA's name, as below
        if not self.loaded:
            raise NVMLError("Driver Not Loaded")
        self.opened += 1

    def nvmlShutdown(self) -> None:  # noqa: N802
        if not self.opened:
            raise NVMLError("Uninitialized")
        self.opened -= 1

    def nvmlDeviceGetCount(self) -> int:  # noqa: N802
        return len(self.devices)

    def nvmlDeviceGetHandleByIndex(self, index: int) -> Device:  # noqa: N802
        device = self.devices[index]
        if "nvmlDeviceGetHandleByIndex" in device.silent:
            raise NVMLError("GPU is lost")
        return device

    def _answer(self, what: str, device: Device, *arguments: int) -> Any:
        match what:
            case "Name":
                return device.name
            case "UUID":
                return device.uuid
            case "UtilizationRates":
                return SimpleNamespace(gpu=device.percent, memory=0)
            case "Temperature":
                return device.temperature
            case "MemoryInfo":
                kept = 0 if self.nvmlMemory_v2 in arguments else self.KEPT
                return SimpleNamespace(total=device.memory, used=device.used + kept)
        raise AttributeError(what)
