"""What an attempt's record means to the runtime. Pure."""

from typing import Any

from cnet_agent.executors.process_sayings import sentence_of
from cnet_agent.model.phase import Reason
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.task import Enforcement, Handle, Outcome
from cnet_agent.supervisor.record import Json, Record

_MODES: dict[str, Enforcement] = {"hard": "hard", "soft": "soft"}


def handle_of(intent: Json) -> Handle:
    """Return the handle that an intent describes."""
    limits = intent.get("limits") or {}
    return Handle(
        pid=int(intent["child"]["pid"]),
        started_at=float(intent["started_at"]),
        limits={name: _MODES[mode] for name, mode in limits.items() if mode in _MODES},
        limited_by=str(intent.get("limited_by") or ""),
    )


def outcome_of(end: Json, now: float) -> Outcome:
    """Return the outcome that an exit slot describes; ``now`` stands for a time it lacks."""
    return Outcome(
        reason=_reason(end.get("reason")),
        ended_at=float(end.get("ended_at") or now),
        exit_code=end.get("exit_code"),
        signal=end.get("signal"),
        oom_kills=int(end.get("oom_kills") or 0),
        dropped_bytes=int(end.get("dropped_bytes") or 0),
        detail=sentence_of(str(end.get("detail") or "")),
        retryable=bool(end.get("retryable", True)),
        peak_memory=end.get("peak_memory"),
        cpu_seconds=end.get("cpu_seconds"),
        disk_used=end.get("disk_used"),
    )


def lost(record: Record, boot_id: str, now: float, *, swept: bool) -> Outcome:
    """Return the outcome of an attempt that had started and left no exit."""
    return Outcome(Reason.LOST, ended_at=now, detail=_why_lost(record, boot_id, swept=swept))


def not_started(error: dict[str, Any], now: float) -> Outcome:
    """Return the outcome for what was reported instead of a start, where no record tells it."""
    return Outcome(
        Reason.SPAWN_ERROR,
        ended_at=now,
        detail=sentence_of(str(error.get("error", ""))),
        retryable=bool(error.get("retryable", True)),
    )


def _why_lost(record: Record, boot_id: str, *, swept: bool) -> str:
    intent = record.intent
    if intent is None:
        return Sentence("Its record cannot be read, so how it ended is not known.")
    if intent.get("boot_id") and boot_id and intent["boot_id"] != boot_id:
        return Sentence("The machine restarted while it ran, so how it ended is not known.")
    if swept:
        return Sentence(
            "The process that supervised it was killed, so how it ended is not known; what was "
            "left of it was ended."
        )
    return Sentence(
        "The process that supervised it was killed, so how it ended is not known; some of its "
        "processes may still run; look for them."
    )


def _reason(text: object) -> Reason:
    try:
        return Reason(str(text))
    except ValueError:  # a supervisor of a later version knows more
        return Reason.LOST
