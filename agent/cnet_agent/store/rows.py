"""Tasks as rows: the whole as JSON, and beside it what is filtered and sorted by."""

import json
import logging
from collections.abc import Iterable

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from cnet_agent.model.phase import TASK_STATUS
from cnet_agent.model.sentence import Sentence, as_data, from_data
from cnet_agent.model.task import Task
from cnet_agent.store.base import TimelineEntry

logger = logging.getLogger(__name__)

TaskRow = tuple[str, str, str, float | None, float | None, str, str, bytes, bool, int, float | None]
"""id, status, type, started_at, ended_at, labels, text, document, training, attempt, waited"""

EntryRow = tuple[str, float, int, str, str, str | None]
"""task, at, attempt, kind, message, what it was made of"""

_TASK = TypeAdapter(Task)


def task_row(task: Task) -> TaskRow:
    """Return the columns of a task."""
    spec = task.spec
    return (
        task.id,
        TASK_STATUS[task.phase].value,
        spec.type,
        task.started_at,
        (task.completed_at or task.created_at) if task.phase.is_final else None,
        json.dumps(spec.labels, sort_keys=True, ensure_ascii=False) if spec.labels else "{}",
        "\n".join((task.id, spec.name, spec.command, *spec.args)).casefold(),
        _document(task),
        spec.training is not None,
        task.attempt,
        task.waited,
    )


def tasks_of(rows: Iterable[tuple[bytes]]) -> list[Task]:
    """Return the tasks of documents; one that cannot be understood is left out and logged."""
    tasks = []
    for (document,) in rows:
        try:
            tasks.append(_TASK.validate_json(document))
        except ValidationError:
            logger.exception("A stored task cannot be read and is left out")
    return tasks


def entry_row(task_id: str, entry: TimelineEntry) -> EntryRow:
    """Return the columns of a line of a task's history."""
    said = None
    if isinstance(entry.message, Sentence):
        said = storable(json.dumps(as_data(entry.message), ensure_ascii=False))
    return (task_id, entry.at, entry.attempt, entry.kind, storable(entry.message), said)


def entry_of(row: tuple[float, int, str, str, str | None]) -> TimelineEntry:
    """Return the line of a history that columns hold: at, attempt, kind, message, said."""
    at, attempt, kind, message, said = row
    return TimelineEntry(at, attempt, kind, from_data(json.loads(said)) if said else message)


def storable(text: str) -> str:
    """Return text as UTF-8 can hold it: names of files may carry bytes that are not text."""
    return text.encode(errors="replace").decode()


def _document(task: Task) -> bytes:
    try:
        return _TASK.dump_json(task)
    except PydanticSerializationError:
        value = _TASK.dump_python(task, mode="json")
        return json.dumps(value, ensure_ascii=False).encode(errors="replace")
