"""How an attempt ended, from what was observed: pure."""

import signal
from dataclasses import dataclass
from typing import Any

from cnet_agent.supervisor.limits.pace import readable

_FULL = "it failed when its directory was full"
_ONE_FILE = "a single file grew to it; it holds for each file and for its directory as a whole"


@dataclass(frozen=True, slots=True)
class Status:
    """How the main process ended: by itself with a code, or by a signal."""

    exit_code: int | None = None
    signal: str | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """Why the supervisor began to end the attempt, before the main process had ended."""

    reason: str  # stopped, timeout, disk_limit, pids_limit, oom, or signal for an outside wish
    detail: str = ""


def status_of(code: int, status: int) -> Status:
    """Return the status for ``si_code`` and ``si_status`` of ``waitid``."""
    if code == 1:  # CLD_EXITED
        return Status(exit_code=status)
    return Status(signal=signal_name(status))


def signal_name(number: int) -> str:
    """Return a signal's name, ``SIG35`` for one without."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"SIG{number}"


def describe_end(
    status: Status, ending: Ending | None, oom_kills: int, *, file_limit: bool = False
) -> dict[str, Any]:
    """Return reason, exit code, signal, count of OOM kills and detail for the record.

    What the supervisor began wins over what the process made of it; a kill for want of memory
    explains an end that was not a success, and is only counted beside one that was.

    Args:
        status: how the main process ended.
        ending: what the supervisor had begun before.
        oom_kills: processes that the memory limit killed.
        file_limit: whether the size of single files was limited.
    """
    end = {
        "exit_code": status.exit_code,
        "signal": status.signal,
        "oom_kills": oom_kills,
        "detail": ending.detail if ending else "",
    }
    if ending is not None and ending.reason == "signal":
        return {
            **end,
            "reason": "signal",
            "signal": status.signal or "SIGTERM",
            "detail": "Its supervisor was asked to end by something other than this agent.",
        }
    if ending is not None:
        return {**end, "reason": ending.reason}
    if oom_kills and status.exit_code != 0:
        return {**end, "reason": "oom"}
    if file_limit and status.signal == "SIGXFSZ":
        return {**end, "reason": "disk_limit", "detail": _ONE_FILE}
    return {**end, "reason": "signal" if status.signal else "exit"}


def with_disk(end: dict[str, Any], used: int | None, limit: int | None) -> dict[str, Any]:
    """Return an end with the bytes in the task's directory, None where that is not limited.

    A directory that is full explains a failure: most programs end by themselves when a file of
    theirs may not grow, sooner than anybody could look.
    """
    end = {**end, "disk_used": used}
    if used is None or limit is None:
        return end
    if end["reason"] == "exit" and end["exit_code"] != 0 and used >= limit:
        end |= {"reason": "disk_limit", "detail": _FULL}
    if end["reason"] == "disk_limit":
        end["detail"] += f", {readable(used)} in its directory in the end"
    return end
