"""Numbers, times and states as a person reads them. Pure but for the language."""

import time
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from cnet_agent.model.cause import Cause
from cnet_agent.model.log_level import Level
from cnet_agent.model.phase import Phase, Reason, Status
from cnet_agent.wire.task import TaskView

NONE = "—"
DAY = 86400
_UNITS = ("B", "kB", "MB", "GB", "TB")  # in powers of 1000

Tone = Literal["running", "waiting", "good", "bad", "neutral"]
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Look:
    """A state as a pill shows it: never by colour alone."""

    label: str
    icon: str
    tone: Tone


def look(task: TaskView, *, stopping: bool = False) -> Look:
    """Return how a task's state looks; ``stopping`` while the agent has not yet confirmed it."""
    if task.phase is Phase.STOPPING or (stopping and not task.phase.is_final):
        return Look(translate("words", "Stopping…"), "circle-stop", "waiting")
    if task.phase.is_final:
        return _final_look(task)
    match task.phase:
        case Phase.PREPARING:
            return Look(translate("words", "Preparing"), "package", "waiting")
        case Phase.STARTING:
            return Look(translate("words", "Starting"), "hourglass", "waiting")
        case Phase.BACKING_OFF:
            return Look(translate("words", "Retrying"), "timer", "waiting")
        case Phase.RUNNING:
            return Look(translate("words", "Running"), "loader-circle", "running")
        case _:
            return Look(translate("words", "Pending"), "clock", "waiting")


def _final_look(task: TaskView) -> Look:
    match task.phase:
        case Phase.SUCCEEDED if task.message:  # with a warning
            return Look(translate("words", "Completed"), "triangle-alert", "waiting")
        case Phase.SUCCEEDED:
            return Look(translate("words", "Completed"), "check", "good")
        case Phase.FAILED:
            return Look(translate("words", "Failed"), "x", "bad")
        case _:
            return Look(translate("words", "Stopped"), "square", "neutral")


def status_word(status: Status) -> str:
    """Return the word for a status of the API."""
    match status:
        case Status.PENDING:
            return translate("words", "Pending")
        case Status.RUNNING:
            return translate("words", "Running")
        case Status.COMPLETED:
            return translate("words", "Completed")
        case Status.FAILED:
            return translate("words", "Failed")
        case _:
            return translate("words", "Stopped")


def cause(reason: Reason | None, told: Cause | None = None) -> tuple[str, str]:
    """Return the heading for why a task failed, and its icon; ``told`` is what its log says."""
    if told is not None:
        return _told_by_log(told)
    headings = {
        Reason.OOM: (translate("words", "Out of memory"), "memory-stick"),
        Reason.TIMEOUT: (translate("words", "Out of time"), "timer"),
        Reason.DISK_LIMIT: (translate("words", "Over its disk limit"), "hard-drive"),
        Reason.PIDS_LIMIT: (translate("words", "Too many processes"), "list-checks"),
        Reason.SPAWN_ERROR: (translate("words", "Could not be started"), "circle-alert"),
        Reason.ENVIRONMENT_ERROR: (translate("words", "No Python environment"), "package"),
        Reason.IMAGE_ERROR: (translate("words", "No image"), "package"),
        Reason.STORAGE_ERROR: (translate("words", "The node's disk failed it"), "hard-drive"),
        Reason.LOST: (translate("words", "Lost"), "unplug"),
        Reason.SIGNAL: (translate("words", "Ended by a signal"), "zap"),
    }
    failed = (translate("words", "Failed"), "circle-x")
    return headings.get(reason, failed) if reason is not None else failed


def _told_by_log(told: Cause) -> tuple[str, str]:
    headings = {
        Cause.MODEL: (translate("words", "Model not loaded"), "brain-circuit"),
        Cause.IMPORT_ERROR: (translate("words", "A package is missing"), "package"),
        Cause.SYNTAX_ERROR: (translate("words", "Mistake in its code"), "file-code"),
        Cause.GPU_MEMORY: (translate("words", "GPU out of memory"), "gpu"),
        Cause.GPU_FAULT: (translate("words", "A GPU failed"), "gpu"),
        Cause.NCCL: (translate("words", "GPUs lost touch"), "gpu"),
        Cause.MEMORY: (translate("words", "Out of memory"), "memory-stick"),
        Cause.DISK_FULL: (translate("words", "Disk full"), "hard-drive"),
        Cause.NETWORK: (translate("words", "Network failed"), "network"),
        Cause.EXCEPTION: (translate("words", "An error of its own"), "circle-x"),
    }
    return headings[told]


