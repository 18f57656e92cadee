"""Takes tasks in: checked, written down, and made once however often a request comes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cnet_agent.executors.base import AttemptKey
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.runtime import refusals
from cnet_agent.runtime.carry_out import Preparer
from cnet_agent.runtime.description import describe
from cnet_agent.runtime.ids import IdSource
from cnet_agent.runtime.intake import Rules, accept, dry_run
from cnet_agent.runtime.jobs import Jobs, NoJobs
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.locks import Locks
from cnet_agent.runtime.mailroom import Mailroom
from cnet_agent.runtime.workspace import working_dir
from cnet_agent.store.base import IdempotencyRecord, Store, StoreFull
from cnet_agent.supervisor.failpoints import reach
from cnet_agent.wire.task import DryRunView

REMEMBER_KEYS = 24 * 3600.0  # seconds an idempotency key is honoured

Idempotency = tuple[str, str]
"""A key that a client chose, and the digest of its request."""


class Environments(Preparer, Protocol):
    """Makes Python environments ready, and says beforehand what it would do."""

    def needs_preparation(self, spec: TaskSpec) -> bool:
        """Tell by the specification alone whether an environment may have to be made."""

    async def outlook(self, spec: TaskSpec, working_dir: Path) -> str:
        """Return a sentence on the environment that a task would run in, or nothing."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a task was made from: ids of a preset and of the task that it repeats."""

    preset: str | None = None
    rerun_of: str | None = None


class Submissions:
    """Accepts tasks. ``accepted`` is called after each of them; ``jobs`` may fill in and refuse."""

    def __init__(
        self,
        store: Store,
        ledger: Ledger,
        mailroom: Mailroom,
        environments: Environments,
        rules: Callable[[], Rules],
        workspace: Path,
        now: Callable[[], float],
        believed: Callable[[], float],
    ) -> None:
        self.accepted: Callable[[], None] = lambda: None
        self.jobs: Jobs = NoJobs()
        self._store = store
        self._ledger = ledger
        self._mailroom = mailroom
        self._environments = environments
        self._rules = rules
        self._workspace = workspace
        self._now = now
        self._believed = believed  # never forward by mistake: for what is kept for a time
        self._ids = IdSource()
        self._keys = Locks()

    def go_on_after(self, newest: str) -> None:
        """Give later ids than an earlier agent gave."""
        self._ids.go_on_after(newest)

    async def submit(self, spec: TaskSpec, origin: Origin, idempotency: Idempotency | None) -> Task:
        """Accept a task; see ``Runtime.submit``."""
        if idempotency is None:
            return await self._submit(spec, origin, None)
        async with self._keys.of(idempotency[0]):
            known = await self.made_with(idempotency)
            return known or await self._submit(spec, origin, idempotency)

    async def made_with(self, idempotency: Idempotency) -> Task | None:
        """Return the task that a request has made before, None if it comes for the first time.

        Raises:
            Conflict: the key was another request's, or its task was removed.
        """
        key, digest = idempotency
        known = await self._store.idempotency(key, self._believed() - REMEMBER_KEYS)
        if known is None:
            return None
        if known.digest != digest:
            raise refusals.key_of_another()
        task = self._ledger.get(known.task_id) or await self._store.get(known.task_id)
        if task is None:
            raise refusals.key_of_removed(known.task_id)
        return task

    async def dry_run(self, spec: TaskSpec) -> DryRunView:
        """Return what would happen to a task; see ``Runtime.dry_run``."""
        spec = accept(spec, self._rules(), self._ledger)
        place = working_dir(self._workspace, spec)
        environment = await self._environments.outlook(spec, place)
        now = self._now()
        task = Task(self._ids.make(now), spec, now)
        return dry_run(task, place, environment, self._rules(), self._ledger)

    async def _submit(
        self, spec: TaskSpec, origin: Origin, idempotency: Idempotency | None
    ) -> Task:
        rules = self._rules()
        async with self.jobs.taking(accept(spec, rules, self._ledger)) as spec:
            now = self._now()
            task = Task(
                self._ids.make(now), spec, now, preset=origin.preset, rerun_of=origin.rerun_of
            )
            executor = rules.executors[spec.type]
            try:
                await executor.reserve(AttemptKey(task.id, task.attempt), describe(task))
                reach("agent-reserved")
                await self._mailroom.insert(task, self._record(task, idempotency))
            except (OSError, StoreFull) as error:
                await executor.discard(task.id)
                raise refusals.unsaved_task(error) from error
        self.accepted()
        return task

    def _record(self, task: Task, idempotency: Idempotency | None) -> IdempotencyRecord | None:
        if idempotency is None:
            return None
        key, digest = idempotency
        return IdempotencyRecord(key, digest, task.id, self._believed())
