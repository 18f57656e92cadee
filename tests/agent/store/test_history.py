"""The node's history: asked, written, found again."""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

from cnet_agent.store.history import UNWRITTEN, History, open_history
from cnet_agent.store.levels import WIDTH
from cnet_agent.store.writer import Writer
from cnet_agent.wire.node import CpuUsage, HistoryView, NodeUsage
from helpers.factories import EPOCH
from helpers.waiting import until


def sample(second: float, percent: float = 50.0) -> NodeUsage:
    cpu = CpuUsage(percent=percent, per_core=[percent], load=[0.0, 0.0, 0.0])
    return NodeUsage(timestamp=EPOCH + second, cpu=cpu)


async def opened(path: Path, second: float = 0.0) -> History:
    history, notice = await open_history(path, lambda: EPOCH + second, 1.0)
    assert notice is None
    return history


def values(view: HistoryView, name: str = "cpu") -> list[float]:
    return [value for value in view.series[name] if value is not None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
async def history(path: Path) -> AsyncIterator[History]:
    made = await opened(path)
    yield made
    await made.close()


async def test_what_was_just_added_is_there_at_once(history: History) -> None:
    history.add(sample(1, 12.5))
    view = await history.query(60, 100, EPOCH + 1)
    assert view.interval == 1.0
    assert view.timestamps == [EPOCH + 1]
    assert view.series["cpu"] == [12.5]
    assert view.series["memory"] == [None]


async def test_a_query_is_about_its_window_only(history: History) -> None:
    for second in range(100):
        history.add(sample(second, second))
    view = await history.query(10, 100, EPOCH + 99)
    assert values(view) == [float(n) for n in range(89, 100)]


async def test_a_longer_window_is_answered_in_a_coarser_resolution(
    history: History,
) -> None:
    for second in range(7200):
        history.add(sample(second, 100.0 if second == 777 else 10.0))
    intervals = {}
    for window in (3600, 86_400, 7 * 86_400, 90 * 86_400):
        view = await history.query(window, 600, EPOCH + 7200)
        intervals[window] = view.interval
        assert len(view.timestamps) <= 720
        assert (100.0 in values(view)) == (window > 3600)  # the hour does not reach so far back
    assert list(intervals.values()) == [1, 10, 60, 900]


async def test_a_new_life_begins_where_the_old_one_ended(path: Path) -> None:
    history = await opened(path)
    for second in range(1000):
        history.add(sample(second, second % 100))
    before = await history.query(3600, 5000, EPOCH + 1000)
    coarse = await history.query(86_400, 5000, EPOCH + 1000)
    await history.close()
    history = await opened(path, second=1000)
    assert await history.query(3600, 5000, EPOCH + 1000) == before
    assert await history.query(86_400, 5000, EPOCH + 1000) == coarse
    await history.close()


async def test_the_newest_time_of_an_earlier_life_is_told_whatever_the_date_is_now(
    path: Path,
) -> None:
    history = await opened(path)
    assert history.newest is None
    for second in range(1000):
        history.add(sample(second))
    await history.close()
    for now in (1000, -1000, 1e9):
        history = await opened(path, second=now)
        assert history.newest == EPOCH + 999
        await history.close()


async def test_the_time_without_an_agent_is_a_gap(path: Path) -> None:
    history = await opened(path)
    history.add(sample(1))
    await history.close()
    history = await opened(path, second=500)
    history.add(sample(500))
    view = await history.query(3600, 100, EPOCH + 500)
    assert view.series["cpu"] == [50.0, None, 50.0]
    await history.close()


async def test_samples_are_written_while_the_agent_runs(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.store.history.WRITE_EVERY", 0.01)
    history = await opened(path)
    history.add(sample(1))
    with closing(sqlite3.connect(path)) as connection:
        await until(lambda: connection.execute("SELECT count(*) FROM samples").fetchone() == (1,))
    await history.close()


async def test_what_is_too_much_leaves_the_file(path: Path) -> None:
    history = await opened(path)
    for second in range(8000):
        history.add(sample(second))
        if second % 500 == 0:
            await history._write(cast("Writer", history._writer))
    history._writes = 0  # its turn to tidy up
    await history.close()
    with closing(sqlite3.connect(path)) as connection:
        (oldest,) = connection.execute("SELECT min(at) FROM samples WHERE level = 0").fetchone()
    assert oldest == EPOCH + 8000 - 3600


async def test_a_clock_that_was_wrong_for_a_while_costs_nothing(path: Path) -> None:
    history = await opened(path)
    for second in range(2000):
        history.add(sample(second))
    before = await history.query(86_400, 5000, EPOCH + 1999)
    await history.close()
    for wrong in (-1e9, 1e9):  # without a battery, and by somebody's slip
        history = await opened(path, second=wrong)
        history.add(sample(wrong))
        await history.close()
    history = await opened(path, second=2000)
    history.add(sample(2000))
    after = await history.query(86_400, 5000, EPOCH + 2000)
    assert after.timestamps[: len(before.timestamps) - 2] == before.timestamps[:-2]
    await history.close()


async def test_a_clock_that_is_set_right_brings_back_what_it_hid(path: Path) -> None:
    history = await opened(path)
    for second in range(100):
        history.add(sample(second))
    await history.close()
    history = await opened(path, second=-1e9)
    history.add(sample(-1e9))
    assert len(values(await history.query(3600, 1000, EPOCH - 1e9))) == 1
    history.add(sample(100))
    assert len(values(await history.query(3600, 1000, EPOCH + 100))) == 101
    await history.close()


async def test_what_a_killed_agent_had_written_is_there(path: Path, tmp_path: Path) -> None:
    history = await opened(path)
    for second in range(1000):
        history.add(sample(second))
    await history._write(cast("Writer", history._writer))
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in path.parent.glob("history.db*"):  # as the files are, with nothing closed
        shutil.copy(file, killed / file.name)
    await history.close()
    again = await opened(killed / "history.db", second=1000)
    assert len(values(await again.query(3600, 5000, EPOCH + 1000))) == 1000
    assert len(again._levels.levels[1].times) == 99  # the last ten seconds are not over
    await again.close()


async def test_ninety_days_stay_small_in_memory_and_on_disk(path: Path) -> None:
    history = await opened(path)
    levels = history._levels.levels
    for level in levels[1:]:  # full, as after ninety days
        step = level.resolution.step
        for number in range(level.most + 10):
            at = EPOCH + number * step
            level.append(at, [50.0] * WIDTH)
            history._keep(levels.index(level), at, [50.0] * WIDTH, None)
            if len(history._unwritten) > UNWRITTEN:
                await history._write(cast("Writer", history._writer))
    for second in range(5000):
        history.add(sample(90 * 86_400 + second))
        if second % 1000 == 0:
            await history._write(cast("Writer", history._writer))
    history._writes = 0
    await history.close()
    memory = sum(len(level.values) * 4 + len(level.times) * 8 for level in levels)
    assert memory < 4_000_000
    assert path.stat().st_size < 8_000_000
    with closing(sqlite3.connect(path)) as connection:
        counted = connection.execute("SELECT count(*) FROM samples GROUP BY level").fetchall()
    assert all(count <= 1.1 * level.most for (count,), level in zip(counted, levels, strict=True))


async def test_a_clock_that_is_set_back_does_not_stop_the_history(path: Path) -> None:
    history = await opened(path)
    for second in (*range(100), *range(50, 70)):
        history.add(sample(second, 99.0 if second == 80 else 1.0))
    view = await history.query(3600, 1000, EPOCH + 70)
    assert view.timestamps == [EPOCH + second for second in range(70)]
    await history.close()
    history = await opened(path, second=70)
    assert await history.query(3600, 1000, EPOCH + 70) == view
    coarse = await history.query(86_400, 1000, EPOCH + 70)
    assert max(values(coarse)) == 1.0
    await history.close()


async def test_samples_of_the_future_are_not_read(path: Path) -> None:
    history = await opened(path)
    history.add(sample(1))
    history.add(sample(1000))
    await history.close()
    history = await opened(path, second=2)
    history.add(sample(2))
    view = await history.query(3600, 100, EPOCH + 2)
    assert view.timestamps == [EPOCH + 1, EPOCH + 2]
    await history.close()


async def test_a_damaged_file_is_moved_aside(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)
    history, notice = await open_history(path, lambda: EPOCH, 1.0)
    assert notice is not None
    assert "resource history was damaged" in notice
    history.add(sample(1))
    await history.close()
    history = await opened(path, second=2)
    assert values(await history.query(60, 100, EPOCH + 2)) == [50.0]
    await history.close()


async def test_where_no_file_can_be_it_is_kept_in_memory(path: Path) -> None:
    history, notice = await open_history(path / "nowhere" / "history.db", lambda: EPOCH, 1.0)
    assert notice is not None
    assert "in memory only" in notice
    history.add(sample(1))
    assert values(await history.query(60, 100, EPOCH + 1)) == [50.0]
    await history.close()


async def test_a_full_disk_loses_nothing_that_it_will_have_room_for(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    history = await opened(path)
    writer = history._writer
    assert writer is not None
    writer._connection.execute("PRAGMA query_only = ON")
    for second in range(20):
        history.add(sample(second))
        await history._write(writer)
    writer._connection.execute("PRAGMA query_only = OFF")
    await history.close()
    warnings = [record.getMessage() for record in caplog.records]
    assert [text.startswith("The resource history cannot be written") for text in warnings] == [
        True
    ]
    history = await opened(path, second=20)
    assert len(values(await history.query(60, 100, EPOCH + 20))) == 20
    await history.close()
