"""The audit log on disk."""

import logging
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cnet_agent.config.schema import LoggingSettings
from cnet_agent.runtime.audit import AuditLog, AuditQuery
from cnet_agent.runtime.audit.repeats import WINDOW
from cnet_agent.wire.audit import AuditEntry
from helpers.factories import EPOCH
from helpers.waiting import until

SMALL = LoggingSettings(max_size=2000, backups=2)


def entry(second: float = 0.0, who: str = "local", **fields: object) -> AuditEntry:
    return AuditEntry.model_validate(
        {"at": EPOCH + second, "action": "request", "who": who, **fields}
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "audit.jsonl"


@pytest.fixture
async def log(path: Path) -> AsyncIterator[AuditLog]:
    log = AuditLog(path, LoggingSettings())
    log.start()
    yield log
    await log.close()


async def read(log: AuditLog, **query: object) -> list[float]:
    found = await log.read(AuditQuery(**query))  # type: ignore[arg-type]
    return [each.at - EPOCH for each in found.entries]


async def test_what_was_written_is_read_newest_first(log: AuditLog) -> None:
    for second in range(5):
        log.write(entry(second))
    assert await read(log) == [4, 3, 2, 1, 0]


async def test_a_query_is_about_a_time_and_a_person(log: AuditLog) -> None:
    for second in range(10):
        log.write(entry(second, "abc" if second % 2 else "local", name="ci" if second == 3 else ""))
    assert await read(log, since=EPOCH + 7) == [9, 8, 7]
    assert await read(log, until=EPOCH + 2) == [2, 1, 0]
    assert await read(log, who="abc") == [9, 7, 5, 3, 1]
    assert await read(log, who="ci") == [3]
    page = await log.read(AuditQuery(limit=3))
    assert (len(page.entries), page.more) == (3, True)
    assert not (await log.read(AuditQuery(limit=10))).more


async def test_files_are_rotated_and_read_together(path: Path) -> None:
    log = AuditLog(path, SMALL)
    log.start()
    for second in range(1000):
        log.write(entry(second))
    found = await read(log, limit=1000)
    await log.close()
    assert found == [float(999 - number) for number in range(len(found))]
    files = sorted(file.name for file in path.parent.iterdir())
    assert files == ["audit.jsonl", "audit.jsonl.1", "audit.jsonl.2"]
    assert all(file.stat().st_size <= 2000 for file in path.parent.iterdir())


async def test_the_next_agent_goes_on_in_the_same_file(path: Path) -> None:
    for second in range(2):
        log = AuditLog(path, LoggingSettings())
        log.start()
        log.write(entry(second))
        await log.close()
    assert len(path.read_text().splitlines()) == 2


async def test_a_line_that_was_cut_short_is_passed_over(log: AuditLog, path: Path) -> None:
    path.write_text('{"at": "2026-09-21T14:1\n')
    log.write(entry(1))
    assert await read(log) == [1]


async def test_a_flood_of_refusals_is_two_lines(path: Path) -> None:
    log = AuditLog(path, LoggingSettings())
    log.start()
    for second in range(5000):
        log.write(entry(second, "unknown", status=401), counted=True)
    await log.close()
    assert len(path.read_text().splitlines()) == 2
    assert '"repeated":4999' in path.read_text()


async def test_a_window_ends_by_itself_and_under_a_flood(path: Path) -> None:
    now = 0.0
    log = AuditLog(path, LoggingSettings(), clock=lambda: now)
    log.start()
    for second in range(3):
        log.write(entry(second, "unknown", status=401), counted=True)
    assert len(await read(log)) == 1
    now = WINDOW
    log.write(entry(3, "unknown", status=401), counted=True)
    await until(lambda: len(path.read_text().splitlines()) == 3)
    await log.close()


async def test_a_disk_that_takes_nothing_costs_entries_and_no_request(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    folder = tmp_path / "logs"
    log = AuditLog(folder / "audit.jsonl", LoggingSettings())
    log.start()
    for second in range(3):
        log.write(entry(second))
    await until(lambda: log.lost == 3)
    folder.mkdir()
    log.write(entry(3))
    assert await read(log) == [3]
    assert caplog.text.count("cannot be written") == 1
    assert "3 entries are lost" in caplog.text
    await log.close()


async def test_where_the_writer_cannot_keep_up_entries_are_counted_as_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.runtime.audit.log.WAITING", 10)
    log = AuditLog(path, LoggingSettings())
    for second in range(15):  # it has not begun to write
        log.write(entry(second))
    assert log.lost == 5
    log.start()
    await log.close()
    assert log.written == 10
    assert "audit" not in [thread.name for thread in threading.enumerate()]
    figures = {family.name: family.values[0][1] for family in log.families()}
    assert figures == {"cnet_audit_entries": 10, "cnet_audit_lost_entries": 5}
