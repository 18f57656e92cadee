"""What SQLite adds to the contract: commits in groups, full disks, files that vanish, kill -9."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.store.base import StoreFull, TaskQuery, TimelineEntry
from cnet_agent.store.sqlite import SqliteStore, open_store
from helpers.factories import EPOCH, make_id, make_outcome, make_task
from helpers.small_disk import fill, small_disk
from helpers.waiting import until

ROOTS = os.pathsep.join(path for path in sys.path if path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "agent.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    made, _ = await open_store(path, lambda: EPOCH)
    yield made
    await made.close()


async def reopened(path: Path) -> SqliteStore:
    store, notice = await open_store(path, lambda: EPOCH)
    assert notice is None
    assert not store.is_new
    return store


async def hold(store: SqliteStore) -> tuple[threading.Event, "asyncio.Future[bool]"]:
    """Keep the writer busy until the event that is returned is set."""
    begun, free = threading.Event(), threading.Event()

    def work(_: sqlite3.Connection) -> bool:
        begun.set()
        return free.wait(10)

    busy = asyncio.ensure_future(store._writer.write(work))
    await until(begun.is_set)
    return free, busy


async def test_writes_that_wait_together_share_one_commit(store: SqliteStore) -> None:
    free, busy = await hold(store)
    waiting = [asyncio.ensure_future(store.put(make_task(number))) for number in range(1, 101)]
    await asyncio.sleep(0)  # every one of them has queued its write
    free.set()
    await asyncio.gather(busy, *waiting)
    assert store.commits == 2
    assert (await store.find(TaskQuery())).total == 100


@pytest.mark.gui
async def test_the_store_works_on_a_loop_shared_with_qt(path: Path) -> None:
    store, _ = await open_store(path, lambda: EPOCH)
    await asyncio.gather(*(store.put(make_task(number)) for number in range(1, 101)))
    assert (await store.find(TaskQuery())).total == 100
    await store.close()


async def test_what_was_put_is_there_after_opening_again(path: Path) -> None:
    store, _ = await open_store(path, lambda: EPOCH)
    await store.put(make_task(), [TimelineEntry(EPOCH, 1, "created", "Created")])
    await store.close()
    store = await reopened(path)
    assert await store.get(make_id()) == make_task()
    assert len(await store.timeline(make_id())) == 1
    await store.close()
    assert list(path.parent.iterdir()) == [path]


async def test_only_its_user_may_read_the_files(path: Path, store: SqliteStore) -> None:
    await store.put(make_task())
    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert modes == {"agent.db": 0o600, "agent.db-wal": 0o600, "agent.db-shm": 0o600}


async def test_a_write_that_fails_by_itself_leaves_its_neighbours_alone(
    store: SqliteStore,
) -> None:
    free, busy = await hold(store)
    bad = asyncio.ensure_future(store._writer.write(lambda c: c.execute("INSERT INTO nowhere")))
    good = asyncio.ensure_future(store.put(make_task()))
    await asyncio.sleep(0)
    free.set()
    with pytest.raises(sqlite3.OperationalError, match="incomplete input"):
        await bad
    await asyncio.gather(busy, good)
    assert await store.get(make_id()) is not None


async def test_a_list_does_not_wait_for_a_writer(store: SqliteStore) -> None:
    await store.put(make_task())
    free, busy = await hold(store)
    page = await asyncio.wait_for(store.find(TaskQuery()), 5)
    assert page.total == 1
    assert not busy.done()
    free.set()
    await busy


async def test_a_cancelled_caller_does_not_disturb_the_writer(
    store: SqliteStore,
) -> None:
    free, busy = await hold(store)
    cancelled = asyncio.ensure_future(store.put(make_task(1)))
    await asyncio.sleep(0)
    cancelled.cancel()
    free.set()
    await busy
    await store.put(make_task(2))
    assert (await store.find(TaskQuery())).total == 2  # what was queued is written


async def test_close_writes_what_is_waiting(path: Path) -> None:
    store, _ = await open_store(path, lambda: EPOCH)
    puts = [asyncio.ensure_future(store.put(make_task(number))) for number in range(1, 2001)]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*puts)
    with pytest.raises(StoreFull):
        await store.put(make_task())
    store = await reopened(path)
    assert (await store.find(TaskQuery(limit=1))).total == 2000
    await store.close()


async def test_names_of_files_that_are_no_text_can_be_stored(
    store: SqliteStore,
) -> None:
    detail = "No such file or directory: '/tmp/\udcff'"
    outcome = make_outcome(reason=Reason.SPAWN_ERROR, exit_code=None, detail=detail)
    task = make_task(phase=Phase.FAILED, outcome=outcome, attempts=(), message=detail)
    await store.put(task, [TimelineEntry(EPOCH, 1, "failed", detail)])
    kept = await store.get(task.id)
    assert kept is not None
    assert kept.message == "No such file or directory: '/tmp/?'"
    assert (await store.timeline(task.id))[0].message == kept.message


async def test_a_task_that_cannot_be_read_does_not_spoil_the_list(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    await store.put(make_task(1))
    await store.put(make_task(2))
    await store._writer.write(
        lambda c: c.execute("UPDATE tasks SET document = '{}' WHERE id = ?", (make_id(1),))
    )
    page = await store.find(TaskQuery())
    assert [task.id for task in page.tasks] == [make_id(2)]
    assert "cannot be read" in caplog.text


# -- disks that are full or failing ------------------------------------------------------------

TROUBLES = {
    "full": ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000"),
    "read-only": ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_disk_in_trouble_refuses_writes_until_it_is_well(
    store: SqliteStore, trouble: str
) -> None:
    begin, end = TROUBLES[trouble]
    await store.put(make_task(1))
    store._writer._connection.execute(begin)
    large = {"args": ["x" * 100_000]}
    puts = (store.put(make_task(number, **large)) for number in range(2, 12))
    results = await asyncio.gather(*puts, return_exceptions=True)
    assert {type(result) for result in results} == {StoreFull}
    assert (await store.find(TaskQuery())).total == 1  # reading goes on
    store._writer._connection.execute(end)
    await store.put(make_task(2, **large))
    assert (await store.find(TaskQuery())).total == 2


@pytest.mark.service("tmpfs")
async def test_a_full_disk_takes_what_fits_into_the_log_that_is_there(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        store, _ = await open_store(disk / "agent.db", lambda: EPOCH)
        for number in range(100):
            await store.put(make_task(1, name=str(number)))
        fill(disk)
        for number in range(100):
            await store.put(make_task(1, name=f"full {number}"))
        kept = await store.get(make_id(1))
        assert kept is not None
        assert kept.spec.name == "full 99"
        await store.close()


@pytest.mark.integration
@pytest.mark.skipif(os.name != "posix", reason="limits of file sizes are POSIX")
def test_a_write_that_the_system_refuses_is_refused_and_the_store_recovers(
    path: Path,
) -> None:
    run_python(
        """
        import asyncio, resource, sys, time
        from pathlib import Path
        from cnet_agent.store.base import StoreFull, TaskQuery
        from cnet_agent.store.sqlite import open_store
        from helpers.factories import make_task

        def allow(size):
            hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))

        async def main():
            path = Path(sys.argv[1])
            store, _ = await open_store(path, time.time)
            allow(200_000)
            saved = refused = 0
            for number in range(1, 100):
                try:
                    await store.put(make_task(number, args=["x" * 10_000]))
                    saved += 1
                except StoreFull:
                    refused += 1
            assert saved and refused, (saved, refused)
            assert (await store.find(TaskQuery())).total == saved
            allow(resource.RLIM_INFINITY)
            await store.put(make_task(200))
            await store.close()
            store, notice = await open_store(path, time.time)
            assert notice is None, notice
            assert (await store.find(TaskQuery())).total == saved + 1
            await store.close()

        asyncio.run(main())
        """,
        str(path),
    )


# -- files that vanish -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "removed",
    [["agent.db"], ["agent.db-wal"], ["agent.db", "agent.db-wal", "agent.db-shm"]],
)
async def test_a_database_removed_while_open_is_written_anew(
    path: Path, store: SqliteStore, removed: list[str]
) -> None:
    await store.put(make_task(1))
    for name in removed:
        (path.parent / name).unlink()
    await store.put(make_task(2))
    await store.put(make_task(3))
    assert (await store.find(TaskQuery())).total == 3
    await store.close()
    store = await reopened(path)
    assert (await store.find(TaskQuery())).total == 3
    await store.close()


async def test_a_database_removed_before_the_end_is_written_anew(path: Path) -> None:
    store, _ = await open_store(path, lambda: EPOCH)
    await store.put(make_task())
    path.unlink()
    await store.close()
    store = await reopened(path)
    assert await store.get(make_id()) == make_task()
    await store.close()


async def test_a_file_put_in_place_of_the_database_is_kept_aside(
    path: Path, store: SqliteStore
) -> None:
    await store.put(make_task(1))
    other = path.with_name("other")
    other.write_text("something else")
    other.replace(path)
    await store.put(make_task(2))
    (aside,) = path.parent.glob("agent.db.corrupt-*")
    assert aside.read_text() == "something else"
    assert (await store.find(TaskQuery())).total == 2


async def test_while_its_folder_is_gone_writes_are_refused(
    path: Path, store: SqliteStore, tmp_path: Path
) -> None:
    await store.put(make_task(1))
    elsewhere = tmp_path.with_name("elsewhere")
    tmp_path.rename(elsewhere)
    with pytest.raises(StoreFull):
        await store.put(make_task(2))
    elsewhere.rename(tmp_path)
    await store.put(make_task(2))
    assert (await store.find(TaskQuery())).total == 2


# -- sudden death and many tasks ---------------------------------------------------------------

WRITER = """
    import asyncio, sys, time
    from pathlib import Path
    from cnet_agent.store.sqlite import open_store
    from helpers.factories import make_task

    async def main():
        store, notice = await open_store(Path(sys.argv[1]), time.time)
        assert notice is None, notice
        number = int(sys.argv[2])

        async def put(number):
            await store.put(make_task(number))
            sys.stdout.write(f"{number}\\n")
            sys.stdout.flush()

        while True:
            await asyncio.gather(*(put(number + n) for n in range(8)))
            number += 8

    asyncio.run(main())
