"""One sentence for a person on how a task ended, with the next step."""

from cnet_agent.model.cause import HOPELESS, NO_MODEL, Cause
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.quantities import format_duration, format_size
from cnet_agent.model.sentence import Sentence, ended, joined
from cnet_agent.model.task import Outcome, Task


def explain_end(task: Task, outcome: Outcome, phase: Phase) -> str:
    """Return what to say of ``task`` whose attempt ended as ``outcome``, now in ``phase``."""
    return joined(_end(task, outcome, phase), _dropped(outcome), _given_up(task, outcome, phase))


def explain_attempt(task: Task, outcome: Outcome) -> str:
    """Return what to say of an attempt that ended as ``outcome``; nothing of one that succeeded."""
    if outcome.reason is Reason.STOPPED:
        return Sentence("It was stopped.")
    if outcome.reason is Reason.EXIT and outcome.exit_code == 0:
        return ""
    return _failed(task, outcome)


def _given_up(task: Task, outcome: Outcome, phase: Phase) -> str:
    """Say that there were attempts left which would have been of no use."""
    hopeless = not outcome.retryable or outcome.cause in HOPELESS
    if phase is Phase.FAILED and hopeless and task.attempt <= task.spec.max_retries:
        return Sentence("Another attempt would fail in the same way, so none is made.")
    return ""


def _end(task: Task, outcome: Outcome, phase: Phase) -> str:
    if phase is Phase.CANCELLED:
        return _stopped(task, outcome)
    if phase is Phase.SUCCEEDED:
        return _succeeded(task, outcome)
    return _failed(task, outcome)


def explain_retry(task: Task, outcome: Outcome, wait: float) -> str:
    """Return the sentence for a task that waits ``wait`` seconds before its next attempt."""
    return Sentence(
        "Attempt {attempt} of {attempts} failed: {why} The next one starts in {wait}.",
        attempt=task.attempt,
        attempts=task.spec.max_retries + 1,
        why=_failed(task, outcome),
        wait=format_duration(wait),
    )


def _stopped(task: Task, outcome: Outcome) -> str:
    if outcome.reason is Reason.LOST:
        return Sentence("Stopped; how it ended is not known.")
    if outcome.signal is not None:
        return Sentence("Stopped; it ended with {signal}.", signal=outcome.signal)
    if outcome.exit_code is not None:
        return Sentence("Stopped; it ended with exit code {code}.", code=outcome.exit_code)
    if earlier := sum(attempt.outcome != outcome for attempt in task.attempts):
        return Sentence("Stopped before its attempt {attempt} ran.", attempt=earlier + 1)
    return Sentence("Stopped before it ran.")


def _succeeded(task: Task, outcome: Outcome) -> str:
    if outcome.oom_kills == 1:
        return Sentence(
            "Completed, but the memory limit killed one of its processes (1 time); "
            "raise memory_limit if its result is incomplete."
        )
    if outcome.oom_kills:
        return Sentence(
            "Completed, but the memory limit killed one of its processes ({count} times); "
            "raise memory_limit if its result is incomplete.",
            count=outcome.oom_kills,
        )
    limit = task.spec.resources.disk_limit
    if limit and outcome.disk_used and outcome.disk_used > limit:
        return Sentence(
            "Completed, but it wrote {used} into its directory, sooner than its disk limit of "
            "{limit} could stop it; raise disk_limit or write less.",
            used=format_size(outcome.disk_used),
            limit=format_size(limit),
        )
    return ""


