"""Brings the logs of several sources into one view, in the order of time."""

import asyncio
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.client.backoff import delays
from cnet_agent.client.follow import LogGap, LogInterrupted, follow_log
from cnet_agent.model.errors import AgentError, Unreachable
from cnet_agent.model.log_level import Level
from cnet_agent.wire.log_search import OWN, FoundLine, LogSearchView
from cnet_agent.wire.task import LogRecord
from cnet_ui.agent_words import error_text
from cnet_ui.models.log_lines import Line, Note, Source, Sourced
from cnet_ui.models.log_merge import HOLD, LogMerge
from cnet_ui.models.log_sources import LogSources
from cnet_ui.pages.log_wishes import LogWishes, Wish
from cnet_ui.session import AgentSession
from cnet_ui.widgets.log_view import LogView

translate = QCoreApplication.translate


FIRST = 2000  # lines to begin with
MORE = 1000  # lines at a time, further back
PACE = 0.1  # seconds between two looks at what came
LOOK = 2.0  # seconds between two looks at the agent's own log


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants to see; with a text, all that was found, and nothing follows."""

    sources: tuple[Source, ...] = ()
    since: float | None = None  # Unix seconds
    levels: tuple[Level, ...] = ()  # of what is searched; all if empty
    grep: str = ""


async def show_merged(
    session: AgentSession, known: LogSources, asked: Asked, view: LogView
) -> None:
    """Show what is asked for in ``view`` until cancelled."""
    log = MergedLog(session, known, asked, view)
    try:
        await log.run()
    except AgentError as error:
        view.show_empty(error_text(error))
        view.set_live(False, translate("merged_log", "The search did not work."))
        raise
    finally:
        log.wishes.let_go()


class MergedLog:
    """The logs of several sources in one view."""

    def __init__(
        self, session: AgentSession, known: LogSources, asked: Asked, view: LogView
    ) -> None:
        self._session = session
        self._known = known
        self._asked = asked
        self._view = view
        self._merge = LogMerge()
        self._last: dict[str, tuple[int, ...]] = {}  # the newest place that was shown, by source
        self._next: str | None = None  # where earlier lines go on
        self.wishes = LogWishes(view)

    async def run(self) -> None:
        """Show the newest lines and what comes, and serve the view, for ever."""
        await self.wishes.serve(self._show_end, self._fulfil)

    async def _fulfil(self, wish: Wish) -> bool:
        if wish == "earlier":
            await self._show_earlier()
        return wish == "earlier"

    # -- reading ------------------------------------------------------------------------------

    async def _show_end(self) -> None:
        view, asked = self._view, self._asked
        view.clear()
        self._merge.clear()
        self._last.clear()
        if not asked.sources and not asked.grep:
            view.set_live(False, translate("merged_log", "Nothing is chosen."))
            view.show_empty(translate("merged_log", "Choose at the left whose lines to show."))
            return
        view.show_empty(
            translate("merged_log", "Searching…")
            if asked.grep
            else translate("merged_log", "Reading the logs…")
        )
        running = [] if asked.grep else [each for each in asked.sources if self._is_open(each.id)]
        # Where following begins is asked for first, or lines between would be missed.
        places = {source.id: await self._end_of(source.id) for source in running}
        page = await self._search(FIRST)
        self._take_page(page)
        view.set_live(
            bool(running) or (not asked.grep and any(s.id in OWN for s in asked.sources)),
            self._found_sentence() if asked.grep else "",
        )
        view.add(self._lines_of(page))
        view.show_empty(
            translate("merged_log", "No line was found.")
            if asked.grep
            else translate("merged_log", "There are no lines yet.")
        )
        pumping = asyncio.ensure_future(self._pump())
        try:
            async with asyncio.TaskGroup() as group:
                for source in running:
                    group.create_task(self._follow(source, places[source.id]))
                for source in asked.sources:
                    if source.id in OWN and not asked.grep:
                        group.create_task(self._look_again(source))
            await asyncio.sleep(HOLD + 2 * PACE)  # for the last lines
        finally:
            pumping.cancel()
        if running:
            view.set_live(False, translate("merged_log", "All of these tasks have ended."))

    async def _pump(self) -> None:
        while True:
            await asyncio.sleep(PACE)
            lines = self._merge.take(time.monotonic())
            if lines:
                self._view.add(lines)

    async def _follow(self, source: Source, cursor: str | None) -> None:
        view = self._view
        try:
            async for item in follow_log(self._session.client, source.id, cursor=cursor):
                match item:
                    case LogGap(lost):
                        sentence = translate("merged_log", "{name}: {lost} lines were skipped.")
                        view.note(sentence.format(name=source.name, lost=f"{lost:,}"))
                    case LogInterrupted():
                        sentence = translate(
                            "merged_log", "{name}: the agent does not answer; the log goes on."
                        )
                        view.note(sentence.format(name=source.name))
                    case records:
                        self._take(source, records)
        except AgentError as error:
            view.note(f"{source.name}: {error_text(error)}")

    async def _look_again(self, source: Source) -> None:
        """Ask again and again for what a log of the agent's has more; it cannot be followed."""
        since = time.time() - LOOK
        while True:
            await asyncio.sleep(LOOK)
            before, since = since, time.time() - LOOK
            try:
                page = await self._session.client.search_logs(
                    sources=[source.id], since=before - LOOK, limit=MORE
                )
            except AgentError:
                since = before
                continue
            self._take(source, [_record(line) for line in reversed(page.lines)])

    def _take(self, source: Source, records: Iterable[LogRecord]) -> None:
        """Take records of a source that were not shown already."""
        last = self._last.get(source.id, ())
        new = [record for record in records if _place(record.cursor) > last]
        if new:
            self._last[source.id] = _place(new[-1].cursor)
            self._merge.add([Sourced(record, source) for record in new], time.monotonic())

    async def _end_of(self, task_id: str) -> str | None:
        for wait in delays():
            try:
                return (await self._session.client.log(task_id, tail=0)).cursor
            except Unreachable:
                await asyncio.sleep(wait)
        raise AssertionError("delays never end")

    async def _search(self, limit: int, before: str | None = None) -> LogSearchView:
        asked = self._asked
        for wait in delays():
            try:
                return await self._session.client.search_logs(
                    sources=[source.id for source in asked.sources],
                    levels=asked.levels,
                    since=asked.since,
                    grep=asked.grep,
                    limit=limit,
                    before=before,
                )
            except Unreachable:
                await asyncio.sleep(wait)
        raise AssertionError("delays never end")

    async def _show_earlier(self) -> None:
        if self._next is None or self._view.buffer.is_full:
            self._view.show_earlier((), has_more=False)
            return
        page = await self._search(MORE, self._next)
        self._next = page.next
        lines = self._lines_of(page)
        if page.next is not None and self._view.buffer.held + len(lines) >= self._room:
            sentence = translate(
                "merged_log", "Earlier lines are not shown; choose fewer sources for them."
            )
            lines.insert(0, Note(sentence))
            self._next = None
        self._view.show_earlier(lines, has_more=self._next is not None)
        if self._asked.grep:
            self._view.set_live(False, self._found_sentence())

    def _found_sentence(self) -> str:
        if self._next is None:
            return translate("merged_log", "These are all that were found.")
        return translate("merged_log", "These are the newest that were found.")

    @property
    def _room(self) -> int:
        return self._view.buffer.room - MORE

    def _take_page(self, page: LogSearchView) -> None:
        self._next = page.next
        for line in page.lines:
            self._last.setdefault(line.source, _place(line.cursor))
        self._view.set_earlier(can_load=page.next is not None)

    def _lines_of(self, page: LogSearchView) -> list[Line]:
        chosen = {source.id: source for source in self._asked.sources}
        return [
            Sourced(
                _record(line),
                chosen.get(line.source) or self._known.found(line.source, line.name),
            )
            for line in reversed(page.lines)
        ]

    def _is_open(self, source_id: str) -> bool:
        task = self._session.tasks.get(source_id)
        return task is not None and not task.phase.is_final


def chosen_ids(sources: Sequence[Source]) -> list[str]:
    """Return the ids of tasks among sources."""
    return [source.id for source in sources if source.id not in OWN]


def _record(line: FoundLine) -> LogRecord:
    return LogRecord.model_construct(
        cursor=line.cursor,
        time=line.time,
        stream=line.stream or "stdout",
        line=line.line,
    )


def _place(cursor: str) -> tuple[int, ...]:
    return tuple(int(part) for part in cursor.split(":") if part.isdecimal())
