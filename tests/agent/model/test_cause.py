"""What the end of a log tells of a failure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.model.cause import NO_MODEL, Cause, diagnose

TRACEBACK = ["Traceback (most recent call last):", '  File "train.py", line 3, in <module>']


@pytest.mark.parametrize(
    ("last", "cause"),
    [
        ("ModuleNotFoundError: No module named 'torch'", Cause.IMPORT_ERROR),
        ("ImportError: libcudart.so.12: cannot open shared object file", Cause.IMPORT_ERROR),
        ("SyntaxError: invalid syntax", Cause.SYNTAX_ERROR),
        ("IndentationError: unexpected indent", Cause.SYNTAX_ERROR),
        ("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2 GiB", Cause.GPU_MEMORY),
        ("torch.cuda.OutOfMemoryError: Allocation on device 0", Cause.GPU_MEMORY),
        ("tensorflow.python.framework.errors_impl.ResourceExhaustedError: …", Cause.GPU_MEMORY),
        ("RuntimeError: CUDA error: uncorrectable ECC error encountered", Cause.GPU_FAULT),
        ("torch.distributed.DistBackendError: NCCL error in: ProcessGroupNCCL.cpp", Cause.NCCL),
        ("[rank1]: RuntimeError: ncclSystemError: a call to an external library", Cause.NCCL),
        ("MemoryError", Cause.MEMORY),
        ("numpy._core._exceptions._ArrayMemoryError: Unable to allocate 8 GiB", Cause.MEMORY),
        ("OSError: [Errno 28] No space left on device", Cause.DISK_FULL),
        ("ConnectionRefusedError: [Errno 111] Connection refused", Cause.NETWORK),
        ("requests.exceptions.ReadTimeout: read timed out", Cause.NETWORK),
        ("ValueError: the loss is not a number", Cause.EXCEPTION),
        ("[rank0]: KeyError: 'weights'", Cause.EXCEPTION),
    ],
)
def test_the_last_line_of_a_traceback_tells_the_cause(last: str, cause: Cause) -> None:
    found = diagnose([*TRACEBACK, last, ""])
    assert found is not None
    assert (found.cause, found.quote) == (cause, last)


def test_a_model_that_cannot_be_loaded_is_told_whatever_came_before() -> None:
    last = f"{NO_MODEL}It needs torch, which is not in its environment."
    found = diagnose([*TRACEBACK, "ModuleNotFoundError: No module named 'torch'", last])
    assert found is not None
    assert (found.cause, found.quote) == (Cause.MODEL, last)


def test_what_native_code_said_counts_more_than_what_python_made_of_it() -> None:
    lines = [
        "[E] Watchdog caught collective operation timeout",
        *TRACEBACK,
        "RuntimeError: aborted",
    ]
    found = diagnose(lines)
    assert found is not None
    assert found.cause is Cause.NCCL


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Epoch 1/5 loss=0.3", "done"],
        ["ImportError: an optional package is missing", *["Epoch 1"] * 8],  # it was caught
        ["the ValueError: of a sentence"],
        ["warning: ImportErrors are ignored"],
    ],
)
def test_a_log_that_does_not_tell_gives_no_cause(lines: list[str]) -> None:
    assert diagnose(lines) is None


def test_only_the_end_is_looked_at_and_a_long_line_is_cut() -> None:
    old = ["CUDA out of memory"] + ["step"] * 100
    assert diagnose(old) is None
    found = diagnose(["ValueError: " + "x" * 100_000])
    assert found is not None
    assert len(found.quote) == 300


@given(st.lists(st.text(), max_size=80))
def test_no_log_is_too_strange(lines: list[str]) -> None:
    diagnose(lines)
