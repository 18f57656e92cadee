"""What the folders of tasks take on disk. Blocking; runs in threads."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass

from cnet_agent.config.layout import Layout
from cnet_agent.supervisor.limits.sizes import running_size

SHARE = 4  # finished tasks get one part of so many of the file system they lie on


@dataclass(frozen=True, slots=True)
class TaskSizes:
    """Measures folders below one data directory, as the disk limit does."""

    layout: Layout

    def of(self, task_ids: Iterable[str]) -> dict[str, int]:
        """Return the bytes that each task takes: records, logs and its own directory."""
        roots = {task_id: self.layout.task(task_id).root for task_id in task_ids}
        return {each: max(running_size(str(root)), default=0) for each, root in roots.items()}

    def share(self) -> int:
        """Return the bytes that finished tasks get where the settings do not say."""
        return shutil.disk_usage(self.layout.tasks).total // SHARE
