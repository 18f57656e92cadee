import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from cnet_agent.model.phase import Phase
from cnet_agent.wire.log_search import AGENT
from cnet_agent.wire.sse import Frame
from cnet_ui.models.log_histogram import seconds_of
from cnet_ui.pages.logs import LogsPage
from cnet_ui.session import AgentSession
from helpers.console import connected, theme
from helpers.fake_agent import FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui

ONE, TWO, ENDED = make_view(1).id, make_view(2).id, make_view(3).id


@pytest.fixture
def agent() -> FakeAgent:
    agent = FakeAgent(
        make_view(1, name="one"), make_view(2, name="two"), make_view(3, Phase.FAILED, name="ended")
    )
    agent.write(ONE, "INFO one a", at=1)
    agent.write(TWO, "ERROR two b", at=2)
    agent.write(ONE, "one c", at=3)
    agent.write(ENDED, "ended d", at=4)
    agent.write(AGENT, "cnet_agent - INFO - ready", at=5)
    return agent


@asynccontextmanager
async def showing(agent: FakeAgent) -> AsyncIterator[LogsPage]:
    """Give a page that shows what runs."""
    theme()
    async with connected(agent) as session:
        page = LogsPage(session)
        page.resize(1000, 600)
        page.show()
        await until(lambda: lines(page))
        await until(lambda: len(agent.questions("log_frames")) == 2)
        try:
            yield page
        finally:
            page.close()
            page._reading.end()
            await asyncio.sleep(0)


def lines(page: LogsPage) -> list[str]:
    return [row.text for row in page.log.buffer.rows]


