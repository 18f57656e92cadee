"""What the parts of a data directory take on disk, measured when somebody asks."""

import asyncio
import shutil
import time
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.supervisor.limits.sizes import running_size
from cnet_agent.wire.node import StorageView

AGAIN = 2.0  # seconds for which a measurement is answered again


class StorageUse:
    """Measures one at a time, however many ask: it goes through all files."""

    def __init__(self) -> None:
        self._measuring = asyncio.Lock()
        self._last: tuple[float, StorageView] | None = None

    async def measure(self, layout: Layout) -> StorageView:
        """Return what the parts take.

        Raises:
            OSError: the data directory cannot be looked at.
        """
        async with self._measuring:
            now = time.monotonic()
            if self._last is None or now - self._last[0] >= AGAIN:
                view = await asyncio.to_thread(measure, layout)
                self._last = time.monotonic(), view
            return self._last[1]


def measure(layout: Layout) -> StorageView:
    """Return what the parts of a data directory take. Blocking.

    Raises:
        OSError: it cannot be looked at.
    """
    parts = dict.fromkeys(("tasks", "environments", "logs", "databases", "other"), 0)
    folders = {layout.tasks: "tasks", layout.environments: "environments", layout.logs: "logs"}
    databases = (layout.database.name, layout.history.name)
    for path in sorted(layout.root.iterdir()):
        is_database = path.name.startswith(databases)  # with its journal, and copies kept aside
        part = folders.get(path, "databases" if is_database else "other")
        parts[part] += _size(path)
    disk = shutil.disk_usage(layout.root)
    return StorageView(path=str(layout.root), parts=parts, total=disk.total, free=disk.free)


def _size(path: Path) -> int:
    if path.is_dir() and not path.is_symlink():
        return max(running_size(str(path)), default=0)
    return path.lstat().st_blocks * 512 if path.exists() else 0
