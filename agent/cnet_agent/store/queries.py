"""The SQL of the store."""

from collections.abc import Sequence
from typing import Any

from cnet_agent.store.base import TaskQuery

Statement = tuple[str, Sequence[Any]]

PUT_TASK = """
INSERT INTO tasks (id, status, type, started_at, ended_at, labels, text, document,
                   training, attempt, waited)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    status = excluded.status, type = excluded.type, started_at = excluded.started_at,
    ended_at = excluded.ended_at, labels = excluded.labels, text = excluded.text,
    document = excluded.document, attempt = excluded.attempt, waited = excluded.waited
"""
PUT_ENTRY = """
INSERT INTO timeline (task_id, at, attempt, kind, message, said) VALUES (?, ?, ?, ?, ?, ?)
"""
TIMELINE = """
SELECT at, attempt, kind, message, said FROM timeline WHERE task_id = ? ORDER BY number
"""
PUT_KEY = "INSERT OR REPLACE INTO idempotency (key, digest, task_id, at) VALUES (?, ?, ?, ?)"
SURPLUS = """
SELECT id FROM (
    SELECT id, ended_at FROM tasks WHERE ended_at < :before
    UNION
    SELECT * FROM (SELECT id, ended_at FROM tasks WHERE ended_at IS NOT NULL
                   ORDER BY ended_at DESC, id DESC LIMIT -1 OFFSET :keep)
) WHERE id NOT IN (SELECT task_id FROM labels WHERE name = :pinned) ORDER BY ended_at, id
"""
BEYOND_SPACE = """
SELECT id FROM (
    SELECT id, ended_at, sum(bytes) OVER (ORDER BY ended_at DESC, id DESC) AS together
    FROM tasks WHERE ended_at IS NOT NULL
) WHERE together > :keep AND ended_at < :before
    AND id NOT IN (SELECT task_id FROM labels WHERE name = :pinned) ORDER BY ended_at, id
"""
SPAN = """
SELECT document FROM tasks WHERE rowid IN (
    SELECT * FROM (SELECT rowid FROM tasks WHERE started_at >= :start AND started_at <= :end
                   ORDER BY started_at DESC LIMIT :most)
    UNION
    SELECT * FROM (SELECT rowid FROM tasks WHERE ended_at >= :start AND ended_at <= :end
                   ORDER BY ended_at DESC LIMIT :most))
"""
SPAN_COUNT = """
SELECT (SELECT count(*) FROM tasks WHERE started_at >= :start AND started_at <= :end)
     + (SELECT count(*) FROM tasks WHERE ended_at >= :start AND ended_at <= :end)
"""
TRAINING_COUNTS = """
SELECT status, count(*), total(attempt = 1), total(waited), count(waited)
FROM tasks WHERE training = 1 AND ended_at IS NOT NULL GROUP BY status
"""
KNOWN = "SELECT id FROM tasks WHERE id IN (SELECT value FROM json_each(?))"
UNMEASURED = "SELECT id FROM tasks WHERE ended_at IS NOT NULL AND bytes IS NULL LIMIT ?"
FINISHED_BYTES = "SELECT total(bytes) FROM tasks WHERE ended_at IS NOT NULL"


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
    if query.training:
        where.append("training = 1")
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
