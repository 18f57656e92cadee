"""The agent's work as one object: what the server and the console ask of it."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import TaskSettings
from cnet_agent.executors.base import AttemptKey, Executor, Usage
from cnet_agent.model import inputs as happened
from cnet_agent.model.admission import Capacity, Waiting, allocated
from cnet_agent.model.inputs import Input
from cnet_agent.model.phase import Status
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.runtime import refusals
from cnet_agent.runtime.admission_loop import AdmissionLoop
from cnet_agent.runtime.background import Background
from cnet_agent.runtime.bus import Bus
from cnet_agent.runtime.carry_out import CarryOut
from cnet_agent.runtime.intake import Rules
from cnet_agent.runtime.jobs import Jobs
from cnet_agent.runtime.ledger import RECENT, Ledger
from cnet_agent.runtime.mailroom import Mailroom
from cnet_agent.runtime.markers import markers
from cnet_agent.runtime.recovery import Recovery
from cnet_agent.runtime.saving import saving
from cnet_agent.runtime.submissions import Environments, Origin, Submissions
from cnet_agent.runtime.tally import Tally
from cnet_agent.runtime.views import task_view, waiting_of
from cnet_agent.store.base import (
    Store,
    StoreFull,
    TaskPage,
    TaskQuery,
    TimelineEntry,
)
from cnet_agent.wire.node import MarkerView
from cnet_agent.wire.task import DryRunView, TaskView

logger = logging.getLogger(__name__)


class Runtime:
    """Accepts tasks, runs them through the state machine, and tells observers."""

    def __init__(
        self,
        *,
        store: Store,
        executors: Mapping[Kind, Executor],
        environments: Environments,
        bus: Bus,
        settings: Callable[[], TaskSettings],
        capacity: Callable[[], Capacity],
        layout: Layout,
        workspace: Path,
        now: Callable[[], float],
        believed: Callable[[], float],
    ) -> None:
        self.bus = bus
        self.workspace = workspace
        self.executors = executors
        self.usage: dict[str, Usage] = {}
        self.tally = Tally()
        self._store = store
        self._needs_preparation = environments.needs_preparation
        self._settings = settings
        self._capacity = capacity
        self._now = now
        self._ledger = Ledger()
        self._background = Background()
        self._carry_out = CarryOut(
            executors, environments, layout, workspace, now, self._background
        )
        self._carry_out.deliver = self._deliver
        self._mailroom = Mailroom(
            store, self._ledger, self._publish, self._carry_out.carry_out, now
        )
        self._admission = AdmissionLoop(
            self._ledger,
            self._mailroom,
            self._background,
            capacity=capacity,
            needs_preparation=environments.needs_preparation,
            now=now,
        )
        self._carry_out.release = self._admission.look
        self._submissions = Submissions(
            store,
            self._ledger,
            self._mailroom,
            environments,
            self._rules,
            workspace,
            now,
            believed,
        )
        self._submissions.accepted = self._admission.look

    @property
    def jobs(self) -> Jobs:
        """The service that some tasks belong to."""
        return self._submissions.jobs

    @jobs.setter
    def jobs(self, jobs: Jobs) -> None:
        self._submissions.jobs = jobs

    # -- life ---------------------------------------------------------------------------------

    async def open(self, *, rebuild_store: bool, rebooted: bool = False) -> int:
        """Find out what became of every task and go on. Returns how many were rebuilt.

        Args:
            rebuild_store: the store is new; take every task that has a record into it.
            rebooted: the system was started again since the store was last used.
        """
        for executor in self.executors.values():
            await executor.open(self._carry_out.ended)
        recovery = Recovery(
            self._store,
            self.executors,
            self._ledger,
            self._mailroom,
            self._carry_out,
            self._background,
            self._now,
            rebooted,
        )
        rebuilt = await recovery.rebuild() if rebuild_store else 0
        finished = (Status.COMPLETED, Status.FAILED, Status.STOPPED)
        page = await self._store.find(TaskQuery(statuses=finished, limit=RECENT))
        for task in reversed(page.tasks):
            self._ledger.take(task)
        await recovery.recover()
        if (newest := self._ledger.newest) is not None:
            self._submissions.go_on_after(newest)
        self._background.spawn(self._admission.run(), "admission")
        self._admission.look()
        return rebuilt

    async def close(self) -> None:
        """Stop watching; tasks run on without the agent."""
        await self._carry_out.close()
        await self._background.close()
        for executor in self.executors.values():
            await executor.close()

    # -- what people ask for ------------------------------------------------------------------

    async def submit(
        self,
        spec: TaskSpec,
        *,
        preset: str | None = None,
        rerun_of: str | None = None,
        idempotency: tuple[str, str] | None = None,
    ) -> Task:
        """Accept a task; it is on disk when this returns.

        Args:
            spec: what to run.
            preset: id of the preset it was made from.
            rerun_of: id of the task it repeats.
            idempotency: a key and the digest of the request; a key seen within a day answers the
                task it made then.

        Raises:
            ExecutorUnavailable, InvalidRequest, QueueFull: it is not accepted.
            Conflict: the key was used with another request, or its task has been removed.
            StorageFull: it cannot be saved, or what is left of the disk is kept for others.
        """
        return await self._submissions.submit(spec, Origin(preset, rerun_of), idempotency)

    async def stop(self, task_id: str, grace: float | None = None) -> Task:
        """Ask for a task's end and return it; a task that has ended is returned as it is.

        Raises:
            NotFound: there is no such task.
        """
        task = await self.get(task_id)
        grace = task.spec.stop_grace if grace is None else grace
        try:
            return await self._mailroom.dispatch(task_id, happened.StopWanted(grace=grace))
        except StoreFull:
            if not task.phase.holds_slot:
                raise refusals.unsaved_stop() from None
            # What fills the disk must be stoppable: its own record will tell that it was stopped.
            await self._executor(task).stop(AttemptKey(task.id, task.attempt), grace)
            return task

    async def rerun(self, task_id: str) -> Task:
        """Submit a copy of a task and return the copy."""
        task = await self.get(task_id)
        return await self.submit(task.spec, preset=task.preset, rerun_of=task.id)

    async def signal(self, task_id: str, name: str) -> None:
        """Send a signal to a task's main process.

        Raises:
            NotFound: there is no such task.
            Conflict: it does not run.
        """
        task = await self.get(task_id)
        try:
            await self._executor(task).signal(AttemptKey(task.id, task.attempt), name)
        except ProcessLookupError:
            raise refusals.not_running(task_id) from None

    async def edit(
        self, task_id: str, *, priority: int | None = None, labels: dict[str, str] | None = None
    ) -> Task:
        """Change priority or labels of a task that has not ended.

        Raises:
            NotFound: there is no such task.
            Conflict: it has ended.
            StorageFull: it could not be saved.
        """
        task = await self.get(task_id)
        if task.phase.is_final:
            raise refusals.history(task_id)
        changes = {"priority": priority, "labels": labels}
        spec = task.spec.model_copy(update={k: v for k, v in changes.items() if v is not None})
        with saving():
            return await self._mailroom.dispatch(task_id, happened.Edited(spec=spec))

    async def purge(self, task_id: str) -> Task:
        """Remove a finished task with its files, and return what it was.

        Raises:
            NotFound: there is no such task.
            Conflict: it has not ended.
        """
        task = await self.get(task_id)
        if not task.phase.is_final:
            raise refusals.not_ended(task_id)
        await self.discard([task_id])
        return task

    async def discard(self, task_ids: list[str]) -> None:
        """Remove finished tasks from disk, store and memory."""
        for task_id in task_ids:  # the files first, or a rebuilt store would bring tasks back
            for executor in self.executors.values():
                await executor.discard(task_id)
        with saving():
            await self._store.delete(task_ids)
        self._ledger.forget(task_ids)
        for task_id in task_ids:
            self.bus.publish("task_removed", {"id": task_id})

    async def made_with(self, idempotency: tuple[str, str]) -> Task | None:
        """Return the task that a request has made before; see ``Submissions.made_with``."""
        return await self._submissions.made_with(idempotency)

    async def dry_run(self, spec: TaskSpec) -> DryRunView:
        """Return what would happen to a task if it were submitted now.

        Raises:
            ExecutorUnavailable, InvalidRequest, QueueFull, StorageFull: it would not be accepted.
        """
        return await self._submissions.dry_run(spec)

    # -- what people look at ------------------------------------------------------------------

    async def get(self, task_id: str) -> Task:
        """Return a task.

        Raises:
            NotFound: there is no such task.
        """
        if (task := self._ledger.get(task_id)) is not None:
            return task
        if (task := await self._store.get(task_id)) is None:
            raise refusals.no_task(task_id)
        await self.jobs.know([task])
        return task

    async def find(self, query: TaskQuery) -> TaskPage:
        """Return a page of tasks, newest first."""
        page = await self._store.find(query)
        await self.jobs.know(page.tasks)
        return page

    async def timeline(self, task_id: str) -> list[TimelineEntry]:
        """Return a task's history, oldest first.

        Raises:
            NotFound: there is no such task.
        """
        await self.get(task_id)
        return await self._store.timeline(task_id)

    async def markers(self, start: float, end: float, most: int) -> tuple[list[MarkerView], int]:
        """Return the last starts and ends of tasks in a stretch of time, and how many more."""
        return markers(await self._store.span(start, end, most), start, end, most)

    async def counts(self) -> dict[Status, int]:
        """Return the number of tasks by status."""
        return await self._store.counts()

    def waiting(self, task: Task) -> Waiting | None:
        """Return why a task waits, None if it does not."""
        return waiting_of(task, self._ledger, self.capacity)

    def view(self, task: Task) -> TaskView:
        """Return a task as observers see it."""
        waiting = self.waiting(task)
        return task_view(task, waiting, self.usage.get(task.id), self.jobs.view(task))

    def snapshot_tasks(self) -> list[TaskView]:
        """Return the open tasks and the latest finished ones, in one step with ``bus.seq``."""
        tasks = [*self._ledger.recent, *self._ledger.open.values()]
        return [self.view(task) for task in tasks]

    @property
    def ledger(self) -> Ledger:
        """The tasks in memory, to be looked at only."""
        return self._ledger

    def running(self) -> list[Task]:
        """Return the tasks that run now."""
        return [task for task in self._ledger.holding if task.handle is not None]

    def republish(self, task_id: str) -> None:
        """Tell observers of a task in memory again: more is known of it than it says itself."""
        if (task := self._ledger.get(task_id)) is not None:
            self.bus.publish("task", partial(self.view, task))

    def environments_in_use(self) -> set[str]:
        """Return the ids of the cached environments of tasks that have not ended."""
        open_tasks = self._ledger.open.values()
        return {task.environment.id for task in open_tasks if task.environment is not None}

    @property
    def capacity(self) -> Capacity:
        """What the node gives to tasks now."""
        return self._capacity()

    def allocated(self) -> dict[str, float]:
        """Return what running tasks reserve: cpu (cores), memory (bytes), gpu (devices)."""
        return {str(name): amount for name, amount in allocated(self._ledger.holding).items()}

    def settings_changed(self) -> None:
        """Look again at who may start."""
        self._admission.look()

    # -- how it goes on -----------------------------------------------------------------------

    def _deliver(self, task_id: str, what: Input) -> asyncio.Task[None]:
        return self._background.spawn(
            self._mailroom.deliver(task_id, what), f"{type(what).__name__} of {task_id}"
        )

    def _publish(self, task: Task) -> None:
        if task.phase.is_final:
            self.usage.pop(task.id, None)
            self.tally.ended(task)
        self.jobs.changed(task)
        self.bus.publish("task", partial(self.view, task))

    def _rules(self) -> Rules:
        settings, provides = self._settings(), self._needs_preparation
        return Rules(self.capacity, settings.queue_size, settings.timeout, self.executors, provides)

    def _executor(self, task: Task) -> Executor:
        return self.executors[task.spec.type]
