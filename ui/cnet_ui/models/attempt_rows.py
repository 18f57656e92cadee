"""How the attempts of a training job went, in words. Pure but for the language."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import AttemptView, TaskView
from cnet_ui.agent_words import worded
from cnet_ui.words import minute, run_time

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One attempt, or the wait for one; ``number`` is 0 where there is no log to read."""

    number: int
    icon: str
    token: str  # of its colour
    words: str
    when: str = ""
    sentence: str = ""


def attempt_rows(task: TaskView, now: float) -> list[AttemptRow]:
    """Return how the attempts of a job went, the present one last."""
    rows = [_ended(attempt) for attempt in task.attempts]
    if task.phase in (Phase.RUNNING, Phase.STOPPING) and task.started_at is not None:
        rows.append(_running(task, task.started_at, now))
    elif task.waiting is not None and task.waiting.due_at is not None:
        left = max(0, round(task.waiting.due_at - now))
        said = translate("attempts", "Retry in {seconds} s").format(seconds=left)
        rows.append(AttemptRow(0, "timer", "waiting", said, minute(task.waiting.due_at)))
    elif not task.phase.is_final:
        why = worded(task.waiting.message) if task.waiting else ""
        said = translate("attempts", "Attempt {number} waits").format(number=task.attempt)
        rows.append(AttemptRow(0, "clock", "waiting", said, sentence=why))
    return rows


def _running(task: TaskView, began: float, now: float) -> AttemptRow:
    said = translate("attempts", "Attempt {number} running").format(number=task.attempt)
    resumed = task.training.resumed_from if task.training is not None else None
    sentence = ""
    if resumed is not None:
        sentence = translate("attempts", "It went on from epoch {epoch}").format(epoch=resumed)
    when = f"{minute(began)} · {run_time(now - began)}"
    return AttemptRow(task.attempt, "loader-circle", "running", said, when, sentence)


def _ended(attempt: AttemptView) -> AttemptRow:
    if attempt.reason == "exit" and attempt.exit_code == 0:
        icon, token, said = "check", "good", translate("attempts", "Attempt {number} succeeded")
    elif attempt.reason == "stopped":
        icon, token = "square", "neutral"
        said = translate("attempts", "Attempt {number} was cancelled")
    else:
        icon, token, said = "x", "bad", translate("attempts", "Attempt {number} failed")
    began = attempt.started_at if attempt.started_at is not None else attempt.ended_at
    return AttemptRow(
        attempt.number,
        icon,
        token,
        said.format(number=attempt.number),
        f"{minute(began)} · {run_time(max(0.0, attempt.ended_at - began))}",
        worded(attempt.message),
    )
