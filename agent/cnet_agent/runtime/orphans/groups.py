"""Control groups that were made for an attempt and hold nothing any more.

Every agent of a user may share the parent, so whose a group was cannot be told. An empty one that
is not new can be removed all the same: a group that somebody needs has a process in it.
"""

import asyncio
import os
import re
import time
from collections.abc import Callable, Collection, Container
from pathlib import Path

from cnet_agent.model.errors import Conflict
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.system_words import system_words
from cnet_agent.runtime.orphans.orphan import SETTLED, Orphan
from cnet_agent.supervisor.limits import cgroups

_NAME = re.compile(r"([0-9A-Fa-f-]{36})\.\d+")  # of an attempt


class Groups:
    """Finds them below ``parents``; ``known`` holds the ids of the agent's open tasks."""

    def __init__(self, parents: Callable[[], Collection[str]], known: Container[str]) -> None:
        self._parents = parents
        self._known = known

    async def find(self) -> list[Orphan]:
        """Return the groups that nobody needs."""
        found = await asyncio.to_thread(_empty_groups, self._parents())
        return [orphan for orphan in found if orphan.task_id not in self._known]

    async def remove(self, orphan: Orphan) -> None:
        """Remove a group, which the kernel does only while it is empty."""
        if orphan.task_id in self._known:
            raise Conflict(Sentence("Its task is known again."))
        try:
            await asyncio.to_thread(os.rmdir, orphan.key)
        except FileNotFoundError:
            return
        except OSError as error:
            raise Conflict(
                Sentence("It cannot be removed: {why}.", why=system_words(error))
            ) from None


def _empty_groups(parents: Collection[str]) -> list[Orphan]:
    found = []
    for parent in sorted(set(parents)):
        try:
            entries = list(os.scandir(parent))
        except OSError:
            continue
        for entry in entries:
            match = _NAME.fullmatch(entry.name)
            if match is None or not _is_idle(Path(entry.path)):
                continue
            try:
                since = entry.stat().st_ctime
            except OSError:
                continue
            if time.time() - since >= SETTLED:
                found.append(
                    Orphan(
                        kind="control_group",
                        key=entry.path,
                        what=Sentence("Control group {path}", path=entry.path),
                        why=Sentence(
                            "It was made for an attempt of a task and holds no process any more."
                        ),
                        since=since,
                        certain=True,
                        task_id=match[1],
                    )
                )
    return found


def _is_idle(group: Path) -> bool:
    """Tell whether a group holds neither processes nor groups."""
    if cgroups.members(str(group)):
        return False
    try:
        return not any(path.is_dir() for path in group.iterdir())
    except OSError:
        return False