"""


@pytest.mark.integration
async def test_kill_9_loses_nothing_that_was_acknowledged(path: Path) -> None:
    acknowledged: set[int] = set()
    for round_number in range(5):
        start = round_number * 1_000_000 + 1
        with python_process(WRITER, str(path), str(start)) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(50 + 37 * round_number)]
            process.send_signal(signal.SIGKILL)
            lines += process.stdout.readlines()
        acknowledged |= {int(line) for line in lines if line.endswith("\n")}
    store = await reopened(path)
    kept = set()
    page = await store.find(TaskQuery(limit=1000))
    while page.tasks:
        kept |= {task.id for task in page.tasks}
        page = await store.find(TaskQuery(limit=1000, after=page.tasks[-1].id))
    await store.close()
    assert len(acknowledged) > 500
    assert {make_id(number) for number in acknowledged} <= kept


async def test_a_page_of_ten_thousand_tasks_costs_about_as_much_as_one_of_a_hundred(
    tmp_path: Path,
) -> None:
    seconds = {}
    for count in (100, 10_000):
        store, _ = await open_store(tmp_path / f"{count}.db", lambda: EPOCH)
        tasks = [make_task(number, phase=Phase.SUCCEEDED) for number in range(1, count + 1)]
        await asyncio.gather(*(store.put(task) for task in tasks))
        await store.find(TaskQuery())
        runs = []
        for _ in range(20):
            began = time.perf_counter()
            page = await store.find(TaskQuery())
            runs.append(time.perf_counter() - began)
            assert (len(page.tasks), page.total) == (100, count)
        seconds[count] = min(runs)
        await store.close()
    assert seconds[10_000] < 4 * seconds[100]


def python_process(code: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        env={**os.environ, "PYTHONPATH": ROOTS},
        stdout=subprocess.PIPE,
        text=True,
    )


def run_python(code: str, *arguments: str) -> None:
    with python_process(code, *arguments) as process:
        assert process.wait(50) == 0
