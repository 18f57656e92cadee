"""A task's history as rows: what happened when, after how long, in which attempt. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.quantities import format_duration
from cnet_agent.wire.task import AttemptView, TaskView, TimelineView
from cnet_ui.agent_words import worded
from cnet_ui.words import Tone, cause

translate = QCoreApplication.translate

_LOOKS = {
    "created": ("plus", "text_secondary"),
    "preparing": ("package", "waiting"),
    "prepared": ("check", "good"),
    "started": ("play", "running"),
    "stopping": ("circle-stop", "waiting"),
    "cancelled": ("square", "neutral"),
    "retrying": ("rotate-cw", "waiting"),
    "retry_wait": ("timer", "waiting"),
    "completed": ("check", "good"),
    "failed": ("x", "bad"),
    "edited": ("tag", "text_secondary"),
    "corrected": ("pencil", "text_secondary"),
}


def event_look(kind: str) -> tuple[str, str]:
    """Return the icon of an event, and the token of its colour."""
    return _LOOKS.get(kind, ("info", "text_secondary"))


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event: ``after`` says how long after the one before it."""

    at: float
    icon: str
    token: str
    text: str
    after: str
    heading: str = ""  # over the first event of an attempt, where there are several


@dataclass(frozen=True, slots=True)
class AttemptPart:
    """A part of the strip of attempts: an attempt, or the wait after it."""

    text: str
    tone: Tone
    icon: str
    seconds: float


def timeline_rows(task: TaskView, events: Sequence[TimelineView]) -> list[TimelineRow]:
    """Return the rows of a task's history, oldest first."""
    rows = []
    several = task.max_retries > 0
    attempt, before = 0, None
    for event in events:
        icon, token = event_look(event.kind)
        heading = ""
        if several and event.attempt != attempt:
            attempt = event.attempt
            heading = attempt_heading(task, attempt)
        after = "" if before is None else _after(event.at - before)
        rows.append(TimelineRow(event.at, icon, token, worded(event.message), after, heading))
        before = event.at
    return rows


def attempt_heading(task: TaskView, number: int) -> str:
    """Return what to write over the events of an attempt."""
    over = next((each for each in task.attempts if each.number == number), None)
    text = translate("timeline", "Attempt {number} of {all}").format(
        number=number, all=task.max_retries + 1
    )
    return text if over is None else f"{text} · {how_it_ended(over)}"


def how_it_ended(attempt: AttemptView) -> str:
    """Return how an attempt ended, and after how long it did."""
    if attempt.reason == "exit" and attempt.exit_code == 0:
        ended = translate("timeline", "completed")
    elif attempt.signal and attempt.reason == "signal":
        ended = attempt.signal
    elif attempt.reason == "exit":
        ended = translate("timeline", "exit code {code}").format(code=attempt.exit_code)
    elif attempt.reason == "stopped":
        ended = translate("timeline", "stopped")
    else:
        ended = cause(attempt.reason, attempt.cause)[0]
    if attempt.started_at is None:
        return ended
    took = format_duration(max(attempt.ended_at - attempt.started_at, 0.0))
    return translate("timeline", "{ended} after {time}").format(ended=ended, time=took)


def attempt_parts(task: TaskView, now: float) -> list[AttemptPart]:
    """Return the attempts and the waits between them, for a task that may be tried again."""
    parts: list[AttemptPart] = []
    ended = None
    for attempt in task.attempts:
        began = attempt.started_at if attempt.started_at is not None else attempt.ended_at
        if ended is not None:
            parts.append(_wait(began - ended))
        good = attempt.reason == "exit" and attempt.exit_code == 0
        stopped = attempt.reason == "stopped"
        tone: Tone = "good" if good else "neutral" if stopped else "bad"
        icon = "check" if good else "square" if stopped else "x"
        seconds = max(attempt.ended_at - began, 0.0)
        parts.append(AttemptPart(_numbered(attempt.number, seconds), tone, icon, seconds))
        ended = attempt.ended_at
    if task.phase.is_final:
        return parts
    waiting = task.waiting
    if waiting is not None and waiting.due_at is not None and ended is not None:
        parts.append(_wait(waiting.due_at - ended))
    elif task.started_at is not None and len(task.attempts) < task.attempt:
        began = task.started_at if ended is None else max(ended, task.started_at)
        seconds = max(now - began, 0.0)
        text = translate("timeline", "{number}: running").format(number=task.attempt)
        parts.append(AttemptPart(text, "running", "loader-circle", seconds))
    return parts


def _numbered(number: int, seconds: float) -> str:
    return translate("timeline", "{number}: {time}").format(
        number=number, time=format_duration(seconds)
    )


def _wait(seconds: float) -> AttemptPart:
    seconds = max(seconds, 0.0)
    text = translate("timeline", "waited {time}").format(time=format_duration(seconds))
    return AttemptPart(text, "waiting", "timer", seconds)


def _after(seconds: float) -> str:
    if seconds < 0.05:
        return ""
    return translate("timeline", "after {time}").format(time=format_duration(round(seconds, 1)))
