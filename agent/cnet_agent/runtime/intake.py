"""What is checked before a task is accepted, and what would happen to it. Mostly pure."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cnet_agent.executors.base import Executor
from cnet_agent.model.admission import Capacity, admit, excess, explain_wait, queue_key
from cnet_agent.model.errors import (
    ExecutorUnavailable,
    FieldError,
    InvalidRequest,
    QueueFull,
    StorageFull,
)
from cnet_agent.model.kinds import misfits
from cnet_agent.model.quantities import parse_duration
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.views import waiting_view
from cnet_agent.wire.task import DryRunView

_SHOWN = 300  # characters of a name, which may hold 131,072
_NO_PACKAGES = Sentence(
    "requirements are provided to a script that a bare python or python3 runs; make it the command,"
    " and the script its first argument"
)
RETRY_AFTER = 5.0  # seconds that a full queue asks a client to wait


@dataclass(frozen=True, slots=True)
class Rules:
    """What a task is checked against: the node, its executors and its settings."""

    capacity: Capacity
    queue_size: int
    timeout: str  # for process tasks without one; empty: none
    executors: Mapping[Kind, Executor]
    provides_packages: Callable[[TaskSpec], bool]  # whether packages can be brought along for it


def accept(spec: TaskSpec, rules: Rules, ledger: Ledger) -> TaskSpec:
    """Return ``spec`` with the node's defaults filled in.

    Raises:
        ExecutorUnavailable: the node cannot run that kind.
        InvalidRequest: it asks for more than the whole node has, or for packages that would not
            reach it.
        QueueFull: too many tasks wait.
        StorageFull: what is left of the disk is kept for the tasks that run.
    """
    if wrong := misfits(spec):
        raise _invalid(wrong)
    _check_kind(spec, rules)
    _check_size(spec, rules)
    if forbidden := rules.executors[spec.type].problems(spec):
        raise InvalidRequest(forbidden[0].msg, errors=tuple(forbidden))
    if spec.requirements and not rules.provides_packages(spec):
        raise InvalidRequest(_NO_PACKAGES, errors=(FieldError(("requirements",), _NO_PACKAGES),))
    if rules.capacity.closed:
        raise StorageFull(rules.capacity.closed)
    if len(ledger.queue) >= rules.queue_size:
        raise QueueFull(
            Sentence(
                "Task queue is full: {count} tasks wait. Try again later.", count=rules.queue_size
            ),
            retry_after=RETRY_AFTER,
        )
    if spec.timeout is None and rules.timeout and spec.is_process and spec.model is None:
        return spec.model_copy(update={"timeout": parse_duration(rules.timeout)})
    return spec


def dry_run(
    task: Task, working_dir: Path, environment: str, rules: Rules, ledger: Ledger
) -> DryRunView:
    """Return what would happen to ``task`` if it were submitted now."""
    spec = task.spec
    executor = rules.executors[spec.type]
    in_force = executor.availability().limits
    asked = spec.resources.model_dump(exclude_none=True)
    line = sorted([*ledger.queue, task], key=queue_key)
    now = task.created_at
    fits = task in admit(line, ledger.holding, rules.capacity, now)
    waiting = None
    starts: str
    if fits:
        used, slots = len(ledger.holding), rules.capacity.slots
        starts = Sentence("Starts at once: {used} of {slots} slots used.", used=used, slots=slots)
    else:
        position = line.index(task) + 1
        waiting = explain_wait(task, position, ledger.holding, rules.capacity)
        starts = waiting.message
    problems = _problems(spec, working_dir)
    return DryRunView(
        command=[*([spec.command] if spec.command else []), *spec.args],
        working_dir=str(working_dir) if spec.is_process else spec.working_dir,
        environment=environment,
        limits={name: how for name, how in in_force.items() if f"{name}_limit" in asked},
        fits=fits,
        starts=starts,
        problems=list(problems.values()),
        problem_fields=list(problems),
        waiting=waiting_view(waiting),
    )


def _invalid(errors: list[FieldError]) -> InvalidRequest:
    first = errors[0]
    sentence = Sentence("{field} {problem}.", field=str(first.loc[0]), problem=first.msg)
    return InvalidRequest(sentence, errors=tuple(errors))


def _check_kind(spec: TaskSpec, rules: Rules) -> None:
    executor = rules.executors.get(spec.type)
    if executor is None:
        detail = Sentence(
            "This node cannot run {kind} tasks: this version runs process tasks.", kind=spec.type
        )
        raise ExecutorUnavailable(detail, errors=(FieldError(("type",), detail),))
    availability = executor.availability()
    if not availability.available:
        detail = Sentence(
            "This node cannot run {kind} tasks: {why}", kind=spec.type, why=availability.detail
        )
        raise ExecutorUnavailable(detail, errors=(FieldError(("type",), detail),))


def _check_size(spec: TaskSpec, rules: Rules) -> None:
    for gpu in spec.resources.gpus:
        if gpu not in rules.capacity.gpus:
            sentence = Sentence("This node has no GPU {gpu}.", gpu=_shown(gpu))
            raise InvalidRequest(sentence, errors=(FieldError(("resources", "gpus"), sentence),))
    problems = excess(spec.resources, rules.capacity)
    if problems:
        raise InvalidRequest(
            Sentence("The task asks for more than this node has."),
            errors=tuple(
                FieldError(("resources", f"{name}_limit"), sentence) for name, sentence in problems
            ),
        )


def _problems(spec: TaskSpec, working_dir: Path) -> dict[str, str]:
    """Return a sentence for each field that would make the task fail."""
    if spec.type == "container":
        return {}  # its command and folder are in its image
    if not os.path.isdir(working_dir):  # noqa: PTH112 - a name that is too long is no directory
        return {
            "working_dir": Sentence(
                "The working directory {folder} does not exist.", folder=_shown(working_dir)
            )
        }
    if "/" in spec.command:
        found = os.path.isfile(working_dir / spec.command)  # noqa: PTH113 - the same
    else:
        found = shutil.which(spec.command, path=spec.env.get("PATH")) is not None
    if found:
        return {}
    return {
        "command": Sentence("The command {command} was not found.", command=_shown(spec.command))
    }


def _shown(name: Path | str) -> str:
    return str(name) if len(str(name)) <= _SHOWN else f"{str(name)[:_SHOWN]}…"