def _failed(task: Task, outcome: Outcome) -> str:
    match outcome.reason:
        case Reason.OOM | Reason.TIMEOUT | Reason.DISK_LIMIT | Reason.PIDS_LIMIT:
            return _over_limit(task, outcome)
        case Reason.SPAWN_ERROR:
            return Sentence("It could not be started: {why}", why=ended(outcome.detail))
        case Reason.ENVIRONMENT_ERROR:
            return Sentence(
                "Its Python environment could not be made: {why}", why=ended(outcome.detail)
            )
        case Reason.IMAGE_ERROR:
            return ended(outcome.detail)
        case Reason.STORAGE_ERROR:
            return Sentence(
                "The node could not store it: {why} Free some space.", why=ended(outcome.detail)
            )
        case Reason.LOST:
            return ended(outcome.detail or Sentence("How it ended is not known."))
        case Reason.EXIT | Reason.SIGNAL if outcome.cause is not None:
            return _known(outcome.cause, outcome.detail)
        case Reason.SIGNAL if outcome.signal == "SIGKILL":
            return Sentence("It was killed with SIGKILL by something other than this agent.")
        case Reason.SIGNAL:
            return Sentence("It was ended by {signal}; its log may say why.", signal=outcome.signal)
        case _:
            return Sentence(
                "It ended with exit code {code}; its log may say why.", code=outcome.exit_code
            )


def _known(cause: Cause, quote: str) -> str:
    said = ended(quote.removeprefix(NO_MODEL))
    match cause:
        case Cause.MODEL:
            return Sentence("The model cannot be loaded: {why}", why=said)
        case Cause.IMPORT_ERROR:
            return Sentence(
                "A package that it needs is missing: {quote} Add it to its requirements, or to its "
                "image.",
                quote=said,
            )
        case Cause.SYNTAX_ERROR:
            return Sentence(
                "Its code cannot be read: {quote} Mend it where the log says.", quote=said
            )
        case Cause.GPU_MEMORY | Cause.GPU_FAULT | Cause.NCCL:
            return _known_of_gpus(cause, said)
        case Cause.MEMORY:
            return Sentence("It ran out of memory: {quote} Use a smaller batch size.", quote=said)
        case Cause.DISK_FULL:
            return Sentence("A disk was full: {quote} Free some space.", quote=said)
        case Cause.NETWORK:
            return Sentence("It did not reach something over the network: {quote}", quote=said)
        case Cause.EXCEPTION:
            return Sentence("It ended with an error of its own: {quote}", quote=said)


def _known_of_gpus(cause: Cause, said: str) -> str:
    match cause:
        case Cause.GPU_MEMORY:
            return Sentence(
                "The memory of the GPU was too small for it; use a smaller batch size, or a GPU "
                "with more."
            )
        case Cause.GPU_FAULT:
            return Sentence(
                "A GPU failed: {quote} The driver's own log (dmesg) may say more.", quote=said
            )
        case _:
            return Sentence("Its GPUs lost touch with each other: {quote}", quote=said)


def _over_limit(task: Task, outcome: Outcome) -> str:
    limits = task.spec.resources
    match outcome.reason:
        case Reason.OOM:
            memory = Sentence("its memory limit")
            if task.spec.memory:
                size = format_size(task.spec.memory)
                memory = Sentence("its memory limit of {limit}", limit=size)
            return Sentence(
                "It ran out of {limit}; raise memory_limit or use less.",
                limit=memory,
            )
        case Reason.TIMEOUT:
            time = Sentence("its timeout")
            if task.spec.timeout:
                time = Sentence("its timeout of {limit}", limit=format_duration(task.spec.timeout))
            return Sentence(
                "It was stopped by {limit}; raise timeout if it needs longer.", limit=time
            )
        case Reason.DISK_LIMIT:
            disk = Sentence("its disk limit")
            if limits.disk_limit:
                size = format_size(limits.disk_limit)
                disk = Sentence("its disk limit of {limit}", limit=size)
            return Sentence(
                "It went over {limit}; raise disk_limit or write less.",
                limit=_detailed(disk, outcome),
            )
        case _:
            processes = Sentence("its limit of {limit} processes", limit=limits.pids_limit)
            return Sentence("It went over {limit}.", limit=_detailed(processes, outcome))


def _detailed(what: str, outcome: Outcome) -> str:
    if not outcome.detail:
        return what
    return Sentence("{what} ({detail})", what=what, detail=outcome.detail)


def _dropped(outcome: Outcome) -> str:
    if not outcome.dropped_bytes:
        return ""
    return Sentence(
        "{size} of its output are missing in its log: the disk was full.",
        size=format_size(outcome.dropped_bytes),
    )
