"""The logs of a node: searched all at once."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from cnet_agent.model.fields import Strict, Text
from cnet_agent.model.log_level import Level
from cnet_agent.model.task import Task
from cnet_agent.runtime.logs.search import PLACE_PATTERN, LogSearch, Place
from cnet_agent.server.auth import RANK, require
from cnet_agent.server.routes import Call, Route
from cnet_agent.store.base import TaskQuery
from cnet_agent.wire.log_search import AGENT, OWN, SERVICES, LogSearchView
from cnet_agent.wire.times import Timestamp

MAX_LINES = 10_000  # in one answer
MAX_SOURCES = 500


def _split(values: object) -> object:
    """Take ``a,b`` as well as a parameter given twice."""
    if not isinstance(values, list):
        return values
    return [part for value in values for part in str(value).split(",")]


def _place(text: str) -> str:
    Place.parse(text)
    return text


LogPlace = Annotated[
    str, AfterValidator(_place), WithJsonSchema({"type": "string", "pattern": PLACE_PATTERN})
]


class LogSearchQuery(Strict):
    """Which lines of which logs."""

    source: Annotated[tuple[Text, ...], BeforeValidator(_split)] = Field(
        (),
        max_length=MAX_SOURCES,
        description=(
            '"agent", for which one must be admin, "TrainingAgent", "TrainingWorker", or ids of'
            " tasks. Left out, all that one may read: the agent's own log, those of the training"
            f" service, every task that has not ended, the {MAX_SOURCES} newest."
        ),
    )
    level: Annotated[tuple[Level, ...], BeforeValidator(_split)] = Field(
        (), description="Any if left out. A line that names none counts as info."
    )
    since: Timestamp | None = None
    until: Timestamp | None = None
    grep: Text | None = Field(
        None, max_length=1000, description="Lines in which this regular expression is found."
    )
    limit: int = Field(1000, ge=1, le=MAX_LINES, description="At most so many lines.")
    before: LogPlace | None = Field(
        None, description="Go on where an earlier answer ended: its `next`."
    )


async def search(call: Call[LogSearchQuery, None]) -> LogSearchView:
    """Answer lines of several logs, newest first."""
    asked = call.query
    if AGENT in asked.source:
        require(call.identity, "admin")
    return await call.services.logs.search(
        await _tasks(call),
        LogSearch(
            levels=frozenset(asked.level),
            since=asked.since,
            until=asked.until,
            grep=asked.grep,
            before=asked.before,
            limit=asked.limit,
        ),
        agent=AGENT in asked.source or (not asked.source and _is_admin(call)),
        services=[name for name in SERVICES if not asked.source or name in asked.source],
    )


async def _tasks(call: Call[LogSearchQuery, None]) -> list[Task]:
    runtime, named = call.services.runtime, call.query.source
    if named:
        ids = dict.fromkeys(each for each in named if each not in OWN)
        return [await runtime.get(task_id) for task_id in ids]
    page = await runtime.find(TaskQuery(limit=MAX_SOURCES))
    tasks = {task.id: task for task in page.tasks} | runtime.ledger.open
    return list(tasks.values())


def _is_admin(call: Call[LogSearchQuery, None]) -> bool:
    return call.identity is not None and RANK[call.identity.role] >= RANK["admin"]


ROUTES = (
    Route(
        "GET",
        "/api/logs",
        "read",
        search,
        "Search the logs of tasks, and the agent's own, newest lines first",
        "Agent",
        LogSearchView,
        query=LogSearchQuery,
    ),
)
