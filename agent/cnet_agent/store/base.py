"""What the runtime asks of a store. Every write is on disk when its awaitable returns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from cnet_agent.model.phase import Status
from cnet_agent.model.task import Task

PINNED = "pinned"
"""The label by which a person keeps a finished task from being removed; its value is theirs."""


class StoreFull(Exception):
    """The disk is full or failing; nothing was written. ``str`` says what the system said."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of a task's history."""

    at: float  # Unix seconds
    attempt: int
    kind: str  # created, admitted, preparing, started, stopping, exited, retrying, edited …
    message: str


@dataclass(frozen=True, slots=True)
class TaskQuery:
    """Which tasks to list, newest first."""

    statuses: tuple[Status, ...] = ()
    type: str | None = None
    labels: tuple[tuple[str, str | None], ...] = ()  # value None: the label exists
    text: str = ""  # in name, command, arguments or id; case-insensitive
    after: str | None = None  # id of the last task of the page before
    limit: int = 100
    training: bool = False  # only training jobs


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A page of tasks and how many match in all."""

    tasks: tuple[Task, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class TrainingCount:
    """Training jobs that ended alike."""

    jobs: int = 0
    at_first: int = 0  # of these, those that had but one attempt
    waited: float = 0.0  # seconds to their first start, together
    started: int = 0  # how many did start


@dataclass(frozen=True, slots=True)
class TaskSpan:
    """The tasks of a stretch of time, and how often one started or ended in it.

    What is counted of a task is its last start and its end.
    """

    tasks: tuple[Task, ...]
    starts_and_ends: int


@dataclass(frozen=True, slots=True)
class IdempotencyRecord:
    """A key a client sent with a request, what the request was, and what came of it."""

    key: str
    digest: str  # of the body
    task_id: str
    at: float  # Unix seconds


@dataclass(frozen=True, slots=True)
class TokenRecord:
    """A named token; only the hash of its secret is kept."""

    id: str
    name: str
    role: str
    digest: str  # SHA-256 of the secret, hexadecimal
    created_at: float


class Store(Protocol):
    """Keeps tasks, their timelines, idempotency keys and tokens.

    Every method may raise ``StoreFull`` where it writes.
    """

    async def put(
        self,
        task: Task,
        entries: Sequence[TimelineEntry] = (),
        idempotency: IdempotencyRecord | None = None,
    ) -> None:
        """Insert or replace ``task``, append to its timeline, in one transaction."""

    async def get(self, task_id: str) -> Task | None:
        """Return a task by its id."""

    async def find(self, query: TaskQuery) -> TaskPage:
        """Return a page of tasks, newest first."""

    async def open_tasks(self) -> list[Task]:
        """Return every task that has not ended, oldest first."""

    async def span(self, start: float, end: float, most: int) -> TaskSpan:
        """Return the tasks of the last ``most`` starts and ends from ``start`` to ``end``."""

    async def counts(self) -> dict[Status, int]:
        """Return the number of tasks by status."""

    async def training_counts(self) -> dict[Status, TrainingCount]:
        """Return how the training jobs went that have ended."""

    async def timeline(self, task_id: str) -> list[TimelineEntry]:
        """Return a task's history, oldest first."""

    async def delete(self, task_ids: Sequence[str]) -> None:
        """Remove tasks and their timelines."""

    async def finished_before(self, completed_at: float, keep: int) -> list[str]:
        """Return ids of finished tasks to collect, oldest first.

        Those that ended before ``completed_at``, and those beyond the newest ``keep``; none that
        is pinned.
        """

    async def known(self, task_ids: Sequence[str]) -> set[str]:
        """Return those of some ids that are a task's."""

    async def unmeasured(self, most: int) -> list[str]:
        """Return ids of finished tasks whose size is not known."""

    async def put_sizes(self, sizes: Mapping[str, int]) -> None:
        """Note the bytes that finished tasks take on disk."""

    async def finished_bytes(self) -> int:
        """Return the bytes that all finished tasks take, as far as they were measured."""

    async def beyond_space(self, keep: int, ended_before: float) -> list[str]:
        """Return ids of finished tasks to collect, oldest first, so that ``keep`` bytes stay.

        Only those that ended before ``ended_before``, and none that is pinned.
        """

    async def idempotency(self, key: str, not_before: float) -> IdempotencyRecord | None:
        """Return what is known of a key, if it was used at ``not_before`` or later."""

    async def tokens(self) -> list[TokenRecord]:
        """Return all tokens."""

    async def put_token(self, token: TokenRecord) -> None:
        """Keep a token."""

    async def delete_token(self, token_id: str) -> bool:
        """Remove a token; tell whether there was one."""

    async def close(self) -> None:
        """Write what is waiting and close the files."""