def kind_word(kind: str) -> str:
    """Return the word for a kind of task."""
    match kind:
        case "process":
            return translate("words", "Process")
        case "container":
            return translate("words", "Container")
        case "vm":
            return translate("words", "VM")
        case _:
            return translate("words", "Model")


KIND_ICONS = {"process": "terminal", "container": "box", "vm": "monitor", "ml": "brain-circuit"}


def size_parts(size: float) -> tuple[str, str]:
    """Return bytes as a number and its unit, in powers of 1000: ("14.6", "GB")."""
    unit = "B"
    for unit in _UNITS:
        if size < 999.5 or unit == "TB":
            break
        size /= 1000
    digits = 0 if unit == "B" or size >= 99.95 else 1
    return f"{size:.{digits}f}", unit


def size_text(size: float) -> str:
    """Return bytes as text, such as ``412 MB``."""
    return " ".join(size_parts(size))


def size_in(size: float, unit: str) -> str:
    """Return bytes as a number of units, such as ``0.3`` for 300 MB in GB."""
    value: float = size / 1000 ** _UNITS.index(unit)
    return f"{value:.0f}" if unit == "B" or value >= 99.95 else f"{value:.1f}"


def percent(value: float) -> str:
    """Return a share as text, such as ``94.2 %``."""
    return f"{value:.1f} %"


def run_time(seconds: float) -> str:
    """Return a duration as ``00:12:41``, or ``3d 04:11`` from a day on."""
    whole = max(int(seconds), 0)
    days, rest = divmod(whole, DAY)
    hours, rest = divmod(rest, 3600)
    minutes, seconds = divmod(rest, 60)
    if days:
        return translate("words", "{days}d {hours:02}:{minutes:02}").format(
            days=days, hours=hours, minutes=minutes
        )
    return f"{hours:02}:{minutes:02}:{seconds:02}"


def task_run_time(task: TaskView, now: float) -> float | None:
    """Return for how many seconds a task runs or ran, None if it never did."""
    if task.started_at is None:
        return None
    if task.completed_at is None and task.phase.is_final:
        return None
    return max((task.completed_at or now) - task.started_at, 0.0)


def moment(at: float, now: float | None = None) -> str:
    """Return a time of today as ``14:02:07``, an earlier one as its date."""
    there, here = time.localtime(at), time.localtime(now)
    if there[:3] == here[:3]:
        return time.strftime("%H:%M:%S", there)
    return day(at) if there.tm_year == here.tm_year else time.strftime("%Y-%m-%d", there)


def day(at: float) -> str:
    """Return a day of this year as ``21 Nov``, or as the language has it."""
    there = time.localtime(at)
    form = translate("words", "dd MMM", "a day without its year, as QLocale writes dates")
    return QLocale().toString(QDate(*there[:3]), form)


def minute(at: float) -> str:
    """Return a time as ``14:02``."""
    return time.strftime("%H:%M", time.localtime(at))


def full_moment(at: float) -> str:
    """Return a time with its date, for tool tips."""
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(at))


def level_word(level: Level) -> str:
    """Return the word for a level of a log's lines."""
    match level:
        case Level.ERROR:
            return translate("words", "Error")
        case Level.WARNING:
            return translate("words", "Warning")
        case Level.INFO:
            return translate("words", "Info")
        case _:
            return translate("words", "Debug")


def stream_word(stream: str) -> str:
    """Return the words for where a line was written to."""
    if stream == "stderr":
        return translate("words", "Standard error")
    return translate("words", "Standard output")


def duration_word(seconds: int) -> str:
    """Return a round duration in its largest unit, such as ``15 min``."""
    for size, word in (
        (DAY, translate("words", "{count} d")),
        (3600, translate("words", "{count} h")),
        (60, translate("words", "{count} min")),
    ):
        if seconds >= size:
            return word.format(count=seconds // size)
    return translate("words", "{count} s").format(count=seconds)
