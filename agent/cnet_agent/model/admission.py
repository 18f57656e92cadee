"""Who may start now, and why the others wait: pure functions over tasks and capacity.

Limits written in a request reserve that much of the node; a task without limits reserves nothing
but its slot, a model's server not even that. Priority decides, aged by waiting time so that nothing
starves. A task that does not fit lets smaller ones pass, until it has waited ``PATIENCE``; then
what it lacks is kept for it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from cnet_agent.model.quantities import format_size
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import Resources
from cnet_agent.model.task import Task

AGING = 60.0  # seconds of waiting that count as one step of priority
LOOK_AHEAD = 1000  # waiting tasks looked at in one go
PATIENCE = 300.0  # seconds after which a task that does not fit is no longer overtaken

Resource = Literal["cpu", "memory", "gpu"]


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the node gives to tasks."""

    cpu: float  # cores
    memory: int  # bytes
    slots: int  # tasks at a time
    gpus: tuple[str, ...] = ()  # as the driver names them; the first is given first
    closed: str = ""  # why nothing may start, as a sentence; empty while it may

    def amount(self, resource: Resource) -> float:
        """Return how much of ``resource`` there is."""
        return {"cpu": self.cpu, "memory": self.memory, "gpu": len(self.gpus)}[resource]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Why a task has not started: what is short, by how much, and who holds it."""

    on: Literal["disk", "slots", "cpu", "memory", "gpu", "turn", "retry"]
    message: str
    position: int | None = None  # in the queue, from 1
    needed: float | None = None
    free: float | None = None
    holders: tuple[str, ...] = ()  # ids of tasks, the largest first
    due_at: float | None = None  # Unix seconds


def needs(resources: Resources) -> dict[Resource, float]:
    """Return what a request reserves."""
    wanted: dict[Resource, float] = {
        "cpu": resources.cpu_limit or 0.0,
        "memory": resources.memory_limit or 0,
        "gpu": resources.gpu_count,
    }
    return {name: amount for name, amount in wanted.items() if amount}


def excess(resources: Resources, capacity: Capacity) -> list[tuple[Resource, str]]:
    """Return what a request asks for beyond the whole node, each with a sentence."""
    return [
        (
            name,
            Sentence(
                "asks for {amount}; this node has {available}",
                amount=_amount(name, amount),
                available=_amount(name, has),
            ),
        )
        for name, amount in needs(resources).items()
        if amount > (has := capacity.amount(name))
    ]


def queue_key(task: Task) -> tuple[float, float, str]:
    """Return the place of a task in line, smallest first.

    All tasks age alike, so the order of two of them never changes while they wait. The age is that
    of the id: ids grow even while the date is set back.
    """
    made_at = task.made_at
    return (made_at / AGING - task.spec.priority, made_at, task.id)


def takes_slot(task: Task) -> bool:
    """Tell whether a task is one of so many at a time: a model's server, which stays, is not."""
    return task.spec.model is None


def admit(
    queue: Iterable[Task], holding: Collection[Task], capacity: Capacity, now: float
) -> list[Task]:
    """Return the tasks that may start now, in order; ``queue`` is sorted by ``queue_key``."""
    slots = capacity.slots - _slots_taken(holding)
    if capacity.closed:
        return []
    free = _free(holding, capacity)
    gpus = _free_gpus(holding, capacity)
    admitted: list[Task] = []
    for task in islice(queue, LOOK_AHEAD):
        if slots <= 0 and takes_slot(task):
            continue
        wanted = needs(task.spec.resources)
        fits = all(amount <= free[name] + 1e-9 for name, amount in wanted.items())
        fits = fits and gpus.issuperset(task.spec.resources.gpus)
        if fits:
            admitted.append(task)
            gpus.difference_update(_pick(task, gpus, capacity))
            slots -= takes_slot(task)
        if fits or now - task.created_at > PATIENCE:
            for name, amount in wanted.items():
                free[name] -= amount
    return admitted


