"""What else is bounded in a data directory."""

import time
from pathlib import Path

from cnet_agent.config.schema import TaskSettings
from cnet_agent.model.errors import Conflict
from cnet_agent.runtime.environments import Environments
from cnet_agent.runtime.tidying import COPIES, COPIES_FOR, Tidying, remove_copies
from cnet_agent.wire.node import EnvironmentInfo
from helpers.factories import EPOCH


def make_copy(root: Path, name: str) -> Path:
    path = root / name
    path.write_bytes(b"x")
    path.with_name(f"{name}-wal").write_bytes(b"x")
    return path


def test_the_newest_copies_of_each_database_stay(tmp_path: Path) -> None:
    names = [f"agent.db.corrupt-2026012{day}T000000Z" for day in range(5)]
    for name in names:
        make_copy(tmp_path, name)
    other = make_copy(tmp_path, "history.db.corrupt-20260101T000000Z")
    (tmp_path / "agent.db").write_bytes(b"x")
    assert sorted(remove_copies(tmp_path, 3, 0.0)) == names[:2]
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {
        "agent.db",
        *(name + end for name in (*names[2:], other.name) for end in ("", "-wal")),
    }


def test_old_copies_go_however_few(tmp_path: Path) -> None:
    make_copy(tmp_path, "agent.db.corrupt-20260101T000000Z")
    assert remove_copies(tmp_path, 3, time.time() - 1000) == []
    assert len(remove_copies(tmp_path, 3, time.time() + 1000)) == 1
    assert list(tmp_path.iterdir()) == []


class UsedAt(Environments):
    """Environments that were last used at given times."""

    def __init__(self, **used: float) -> None:
        self.used = used

    async def list(self) -> list[EnvironmentInfo]:
        return [
            EnvironmentInfo(
                id=name,
                python="/python",
                packages=[],
                size=1,
                created_at=0.0,
                last_used=at,
                seconds=1.0,
            )
            for name, at in self.used.items()
        ]

    async def delete(self, environment: str) -> None:
        if environment == "busy":
            raise Conflict("A task uses this environment.")
        del self.used[environment]


async def test_environments_that_nobody_uses_are_removed(tmp_path: Path) -> None:
    environments = UsedAt(old=EPOCH - 200, busy=EPOCH - 200, fresh=EPOCH - 50)
    settings = TaskSettings(keep_environments_for=100)
    await Tidying(tmp_path, environments, lambda: settings, lambda: EPOCH).tidy()
    assert set(environments.used) == {"busy", "fresh"}


async def test_without_clean_up_environments_stay(tmp_path: Path) -> None:
    environments = UsedAt(old=EPOCH - 200)
    settings = TaskSettings(keep_environments_for=100, cleanup=False)
    await Tidying(tmp_path, environments, lambda: settings, lambda: EPOCH).tidy()
    assert set(environments.used) == {"old"}


async def test_copies_are_bounded_by_the_round(tmp_path: Path) -> None:
    for day in range(COPIES + 2):
        make_copy(tmp_path, f"agent.db.corrupt-2026012{day}T000000Z")
    tidying = Tidying(tmp_path, UsedAt(), TaskSettings, lambda: time.time() + COPIES_FOR / 2)
    await tidying.tidy()
    assert len(list(tmp_path.glob("*Z"))) == COPIES
