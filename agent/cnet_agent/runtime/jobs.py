"""What a service that runs its work as tasks is asked about them."""

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Protocol

from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Task
from cnet_agent.wire.progress import TrainingView


class Jobs(Protocol):
    """Knows more about some tasks than they say themselves."""

    def taking(self, spec: TaskSpec) -> AbstractAsyncContextManager[TaskSpec]:
        """Surround the taking of a task: give its specification, with what it lacked filled in.

        Raises:
            AgentError: the task is refused.
        """

    def changed(self, task: Task) -> None:
        """Take note of a task that is new, or has made a step."""

    async def know(self, tasks: Iterable[Task]) -> None:
        """Find out what ``view`` will tell of tasks that come from the store."""

    def view(self, task: Task, /) -> TrainingView | None:
        """Return what is known of a task, None where it is not one of the service's."""


class NoJobs:
    """Where there is no such service."""

    def taking(self, spec: TaskSpec) -> AbstractAsyncContextManager[TaskSpec]:
        """Take every task as it is."""
        return nullcontext(spec)

    def changed(self, task: Task) -> None:
        """Take note of nothing."""

    async def know(self, tasks: Iterable[Task]) -> None:
        """Find nothing out."""

    def view(self, _task: Task, /) -> TrainingView | None:
        """Know nothing."""
        return None
