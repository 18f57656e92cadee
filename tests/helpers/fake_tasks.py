"""What a fake agent answers about its tasks beside their state: pages, figures, files, actions."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from cnet_agent.client.answers import TaskList
from cnet_agent.model.errors import NotFound
from cnet_agent.model.phase import Status
from cnet_agent.wire.task import FileView, OutputView, TaskView, UsageHistoryView

Answer = Callable[..., None]


class Shelf(dict[str, TaskView]):
    """Tasks by id; called as a client's ``tasks`` is, it answers a page of them.

    ``older`` holds ended tasks that no snapshot brings.
    """

    def __init__(self, tasks: Iterable[TaskView], answer: Answer) -> None:
        super().__init__((task.id, task) for task in tasks)
        self.older: dict[str, TaskView] = {}
        self._answer = answer

    def keep_older(self, *tasks: TaskView) -> None:
        self.older.update((task.id, task) for task in tasks)

    async def __call__(
        self, *, statuses: Sequence[Status] = (), limit: int = 100, after: str | None = None
    ) -> TaskList:
        self._answer("tasks", (tuple(statuses), limit, after))
        everything = {**self.older, **self}
        found = [
            everything[task_id]
            for task_id in sorted(everything, reverse=True)
            if not statuses or everything[task_id].status in statuses
        ]
        rest = [task for task in found if after is None or task.id < after]
        page = rest[:limit]
        return TaskList(page, len(found), page[-1].id if len(rest) > limit else None)


class FakeTasks:
    """A part of ``FakeAgent``."""

    tasks: Shelf

    def __init__(self) -> None:
        self.usages: dict[str, UsageHistoryView] = {}
        self.files_of: dict[str, dict[str, bytes]] = {}
        self.outputs_of: dict[str, list[OutputView]] = {}
        self.refused: dict[str, Exception] = {}  # by task: what acting on it is answered with

    # -- what the console asks ----------------------------------------------------------------

    async def task(self, task_id: str) -> TaskView:
        self._answer("task", task_id)
        return self._find(task_id)

    async def task_usage(self, task_id: str) -> UsageHistoryView:
        self._answer("task_usage", task_id)
        nothing = UsageHistoryView(timestamps=[], cpu_percent=[], memory=[])
        return self.usages.get(task_id, nothing)

    async def files(self, task_id: str) -> list[FileView]:
        self._answer("files", task_id)
        return [
            FileView(path=path, size=len(content), modified=0.0, directory=path.endswith("/"))
            for path, content in self.files_of.get(task_id, {}).items()
        ]

    async def outputs(self, task_id: str) -> list[OutputView]:
        self._answer("outputs", task_id)
        return self.outputs_of.get(task_id, [])

    @asynccontextmanager
    async def download(self, task_id: str, path: str) -> AsyncIterator[AsyncIterator[bytes]]:
        self._answer("download", (task_id, path))
        content = self.files_of[task_id][path]

        async def chunks() -> AsyncIterator[bytes]:
            for start in range(0, len(content), 4):
                yield content[start : start + 4]

        yield chunks()

    async def purge(self, task_id: str) -> TaskView:
        self._answer("purge", task_id)
        self._refuse(task_id)
        task = self._find(task_id)
        self.remove(task_id)
        return task

    async def signal(self, task_id: str, name: str) -> TaskView:
        self._answer("signal", (task_id, name))
        return self._find(task_id)

    async def edit(
        self, task_id: str, *, priority: int | None = None, labels: dict[str, str] | None = None
    ) -> TaskView:
        self._answer("edit", (task_id, priority, labels))
        self._refuse(task_id)
        changes = {"priority": priority, "labels": labels}
        kept = {name: value for name, value in changes.items() if value is not None}
        task = self._find(task_id).model_copy(update=kept)
        self.change(task)
        return task

    # -- what a fake agent has ----------------------------------------------------------------

    def change(self, task: TaskView) -> None: ...

    def remove(self, task_id: str) -> None: ...

    def _answer(self, name: str, what: Any = None) -> None: ...

    def _refuse(self, task_id: str) -> None:
        if task_id in self.refused:
            raise self.refused[task_id]

    def _find(self, task_id: str) -> TaskView:
        found = self.tasks.get(task_id) or self.tasks.older.get(task_id)
        if found is None:
            raise NotFound("There is no such task.")
        return found
