"""The schema of the task database, as numbered steps; a step never changes once released.

A database says in ``user_version`` how many steps it has taken.
"""

TASKS = """
CREATE TABLE tasks (
    id TEXT PRIMARY KEY,         -- UUIDv7, so that ids sort by age
    status TEXT NOT NULL,
    type TEXT NOT NULL,
    ended_at REAL,               -- Unix seconds; NULL while the task is open
    labels TEXT NOT NULL,        -- a JSON object
    text TEXT NOT NULL,          -- what a search looks at, case folded
    document BLOB NOT NULL       -- the task as JSON
);
CREATE INDEX tasks_by_status ON tasks (status, id);
CREATE INDEX tasks_by_type ON tasks (type, id);
CREATE INDEX tasks_by_end ON tasks (ended_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX tasks_open ON tasks (id) WHERE ended_at IS NULL;

CREATE TABLE labels (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    task_id TEXT NOT NULL,
    PRIMARY KEY (name, value, task_id)
) WITHOUT ROWID;
CREATE INDEX labels_by_task ON labels (task_id, name, value);

CREATE TABLE timeline (
    number INTEGER PRIMARY KEY,
    task_id TEXT NOT NULL,
    at REAL NOT NULL,
    attempt INTEGER NOT NULL,
    kind TEXT NOT NULL,
    message TEXT NOT NULL
);
CREATE INDEX timeline_by_task ON timeline (task_id);

CREATE TRIGGER task_inserted AFTER INSERT ON tasks WHEN NEW.labels <> '{}' BEGIN
    INSERT INTO labels SELECT key, value, NEW.id FROM json_each(NEW.labels);
END;
CREATE TRIGGER task_relabelled AFTER UPDATE ON tasks WHEN OLD.labels <> NEW.labels BEGIN
    DELETE FROM labels WHERE task_id = NEW.id;
    INSERT INTO labels SELECT key, value, NEW.id FROM json_each(NEW.labels);
END;
CREATE TRIGGER task_deleted AFTER DELETE ON tasks BEGIN
    DELETE FROM labels WHERE task_id = OLD.id;
    DELETE FROM timeline WHERE task_id = OLD.id;
END;

CREATE TABLE idempotency (
    key TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    task_id TEXT NOT NULL,
    at REAL NOT NULL
);
CREATE INDEX idempotency_by_time ON idempotency (at);

CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    created_at REAL NOT NULL
);
"""

SPANS = """
ALTER TABLE tasks ADD COLUMN started_at REAL;  -- Unix seconds, of the last attempt
ALTER TABLE tasks ADD COLUMN bytes INTEGER;    -- on disk, measured once after the end
UPDATE tasks SET started_at = json_extract(CAST(document AS TEXT), '$.started_at');
CREATE INDEX tasks_by_start ON tasks (started_at) WHERE started_at IS NOT NULL;
DROP INDEX tasks_by_end;
CREATE INDEX tasks_by_end ON tasks (ended_at, id, bytes) WHERE ended_at IS NOT NULL;
"""

SAID = """
ALTER TABLE timeline ADD COLUMN said TEXT;  -- a JSON object; NULL where the message is but text
"""

TRAINING = """
ALTER TABLE tasks ADD COLUMN training INTEGER NOT NULL DEFAULT 0;  -- 1: a training job
ALTER TABLE tasks ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1;   -- the last one, from 1
ALTER TABLE tasks ADD COLUMN waited REAL;                          -- seconds to the first start
CREATE INDEX tasks_training ON tasks (training, status, id) WHERE training = 1;
"""

MIGRATIONS: tuple[str, ...] = (TASKS, SPANS, SAID, TRAINING)