def _slots_taken(holding: Iterable[Task]) -> int:
    return sum(map(takes_slot, holding))


def choose_gpus(task: Task, holding: Iterable[Task], capacity: Capacity) -> tuple[str, ...]:
    """Return the GPUs that a task which was admitted beside ``holding`` has for itself."""
    return _pick(task, _free_gpus(holding, capacity), capacity)


def explain_wait(
    task: Task, position: int, holding: Collection[Task], capacity: Capacity
) -> Waiting:
    """Return why queued ``task``, at ``position`` in line (from 1), does not run."""
    if capacity.closed:
        return Waiting(on="disk", message=capacity.closed, position=position)
    free = _free(holding, capacity)
    for name, amount in needs(task.spec.resources).items():
        if amount > free[name] + 1e-9:
            left = max(0.0, free[name])
            return Waiting(
                on=name,
                message=Sentence(
                    "Waits for {amount}: {free} of {total} free, the rest is reserved by running "
                    "tasks.",
                    amount=_amount(name, amount),
                    free=_amount(name, left),
                    total=_amount(name, capacity.amount(name)),
                ),
                position=position,
                needed=amount,
                free=left,
                holders=_holders(name, holding),
            )
    named = task.spec.resources.gpus
    if named and (taken := set(named) - _free_gpus(holding, capacity)):
        return Waiting(
            on="gpu",
            message=Sentence(
                "Waits for the GPU {gpu}, which another task has.", gpu=min(taken, key=named.index)
            ),
            position=position,
            needed=len(named),
            free=len(named) - len(taken),
            holders=tuple(other.id for other in holding if taken.intersection(other.gpus)),
        )
    if takes_slot(task) and _slots_taken(holding) >= capacity.slots:
        return Waiting(
            on="slots",
            message=Sentence(
                "Waits for a slot: all {slots} are taken, number {position} in the queue.",
                slots=capacity.slots,
                position=position,
            ),
            position=position,
            needed=1,
            free=0,
            holders=tuple(islice((other.id for other in holding if takes_slot(other)), 10)),
        )
    message = Sentence("Starts in a moment, number {position}.", position=position)
    return Waiting(on="turn", message=message, position=position)


def explain_back_off(task: Task) -> Waiting:
    """Return why a task that waits for its next attempt does not run."""
    return Waiting(on="retry", message=task.message, due_at=task.due_at)


def allocated(holding: Iterable[Task]) -> dict[Resource, float]:
    """Return what running tasks reserve together."""
    total: dict[Resource, float] = {"cpu": 0.0, "memory": 0, "gpu": 0}
    for task in holding:
        for name, amount in needs(task.spec.resources).items():
            total[name] += amount
    return total


def _free(holding: Iterable[Task], capacity: Capacity) -> dict[Resource, float]:
    return {name: capacity.amount(name) - used for name, used in allocated(holding).items()}


def _free_gpus(holding: Iterable[Task], capacity: Capacity) -> set[str]:
    return set(capacity.gpus).difference(*(task.gpus for task in holding))


def _pick(task: Task, free: set[str], capacity: Capacity) -> tuple[str, ...]:
    resources = task.spec.resources
    in_order = [gpu for gpu in capacity.gpus if gpu in free]
    return resources.gpus or tuple(in_order[: resources.gpu_limit])


def _holders(name: Resource, holding: Iterable[Task]) -> tuple[str, ...]:
    amounts = {task.id: needs(task.spec.resources).get(name, 0) for task in holding}
    return tuple(sorted((i for i in amounts if amounts[i]), key=lambda i: -amounts[i])[:10])


def _amount(name: Resource, amount: float) -> str:
    match name:
        case "memory":
            return Sentence("{size} of memory", size=format_size(amount))
        case "cpu" if amount == 1:
            return Sentence("1 CPU core")
        case "cpu":
            return Sentence("{count} CPU cores", count=f"{amount:g}")
        case _ if amount == 1:
            return Sentence("1 GPU")
        case _:
            return Sentence("{count} GPUs", count=f"{amount:g}")
