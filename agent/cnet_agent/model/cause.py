"""Why an attempt failed, as far as its log tells: a class, shown as a label."""

from enum import StrEnum


class Cause(StrEnum):
    """What the last lines of a log say about the end of an attempt."""

    IMPORT_ERROR = "import_error"
    SYNTAX_ERROR = "syntax_error"
    GPU_MEMORY = "gpu_memory"  # CUDA out of memory
    GPU_FAULT = "gpu_fault"  # a device that fell off the bus, an uncorrectable memory error
    NCCL = "nccl"  # the communication between GPUs broke or timed out
    MEMORY = "memory"  # Python's own MemoryError
    DISK_FULL = "disk_full"
    NETWORK = "network"  # a connection was refused, reset or timed out