async def test_what_runs_is_shown_at_first_merged_by_time(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        await until(lambda: lines(page) == ["INFO one a", "ERROR two b", "one c"])
        assert [row.source.name for row in page.log.buffer.rows if row.source] == [
            "one",
            "two",
            "one",
        ]


async def test_new_lines_of_all_that_run_come_by_time(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        agent.write(TWO, "two e", at=8)
        agent.write(ONE, "one f", at=7)
        await until(lambda: lines(page)[-2:] == ["one f", "two e"])


async def test_a_line_that_was_found_and_followed_is_shown_once(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        again = agent.logs[ONE][-1]
        agent.frame(ONE, Frame("log", f"[{again.model_dump_json()}]", again.cursor))
        agent.write(ONE, "one g", at=9)
        await until(lambda: lines(page)[-1] == "one g")
        assert lines(page).count("one c") == 1


async def test_other_sources_are_chosen_with_a_click(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.sources.choose([ONE, TWO], on=False)
        page.sources.choose([ENDED, AGENT])
        await until(lambda: lines(page) == ["ended d", "cnet_agent - INFO - ready"])


async def test_sources_are_chosen_with_the_keyboard(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.filters.list.setCurrentIndex(page.filters.list.model().index(3, 0))
        QTest.keyClick(page.filters.list, Qt.Key.Key_Space)
        assert [source.name for source in page.sources.chosen] == ["ended", "two", "one"]
        QTest.keyClick(page.filters.list, Qt.Key.Key_Space)
        assert [source.name for source in page.sources.chosen] == ["two", "one"]


async def test_nothing_chosen_says_what_to_do(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.filters._clear.click()
        await until(lambda: page.log._empty.text() == "Choose at the left whose lines to show.")
        assert page.log._empty.isVisible()


async def test_levels_hide_lines(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        box = page.findChild(QCheckBox, "level-info")
        assert box is not None
        box.click()
        assert lines(page) == ["ERROR two b"]


async def test_all_logs_are_searched_for_a_text(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.sources.choose([ONE, TWO], on=False)
        page.filters._text.setText("D")
        QTest.keyClick(page.filters._text, Qt.Key.Key_Return)
        await until(lambda: lines(page) == ["ended d", "cnet_agent - INFO - ready"])
        names = [row.source.name for row in page.log.buffer.rows if row.source]
        assert names == [ENDED, "Agent"]  # as the agent names them
        asked = agent.questions("search_logs")[-1]
        assert (asked["grep"], asked["sources"]) == ("(?i)D", [])
        assert "These are all that were found." in page.log.foot._said.accessibleName()
        page.filters._text.clear()
        await until(lambda: lines(page) == [])


async def test_signs_of_patterns_are_searched_as_they_are(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.filters._text.setText("(a")
        QTest.keyClick(page.filters._text, Qt.Key.Key_Return)
        await until(lambda: page.log._empty.text() == "No line was found.")
        assert agent.questions("search_logs")[-1]["grep"] == r"(?i)\(a"


async def test_earlier_lines_of_all_sources_are_loaded(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        agent.write(ONE, *(f"one {number}" for number in range(2500)), at=10)
        page._soon.start()
        await until(lambda: len(lines(page)) == 2000)
        page.log.text.verticalScrollBar().setValue(5)
        page.log.text.verticalScrollBar().setValue(0)
        await until(lambda: len(lines(page)) == 2503)
        assert lines(page)[:3] == ["INFO one a", "ERROR two b", "one c"]


async def test_a_line_leads_to_its_task_and_the_agents_own_to_none(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        opened: list[str] = []
        page.open_task.connect(opened.append)
        page.log.source_opened.emit(ONE)
        page.log.source_opened.emit(AGENT)
        assert opened == [ONE]


async def test_one_task_alone_can_be_stopped_and_an_ended_one_run_again(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        assert not page._stop.isVisible()
        page.sources.choose([TWO], on=False)
        await until(page._stop.isVisible)
        page.sources.choose([ONE], on=False)
        page.sources.choose([ENDED])
        await until(page._again.isVisible)
        page._again.click()
        await until(lambda: [source.id for source in page.sources.chosen] == [make_view(1001).id])
        assert agent.questions("restart") == [ENDED]


async def test_what_is_chosen_stays_while_one_looks_at_another_page(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        page.sources.choose([TWO], on=False)
        page.hide()
        agent.write(ONE, "one h", at=9)
        page.show()
        await until(lambda: lines(page)[-1:] == ["one h"])
        assert [source.id for source in page.sources.chosen] == [ONE]


async def test_an_agent_that_goes_away_is_said_and_the_lines_stay(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        agent.go_away()
        await until(lambda: any("does not answer" in line for line in lines(page)))
        assert lines(page)[0] == "INFO one a"
        agent.come_back()


async def test_nothing_is_chosen_before_the_agent_was_heard(qapp: object) -> None:
    theme()
    session = AgentSession()
    page = LogsPage(session)
    page.show()
    assert page.sources.chosen == []
    page.close()


async def test_logs_that_come_to_their_end_say_so(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        for task_id in (ONE, TWO):
            agent.frame(task_id, Frame("end", "{}"))
        said = page.log.foot._said
        await until(lambda: "All of these tasks have ended." in said.accessibleName())


async def test_f3_goes_on_from_anywhere_on_the_page(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.activateWindow()
        page.log.bar.search.setText("one")
        await until(lambda: page.log.bar._found.accessibleName().endswith(" of 2"))
        before = page.log.bar._found.accessibleName()
        page.filters.list.setFocus()
        QTest.keyClick(page.filters.list, Qt.Key.Key_F3)
        assert page.log.bar._found.accessibleName() != before


async def test_a_bar_leads_to_the_lines_of_its_time(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        agent.write(ONE, *(f"one {number}" for number in range(200)), at=20)
        await until(lambda: lines(page)[-1] == "one 199")
        page._show_bars()
        page.bars.chosen.emit(seconds_of(page.log.buffer.rows[1].time))
        assert not page.log.following
        assert page.log.text.seen()[0] == 1


async def test_another_page_takes_over_what_is_chosen_asked_for_and_where_one_reads(
    qapp: object, agent: FakeAgent
) -> None:
    for number in range(200):
        agent.write(ONE, f"line {number}", at=5 + number / 10)
    async with showing(agent) as page:
        await until(lambda: lines(page)[-1:] == ["line 199"])
        page.sources.choose([TWO], on=False)
        page.sources.choose([AGENT])
        box = page.filters.findChild(QCheckBox, "level-debug")
        assert box is not None
        box.setChecked(False)
        page.filters._time.setCurrentIndex(4)
        page.filters._find.setText("on")
        await until(lambda: lines(page)[-1:] == ["line 199"])
        page.log.bar.search.setText("line 1")
        page.log.show_row(50)
        top = page.log.buffer.rows[50].text
        after = LogsPage(page._session)
        after.resize(1000, 600)
        after.take_over(page)
        after.show()
        try:
            assert [each.id for each in after.sources.chosen] == [AGENT, ONE]
            assert after.filters.levels == page.filters.levels
            assert after.filters.window_seconds is None
            assert after.filters._find.text() == "on"
            await until(lambda: lines(after)[-1:] == ["line 199"])
            await until(lambda: not after.log.following)
            await until(lambda: after.log.buffer.rows[after.log.text.seen()[0]].text == top)
            assert after.log.bar.search.text() == "line 1"
        finally:
            after.close()
            after._reading.end()
            await asyncio.sleep(0)


async def test_a_search_says_which_logs_it_looks_at(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        assert page.filters._text.placeholderText() == "Search the chosen logs"
        page.sources.choose([source.id for source in page.sources.chosen], on=False)
        assert page.filters._text.placeholderText() == "Search all logs"
        assert page.filters._text.accessibleName() == "Search all logs"
