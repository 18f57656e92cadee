"""Keeps a GPU busy with nothing but NVIDIA's driver: ``python cuda_load.py SECONDS BYTES``.

It prints the UUIDs of the devices that it sees, takes memory on the first, fills it again and
again, and prints ``done``.
"""

import ctypes
import sys
import time
import uuid
from typing import Any

cuda: Any = ctypes.CDLL("libcuda.so.1")


def call(name: str, *arguments: Any) -> None:
    """Call the driver."""
    result = getattr(cuda, name)(*arguments)
    if result:
        sys.exit(f"{name}: error {result}")


def main(seconds: float, size: int) -> None:
    call("cuInit", 0)
    count = ctypes.c_int()
    call("cuDeviceGetCount", ctypes.byref(count))
    for index in range(count.value):
        name = (ctypes.c_ubyte * 16)()
        call("cuDeviceGetUuid_v2", name, index)
        print(f"sees GPU-{uuid.UUID(bytes=bytes(name))}")
    context, memory = ctypes.c_void_p(), ctypes.c_uint64()
    call("cuDevicePrimaryCtxRetain", ctypes.byref(context), 0)
    call("cuCtxSetCurrent", context)
    call("cuMemAlloc_v2", ctypes.byref(memory), ctypes.c_size_t(size))
    print("busy", flush=True)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for value in range(100):
            call("cuMemsetD8_v2", memory, ctypes.c_ubyte(value), ctypes.c_size_t(size))
        call("cuCtxSynchronize")
    print("done")


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]))
