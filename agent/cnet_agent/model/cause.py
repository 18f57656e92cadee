"""Why an attempt failed, as far as its log tells: found in the last lines, and shown as a label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

NO_MODEL = "The model cannot be loaded: "
"""What the last line of a model server's log begins with that could not load its model."""

LINES = 60  # of the end of a log that may tell
_LAST = 6  # of these, the ones among which Python names the exception that ended it
_LONGEST = 300  # characters of a line that are looked at, and quoted


class Cause(StrEnum):
    """What the last lines of a log say about the end of an attempt."""

    MODEL = "model"  # that a task was to serve cannot be loaded
    IMPORT_ERROR = "import_error"
    SYNTAX_ERROR = "syntax_error"
    GPU_MEMORY = "gpu_memory"
    GPU_FAULT = "gpu_fault"
    NCCL = "nccl"  # the GPUs of a job talk through it
    MEMORY = "memory"
    DISK_FULL = "disk_full"
    NETWORK = "network"
    EXCEPTION = "exception"  # any other of Python's


HOPELESS = frozenset({Cause.MODEL, Cause.IMPORT_ERROR, Cause.SYNTAX_ERROR})
"""Another attempt fails in the same way."""

SHORT_OF_MEMORY = frozenset({Cause.GPU_MEMORY, Cause.MEMORY})
"""Another attempt helps where the policy says that it does, as with a memory limit."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found, and the line that told it."""

    cause: Cause
    quote: str


# Of a line anywhere near the end: native code prints it, and what Python says comes after it.
_ANYWHERE = (
    (Cause.MODEL, f"^{NO_MODEL}"),
    (Cause.GPU_MEMORY, r"CUDA out of memory|CUDA_ERROR_OUT_OF_MEMORY|OOM when allocating tensor"),
    (Cause.GPU_FAULT, r"uncorrectable ECC error|fallen off the bus|NVRM: Xid"),
    (Cause.NCCL, r"nccl(?:System|Internal|Remote|UnhandledCuda)Error|NCCL (?:error|communicator)"),
    (Cause.NCCL, r"Watchdog caught collective operation timeout"),
    (Cause.DISK_FULL, r"No space left on device"),
)

# Of the name of the exception that ended a Python program.
_BY_NAME = (
    (Cause.IMPORT_ERROR, r"ModuleNotFoundError|ImportError"),
    (Cause.SYNTAX_ERROR, r"SyntaxError|IndentationError|TabError"),
    (Cause.GPU_MEMORY, r"OutOfMemoryError|ResourceExhaustedError"),
    (Cause.MEMORY, r"MemoryError|_ArrayMemoryError"),
    (
        Cause.NETWORK,
        r"Connection\w{0,10}Error|ConnectTimeout|ReadTimeout|MaxRetryError|URLError|TimeoutError",
    ),
    (Cause.EXCEPTION, r"\w+(?:Error|Exception|Interrupt)"),
)

_PREFIX = r"(?:\[rank\d{1,6}\]:\s?)?"  # of a line of one process among several
_PATTERNS = tuple((cause, re.compile(pattern)) for cause, pattern in _ANYWHERE)
_EXCEPTIONS = tuple(
    (cause, re.compile(rf"{_PREFIX}(?:\w{{1,60}}\.){{0,8}}(?:{names})(?::|$)"))
    for cause, names in _BY_NAME
)


def diagnose(lines: Sequence[str]) -> Diagnosis | None:
    """Return why an attempt failed whose log ends with ``lines``, None if they do not tell."""
    near = [line.strip()[:_LONGEST] for line in lines[-LINES:] if line.strip()]
    for cause, pattern in _PATTERNS:
        for line in reversed(near):
            if pattern.search(line):
                return Diagnosis(cause, line)
    for line in reversed(near[-_LAST:]):
        for cause, pattern in _EXCEPTIONS:
            if pattern.match(line):
                return Diagnosis(cause, line)
    return None
