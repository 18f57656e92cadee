"""SQL for the pages of the task list."""

from collections.abc import Sequence
from typing import Any

from cnet_agent.store.base import TaskQuery

Statement = tuple[str, Sequence[Any]]


def page(query: TaskQuery) -> Statement:
    """Return the statement for a page's documents, newest first, and one more if there is one."""
    where, values = _where(query)
    if query.after is not None:
        where = [*where, "id < ?"]
        values = [*values, query.after]
    # The ids first: a sort then never carries whole documents.
    ids = f"SELECT id FROM tasks {_clause(where)} ORDER BY id DESC LIMIT ?"  # noqa: S608 - bound
    sql = f"SELECT document FROM tasks WHERE id IN ({ids}) ORDER BY id DESC"  # noqa: S608 - bound
    return sql, [*values, query.limit + 1]


def total(query: TaskQuery) -> Statement:
    """Return the statement for how many tasks match, whatever the page."""
    where, values = _where(query)
    return f"SELECT count(*) FROM tasks {_clause(where)}", values  # noqa: S608 - bound


def _where(query: TaskQuery) -> tuple[list[str], list[Any]]:
    where: list[str] = []
    values: list[Any] = []
    if query.statuses:
        where.append(f"status IN ({', '.join('?' * len(query.statuses))})")
        values += [status.value for status in query.statuses]
    if query.type is not None:
        where.append("type = ?")
        values.append(query.type)
    for name, value in query.labels:
        if value is None:
            where.append("id IN (SELECT task_id FROM labels WHERE name = ?)")
            values.append(name)
        else:
            where.append("id IN (SELECT task_id FROM labels WHERE name = ? AND value = ?)")
            values += [name, value]
    if query.text:
        where.append("instr(text, ?) > 0")
        values.append(query.text.casefold())
    return where, values


def _clause(where: Sequence[str]) -> str:
    return f"WHERE {' AND '.join(where)}" if where else ""
