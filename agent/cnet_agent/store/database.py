"""A database file: opened, checked, brought up to date, moved aside when it is damaged."""

import os
import sqlite3
import struct
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from cnet_agent.model.sentence import Sentence
from cnet_agent.store.trouble import as_store_full, is_damage

_WAL_LIMIT = 16 * 1024 * 1024  # bytes of write-ahead log that are kept after a burst
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_WAL_FORMAT = 3_007_000


class NewerDatabase(Exception):
    """The file was written by a newer version of the agent; ``str`` is a sentence for a person."""


class _Damaged(Exception):
    """The file is not usable; ``str`` says why."""


@dataclass(frozen=True, slots=True)
class Schema:
    """What a database file holds and how carefully it is written."""

    migrations: Sequence[str]
    synchronous: Literal["FULL", "NORMAL"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What ``prepare`` found."""

    is_new: bool  # the file was made, so it is empty
    damage: str = ""  # why another one was moved aside
    moved_to: Path | None = None

    def notice(self, subject: str) -> str | None:
        """Return what a person should know of a file that was found damaged."""
        if self.moved_to is None:
            return None
        return Sentence(
            "{subject} was damaged ({damage}); it was moved to {name} and a new one begun.",
            subject=subject,
            damage=self.damage,
            name=self.moved_to.name,
        )


def prepare(path: Path, schema: Schema, now: float) -> Prepared:
    """Make sure that ``path`` is a sound database of the latest version. Blocks.

    Raises:
        NewerDatabase: a newer agent wrote it; it is left alone.
        StoreFull: the disk does not let us.
    """
    try:
        if not path.exists() and not beside(path, "-wal").exists():
            _create(path, schema)
            return Prepared(is_new=True)
        try:
            _check(path, schema)
        except _Damaged as damage:
            moved_to = move_aside(path, now)
            _create(path, schema)
            return Prepared(is_new=True, damage=str(damage), moved_to=moved_to)
        with closing(_connect(path, "rw")) as connection:
            _migrate(connection, path, schema.migrations)
    except (sqlite3.Error, OSError) as error:
        full = as_store_full(error)
        if full is None:
            raise
        raise full from error
    return Prepared(is_new=False)


def connect(path: Path, schema: Schema) -> sqlite3.Connection:
    """Open a database for its one writer. Transactions are the caller's to begin and commit."""
    connection = _connect(path, "rw")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {schema.synchronous}")
        connection.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def connect_reader(path: Path) -> sqlite3.Connection:
    """Open a database for reading; what is written meanwhile does not hold it up."""
    return _connect(path, "ro")


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """Write the whole content of an open database to a new file that only its user may read."""
    target.unlink(missing_ok=True)
    _touch(target)
    connection.execute("VACUUM INTO ?", (str(target),))
    _sync(target)


def move_aside(path: Path, now: float) -> Path:
    """Rename what is at ``path``, with its write-ahead log, and return where it is now."""
    stamp = datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.corrupt-{stamp}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.corrupt-{stamp}-{number}")
    for suffix in ("", "-wal"):
        if beside(path, suffix).exists():
            beside(path, suffix).rename(beside(target, suffix))
    beside(path, "-shm").unlink(missing_ok=True)
    return target


def beside(path: Path, suffix: str) -> Path:
    """Return the path of a file that SQLite keeps beside the database."""
    return path.with_name(path.name + suffix)


def _connect(path: Path, mode: Literal["rw", "ro"]) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        timeout=5.0,
        isolation_level=None,
        check_same_thread=False,
    )


def _create(path: Path, schema: Schema) -> None:
    """Make an empty database, complete before it gets its name."""
    for suffix in ("-wal", "-shm"):
        beside(path, suffix).unlink(missing_ok=True)
    making = path.with_name(path.name + ".new")
    making.unlink(missing_ok=True)
    _touch(making)
    with closing(_connect(making, "rw")) as connection:
        for number, script in enumerate(schema.migrations, start=1):
            _take_step(connection, script, number)
    _sync(making)
    making.replace(path)
    _sync(path.parent)


def _check(path: Path, schema: Schema) -> None:
    """Look whether an existing database is sound and complete for its version.

    Raises:
        _Damaged: it cannot be used.
        NewerDatabase: its version is not known here.
    """
    if not path.exists():
        raise _Damaged(Sentence("the file is gone, its write-ahead log is left"))
    if not path.is_file():
        raise _Damaged(Sentence("something that is not a file is in its place"))
    _check_log(path)
    try:
        with closing(_connect(path, "rw")) as connection:
            if (verdict := connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
                raise _Damaged(verdict)
            version = _version(connection)
            if version == 0:
                raise _Damaged(Sentence("it is empty"))
            if version > len(schema.migrations):
                raise NewerDatabase(
                    f"{path} was written by a newer version of the agent. Start that version, or "
                    "move the file away to begin with an empty one."
                )
            wanted = _objects_wanted(schema.migrations[:version])
            if missing := wanted - _objects(connection):
                raise _Damaged(Sentence("it has no {parts}", parts=", ".join(sorted(missing))))
    except sqlite3.Error as error:
        if is_damage(error):
            raise _Damaged(str(error)) from error
        raise


def _check_log(path: Path) -> None:
    """Refuse a write-ahead log that SQLite would drop without a word, and with it commits.

    An incomplete end is what a crash leaves and loses nothing that was acknowledged; a header
    that is not one, or a log that is gone while its index is there, means that somebody
    interfered.
    """
    log = beside(path, "-wal")
    if not log.exists():
        if beside(path, "-shm").exists():
            raise _Damaged(Sentence("its write-ahead log is gone"))
        return
    with log.open("rb") as file:
        header = file.read(8)
    if not header:
        return
    if len(header) < 8:
        raise _Damaged(Sentence("its write-ahead log is cut off"))
    magic, version = struct.unpack(">II", header)
    if magic not in _WAL_MAGIC or version != _WAL_FORMAT:
        raise _Damaged(Sentence("its write-ahead log is not readable"))


def _migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> None:
    """Take the steps that a database lacks, with a copy of it before each."""
    for version in range(_version(connection), len(migrations)):
        copy_to(connection, path.with_name(f"{path.name}.version-{version}"))
        _take_step(connection, migrations[version], version + 1)


def _take_step(connection: sqlite3.Connection, script: str, version: int) -> None:
    try:
        connection.executescript(f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {version};")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _objects(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute(
        "SELECT type || ' ' || name FROM sqlite_schema WHERE type IN ('table', 'trigger')"
    )
    return {name for (name,) in rows}


def _objects_wanted(migrations: Sequence[str]) -> set[str]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for number, script in enumerate(migrations, start=1):
            _take_step(connection, script, number)
        return _objects(connection)


def _touch(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _sync(path: Path) -> None:
    """Have a file, or the names in a folder, on disk."""
    if path.is_dir() and os.name != "posix":
        return  # elsewhere a folder cannot be opened
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
