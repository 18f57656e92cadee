"""A store in memory, for tests of what stands on one."""

from collections.abc import Mapping, Sequence

from cnet_agent.model.phase import TASK_STATUS, Status
from cnet_agent.model.task import Task
from cnet_agent.store.base import (
    PINNED,
    IdempotencyRecord,
    StoreFull,
    TaskPage,
    TaskQuery,
    TaskSpan,
    TimelineEntry,
    TokenRecord,
    TrainingCount,
)


class MemoryStore:
    """Keeps everything in dictionaries. While ``fail`` is set, writes raise ``StoreFull``."""

    def __init__(self) -> None:
        self.fail = False
        self.puts = 0  # successful ones
        self.tasks: dict[str, Task] = {}
        self.timelines: dict[str, list[TimelineEntry]] = {}
        self.sizes: dict[str, int] = {}
        self._idempotency: dict[str, IdempotencyRecord] = {}
        self._tokens: dict[str, TokenRecord] = {}

    async def put(
        self,
        task: Task,
        entries: Sequence[TimelineEntry] = (),
        idempotency: IdempotencyRecord | None = None,
    ) -> None:
        self._write()
        self.puts += 1
        self.tasks[task.id] = task
        self.timelines.setdefault(task.id, []).extend(entries)
        if idempotency is not None:
            self._idempotency[idempotency.key] = idempotency

    async def get(self, task_id: str) -> Task | None:
        return self.tasks.get(task_id)

    async def find(self, query: TaskQuery) -> TaskPage:
        matching = sorted(
            (task for task in self.tasks.values() if _matches(task, query)),
            key=lambda task: task.id,
            reverse=True,
        )
        rest = [task for task in matching if query.after is None or task.id < query.after]
        page = tuple(rest[: query.limit])
        return TaskPage(page, len(matching), len(rest) > len(page))

    async def open_tasks(self) -> list[Task]:
        tasks = [task for task in self.tasks.values() if not task.phase.is_final]
        return sorted(tasks, key=lambda task: task.id)

    async def span(self, start: float, end: float, most: int) -> TaskSpan:
        tasks = self.tasks.values()
        starts = [(t.started_at, t.id) for t in tasks if start <= (t.started_at or 0.0) <= end]
        ends = [(at, task_id) for at, task_id in self._ended() if start <= at <= end]
        ids = {task_id for found in (starts, ends) for _, task_id in sorted(found)[-most:]}
        return TaskSpan(tuple(self.tasks[each] for each in ids), len(starts) + len(ends))

    async def counts(self) -> dict[Status, int]:
        counts = dict.fromkeys(Status, 0)
        for task in self.tasks.values():
            counts[TASK_STATUS[task.phase]] += 1
        return counts

    async def training_counts(self) -> dict[Status, TrainingCount]:
        counts = {status: TrainingCount() for status in Status}
        for task in self.tasks.values():
            if task.spec.training is not None and task.phase.is_final:
                old = counts[TASK_STATUS[task.phase]]
                counts[TASK_STATUS[task.phase]] = TrainingCount(
                    old.jobs + 1,
                    old.at_first + (task.attempt == 1),
                    old.waited + (task.waited or 0.0),
                    old.started + (task.waited is not None),
                )
        return counts

    async def timeline(self, task_id: str) -> list[TimelineEntry]:
        return list(self.timelines.get(task_id, ()))

    async def delete(self, task_ids: Sequence[str]) -> None:
        self._write()
        for task_id in task_ids:
            self.tasks.pop(task_id, None)
            self.timelines.pop(task_id, None)
            self.sizes.pop(task_id, None)

    async def finished_before(self, completed_at: float, keep: int) -> list[str]:
        surplus = [
            (at, task_id)
            for place, (at, task_id) in enumerate(reversed(self._ended()))
            if (at < completed_at or place >= keep) and not self._is_pinned(task_id)
        ]
        return [task_id for _, task_id in sorted(surplus)]

    async def known(self, task_ids: Sequence[str]) -> set[str]:
        return self.tasks.keys() & set(task_ids)

    async def unmeasured(self, most: int) -> list[str]:
        return [task_id for _, task_id in self._ended() if task_id not in self.sizes][:most]

    async def put_sizes(self, sizes: Mapping[str, int]) -> None:
        self._write()
        self.sizes |= {task_id: size for task_id, size in sizes.items() if task_id in self.tasks}

    async def finished_bytes(self) -> int:
        return sum(self.sizes.get(task_id, 0) for _, task_id in self._ended())

    async def beyond_space(self, keep: int, ended_before: float) -> list[str]:
        together = 0
        surplus = []
        for at, task_id in reversed(self._ended()):
            together += self.sizes.get(task_id, 0)
            if together > keep and at < ended_before and not self._is_pinned(task_id):
                surplus.append(task_id)
        return surplus[::-1]

    async def idempotency(self, key: str, not_before: float) -> IdempotencyRecord | None:
        record = self._idempotency.get(key)
        return record if record is not None and record.at >= not_before else None

    async def tokens(self) -> list[TokenRecord]:
        return sorted(self._tokens.values(), key=lambda token: (token.created_at, token.id))

    async def put_token(self, token: TokenRecord) -> None:
        self._write()
        self._tokens[token.id] = token

    async def delete_token(self, token_id: str) -> bool:
        self._write()
        return self._tokens.pop(token_id, None) is not None

    async def close(self) -> None:
        """Nothing is kept open."""

    def _ended(self) -> list[tuple[float, str]]:
        tasks = self.tasks.values()
        return sorted((task.completed_at or 0.0, task.id) for task in tasks if task.phase.is_final)

    def _is_pinned(self, task_id: str) -> bool:
        return PINNED in self.tasks[task_id].spec.labels

    def _write(self) -> None:
        if self.fail:
            raise StoreFull("database or disk is full")


def _matches(task: Task, query: TaskQuery) -> bool:
    spec = task.spec
    text = "\n".join((task.id, spec.name, spec.command, *spec.args)).casefold()
    return (
        (not query.statuses or TASK_STATUS[task.phase] in query.statuses)
        and (query.type is None or spec.type == query.type)
        and (not query.training or spec.training is not None)
        and all(
            name in spec.labels and value in {None, spec.labels[name]}
            for name, value in query.labels
        )
        and query.text.casefold() in text
    )
