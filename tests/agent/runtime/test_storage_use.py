"""What a data directory takes."""

import asyncio
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.runtime.storage_use import StorageUse, measure


def test_each_part_takes_what_lies_in_it(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    for path, size in (
        (layout.task("a").work / "result", 400_000),
        (layout.environments / "e" / "lib", 300_000),
        (layout.audit, 200_000),
        (layout.database, 100_000),
        (layout.database.with_name("agent.db-wal"), 100_000),
        (layout.presets / "own.yaml", 100_000),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * size)
    view = measure(layout)
    wanted = {
        "tasks": 400_000,
        "environments": 300_000,
        "logs": 200_000,
        "databases": 200_000,
        "other": 100_000,
    }
    assert {part: round(size, -5) for part, size in view.parts.items()} == {
        part: round(size, -5) for part, size in wanted.items()
    }
    assert view.path == str(tmp_path)
    assert 0 <= view.free <= view.total


async def test_many_who_ask_at_once_are_answered_by_one_look(tmp_path: Path) -> None:
    use = StorageUse()
    views = await asyncio.gather(*(use.measure(Layout(tmp_path)) for _ in range(5)))
    assert all(view is views[0] for view in views)
