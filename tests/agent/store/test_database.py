"""Opening databases: new, old, newer, damaged in every way we know."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.store.base import StoreFull, TaskQuery
from cnet_agent.store.database import NewerDatabase, Schema, prepare
from cnet_agent.store.migrations import MIGRATIONS
from cnet_agent.store.sqlite import open_store
from helpers.factories import EPOCH, make_id, make_task

OLD = Path(__file__).parent / "databases"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "agent.db"


async def filled(path: Path) -> None:
    """Make a database of many pages as a killed agent leaves it: part of it in the log."""
    store, _ = await open_store(path, lambda: EPOCH)
    for number in range(1, 50):
        await store.put(make_task(number, args=["x" * 5000]))
    before = path.with_name("before")
    before.mkdir()
    for suffix in ("", "-wal", "-shm"):
        shutil.copy(f"{path}{suffix}", before)
    await store.close()
    for suffix in ("", "-wal", "-shm"):
        (before / f"agent.db{suffix}").replace(f"{path}{suffix}")
    before.rmdir()


def garbage(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


def garbage_within(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(random.Random(1).randbytes(8192))


def settle(path: Path) -> None:
    """Bring everything from the log into the database itself."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def after_settling(damage: Callable[[Path], object]) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        settle(path)
        damage(path)

    return do


def drop_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE timeline")


def directory(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "file").touch()


def another(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE tasks (id)")


DAMAGES: dict[str, Callable[[Path], None]] = {
    "garbage": garbage,
    "garbage after a clean end": after_settling(garbage),
    "garbage in the middle": after_settling(garbage_within),
    "zeros": after_settling(lambda path: path.write_bytes(bytes(path.stat().st_size))),
    "empty": after_settling(lambda path: path.write_bytes(b"")),
    "truncated": after_settling(lambda path: os.truncate(path, path.stat().st_size // 2 + 100)),
    "text": after_settling(lambda path: path.write_text("hello\n" * 1000)),
    "another database": after_settling(another),
    "a missing table": drop_table,
    "a directory": directory,
    "gone, its log left": Path.unlink,
    "a garbage log": lambda path: garbage(path.with_name("agent.db-wal")),
    "a log of a few bytes": lambda path: os.truncate(path.with_name("agent.db-wal"), 5),
    "no log": lambda path: path.with_name("agent.db-wal").unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES)
async def test_a_damaged_database_is_moved_aside_and_a_new_one_begun(
    path: Path, damage: str
) -> None:
    await filled(path)
    DAMAGES[damage](path)
    store, notice = await open_store(path, lambda: EPOCH)
    assert store.is_new
    assert notice is not None
    assert "agent.db.corrupt-20260921T141320Z" in notice
    assert any(path.parent.glob("agent.db.corrupt-20260921T141320Z*"))
    await store.put(make_task())
    assert (await store.find(TaskQuery())).total == 1
    await store.close()
    store, notice = await open_store(path, lambda: EPOCH)
    assert notice is None
    assert not store.is_new
    await store.close()


async def test_damage_twice_in_a_second_keeps_both_files(path: Path) -> None:
    for content in ("one", "two"):
        path.write_text(content)
        store, _ = await open_store(path, lambda: EPOCH)
        await store.close()
    kept = [file.read_text() for file in path.parent.glob("agent.db.corrupt-*")]
    assert sorted(kept) == ["one", "two"]


async def test_what_a_killed_agent_leaves_is_no_damage(path: Path) -> None:
    await filled(path)
    store, notice = await open_store(path, lambda: EPOCH)
    assert (notice, store.is_new) == (None, False)
    assert (await store.find(TaskQuery())).total == 49
    await store.close()


async def test_a_log_that_ends_in_the_middle_of_a_commit_is_no_damage(
    path: Path,
) -> None:
    await filled(path)
    log = path.with_name("agent.db-wal")
    os.truncate(log, log.stat().st_size - 1000)
    store, notice = await open_store(path, lambda: EPOCH)
    assert notice is None
    assert (await store.find(TaskQuery())).total == 48
    await store.close()


async def test_where_there_is_nothing_a_new_database_is_begun_in_silence(
    path: Path,
) -> None:
    store, notice = await open_store(path, lambda: EPOCH)
    assert (notice, store.is_new) == (None, True)
    await store.close()


async def test_a_database_in_a_folder_that_is_not_there_is_a_storage_problem(
    path: Path,
) -> None:
    with pytest.raises(StoreFull):
        await open_store(path / "deeper" / "agent.db", lambda: EPOCH)


async def test_a_newer_database_is_left_alone(path: Path) -> None:
    await filled(path)
    settle(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(NewerDatabase, match="newer version"):
        await open_store(path, lambda: EPOCH)
    assert not any(path.parent.glob("*.corrupt-*"))


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
async def test_a_database_of_every_old_version_is_read(path: Path, version: int) -> None:
    script = (OLD / f"version-{version}.sql").read_text()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    store, notice = await open_store(path, lambda: EPOCH)
    assert notice is None
    page = await store.find(TaskQuery(labels=(("team", "vision"),)))
    assert [task.id for task in page.tasks] == [make_id(2), make_id(1)]
    assert [task.phase for task in page.tasks] == [Phase.FAILED, Phase.RUNNING]
    assert [entry.kind for entry in await store.timeline(make_id(1))] == [
        "created",
        "started",
    ]
    assert [token.name for token in await store.tokens()] == ["ci"]
    await store.close()


def test_each_migration_is_preceded_by_a_copy(path: Path) -> None:
    first = "CREATE TABLE a (x); INSERT INTO a VALUES (1)"
    second = "ALTER TABLE a ADD COLUMN y"
    prepare(path, Schema((first,), "FULL"), EPOCH)
    prepare(path, Schema((first, second), "FULL"), EPOCH)
    assert rows(path) == [(1, None)]
    assert rows(path.with_name("agent.db.version-1")) == [(1,)]


def test_a_migration_that_fails_leaves_the_database_as_it_was(path: Path) -> None:
    first = "CREATE TABLE a (x); INSERT INTO a VALUES (1)"
    second = "UPDATE a SET x = 2; INSERT INTO a VALUES (RAISE_NOTHING())"
    prepare(path, Schema((first,), "FULL"), EPOCH)
    with pytest.raises(sqlite3.OperationalError):
        prepare(path, Schema((first, second), "FULL"), EPOCH)
    assert rows(path) == [(1,)]
    assert not any(path.parent.glob("*.corrupt-*"))


def rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM a").fetchall()
