"""Folders of tasks that the store does not know.

A task's record is written before its row; an agent that dies between the two leaves a folder whose
request was never answered. Nothing of it ever ran, and its client knows that it got no answer.
"""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Container, Sequence
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import Conflict
from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.orphans.orphan import SETTLED, Orphan
from cnet_agent.supervisor import record


class Folders:
    """Finds them in one data directory.

    Args:
        layout: the data directory.
        known: the ids of open tasks.
        stored: returns which of some ids the store has.
        discard: removes the files of a task.
    """

    def __init__(
        self,
        layout: Layout,
        known: Container[str],
        stored: Callable[[Sequence[str]], Awaitable[set[str]]],
        discard: Callable[[str], Awaitable[None]],
    ) -> None:
        self._layout = layout
        self._known = known
        self._stored = stored
        self._discard = discard

    async def find(self) -> list[Orphan]:
        """Return the folders that no task owns."""
        names = await asyncio.to_thread(self._settled)
        stored = await self._stored(names)
        strangers = [name for name in names if name not in stored and name not in self._known]
        return await asyncio.to_thread(self._judge_all, strangers)

    async def remove(self, orphan: Orphan) -> None:
        """Remove a folder, unless it has an owner or somebody at work in it."""
        name = orphan.key
        if name in self._known or await self._stored([name]):
            raise Conflict(Sentence("Its task is known again."))
        if await asyncio.to_thread(self._judge, name) is None:
            raise Conflict(Sentence("Somebody is at work in it, or it is gone."))
        await self._discard(name)

    def _settled(self) -> list[str]:
        now = time.time()
        names = []
        with os.scandir(self._layout.tasks) as entries:
            for entry in entries:
                try:
                    if entry.is_dir(follow_symlinks=False) and (
                        now - entry.stat(follow_symlinks=False).st_mtime >= SETTLED
                    ):
                        names.append(entry.name)
                except OSError:  # removed since
                    continue
        return names

    def _judge_all(self, names: Sequence[str]) -> list[Orphan]:
        judged = (self._judge(name) for name in names)
        return [orphan for orphan in judged if orphan is not None]

    def _judge(self, name: str) -> Orphan | None:
        folder = self._layout.task(name).root
        try:
            records = sorted(folder.glob("*.record"))
            if any(record.is_held(path) for path in records):
                return None
            ran = not all(record.read(path).never_ran for path in records)
            since = folder.stat().st_mtime
            unused = bool(records) or not any(folder.iterdir())
        except OSError:
            return None
        return Orphan(
            kind="task_folder",
            key=name,
            what=Sentence("Folder {folder} of a task", folder=Path(folder.parent.name, name)),
            why=(
                Sentence("It ran, but the task database does not know it.")
                if ran
                else Sentence("The task database does not know it, and nothing of it ever ran.")
            ),
            since=since,
            certain=not ran and unused,
            task_id=name,
            data_dir=str(self._layout.root),
        )
