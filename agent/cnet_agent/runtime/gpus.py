"""The NVIDIA GPUs of the node, asked through the driver's own library, NVML."""

import contextlib
import ctypes
import logging
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from cnet_agent.wire.node import GpuInfo, GpuUsage

logger = logging.getLogger(__name__)

T = TypeVar("T")


def load_nvml() -> Any:
    """Return the module that binds NVML, None where there is no driver."""
    if sys.platform.startswith("linux"):  # spares most machines an import of 8,000 lines
        try:
            ctypes.CDLL("libnvidia-ml.so.1")
        except OSError:
            return None
    import pynvml

    return pynvml


class Gpus:
    """Asks a driver that may be missing, may be replaced, and may lose a device at any time.

    What a device does not tell is None; a device that tells nothing is still there. May be used
    by several threads.
    """

    def __init__(self, load: Callable[[], Any] = load_nvml) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._nvml: Any = None
        self._devices: list[tuple[int, Any]] = []  # index and handle

    def inventory(self) -> list[GpuInfo]:
        """Look anew which devices there are. Blocks; the first time up to a second or two."""
        with self._lock:
            self._open()
            return [self._info(index, device) for index, device in self._devices]

    def usage(self) -> list[GpuUsage]:
        """Return what the devices do that were found. Blocks for some milliseconds."""
        with self._lock:
            return [self._usage(index, device) for index, device in self._devices]

    def _open(self) -> None:
        self._devices = []
        if self._nvml is not None:  # a driver that was replaced answers nothing to who had the old
            with contextlib.suppress(self._nvml.NVMLError):
                self._nvml.nvmlShutdown()
        nvml = self._nvml = self._load()
        if nvml is None:
            return
        try:
            nvml.nvmlInit()
            count = nvml.nvmlDeviceGetCount()
        except nvml.NVMLError as error:
            logger.warning("The NVIDIA driver does not answer: %s", error)
            return
        for index in range(count):
            device = self._told(nvml.nvmlDeviceGetHandleByIndex, index)
            if device is not None:
                self._devices.append((index, device))

    def _info(self, index: int, device: Any) -> GpuInfo:
        nvml = self._nvml
        memory = self._told(nvml.nvmlDeviceGetMemoryInfo, device)
        return GpuInfo(
            index=index,
            name=self._told(nvml.nvmlDeviceGetName, device) or f"GPU {index}",
            memory=memory.total if memory is not None else 0,
            uuid=self._told(nvml.nvmlDeviceGetUUID, device) or "",
        )

    def _usage(self, index: int, device: Any) -> GpuUsage:
        nvml = self._nvml
        busy = self._told(nvml.nvmlDeviceGetUtilizationRates, device)
        # The first version counts what the driver keeps for itself as used.
        memory = self._told(nvml.nvmlDeviceGetMemoryInfo, device, nvml.nvmlMemory_v2) or self._told(
            nvml.nvmlDeviceGetMemoryInfo, device
        )
        return GpuUsage(
            index=index,
            percent=busy.gpu if busy is not None else None,
            memory_used=memory.used if memory is not None else None,
            temperature=self._told(
                nvml.nvmlDeviceGetTemperature, device, nvml.NVML_TEMPERATURE_GPU
            ),
        )

    def _told(self, ask: Callable[..., T], *arguments: Any) -> T | None:
        try:
            return ask(*arguments)
        except self._nvml.NVMLError:
            return None
