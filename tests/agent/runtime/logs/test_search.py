"""Several logs at once, newest lines first."""

from itertools import count
from pathlib import Path

import pytest

from cnet_agent.model.errors import InvalidRequest
from cnet_agent.model.log_level import Level
from cnet_agent.runtime.logs.search import LogSearch, Source, search, stamp
from cnet_agent.wire.log_search import AGENT, LogSearchView
from helpers.cri_log import CriLog
from helpers.factories import EPOCH

NOW = EPOCH + 10_000


def task(folder: Path, name: str, *lines: tuple[float, str], ended: float | None = None) -> Source:
    log = CriLog(folder / name)
    for at, text in lines:
        log.now = EPOCH + at
        log.line(text)
    return Source(name, name.upper(), folder / name, EPOCH, ended)


def texts(view: LogSearchView) -> list[str]:
    return [line.line for line in view.lines]


def test_lines_of_several_tasks_come_newest_first(tmp_path: Path) -> None:
    one = task(tmp_path, "a", (1, "one"), (3, "three"))
    two = task(tmp_path, "b", (2, "two"), (4, "WARN four"))
    view = search([one, two], LogSearch(), NOW)
    assert texts(view) == ["WARN four", "three", "two", "one"]
    assert [line.source for line in view.lines] == ["b", "a", "b", "a"]
    newest = view.lines[0]
    assert (newest.name, newest.level, newest.stream) == ("B", Level.WARNING, "stdout")
    assert (view.more, view.next) == (False, None)


def test_a_task_whose_folder_is_gone_has_no_lines(tmp_path: Path) -> None:
    assert texts(search([Source("a", "a", tmp_path / "a")], LogSearch(), NOW)) == []


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_page_by_page_every_line_comes_once(tmp_path: Path, limit: int) -> None:
    sources = [
        task(tmp_path, name, *((at, f"{name}{at}") for at in range(first, 40, step)))
        for name, first, step in (("a", 0, 2), ("b", 1, 2), ("c", 0, 5))
    ]
    whole = texts(search(sources, LogSearch(), NOW))
    assert len(whole) == 48
    found: list[str] = []
    view = search(sources, LogSearch(limit=limit), NOW)
    while True:
        found += texts(view)
        if not view.more:
            break
        view = search(sources, LogSearch(limit=limit, before=view.next), NOW)
    assert found == whole


def test_lines_of_one_moment_come_once_as_well(tmp_path: Path) -> None:
    sources = [task(tmp_path, name, *((1, f"{name}{n}") for n in range(5))) for name in "ab"]
    first = search(sources, LogSearch(limit=4), NOW)
    second = search(sources, LogSearch(before=first.next), NOW)
    assert texts(first) + texts(second) == [f"{name}{n}" for name in "ba" for n in range(4, -1, -1)]


def test_a_clock_that_was_set_back_loses_no_line(tmp_path: Path) -> None:
    source = task(tmp_path, "a", (1, "a"), (9, "b"), (2, "c"), (3, "d"))
    first = search([source], LogSearch(limit=2), NOW)
    second = search([source], LogSearch(before=first.next), NOW)
    assert texts(first) + texts(second) == ["d", "c", "b", "a"]
    assert second.lines[0].time == stamp(EPOCH + 9)  # as it was written


def test_lines_are_chosen_by_level_time_and_pattern(tmp_path: Path) -> None:
    source = task(
        tmp_path, "a", (1, "INFO a"), (2, "ERROR b"), (3, "plain"), (4, "DEBUG d"), (5, "WARN e")
    )

    def found(**query: object) -> list[str]:
        return texts(search([source], LogSearch(**query), NOW))  # type: ignore[arg-type]

    assert found(levels=frozenset({Level.ERROR, Level.WARNING})) == ["WARN e", "ERROR b"]
    assert found(levels=frozenset({Level.INFO})) == ["plain", "INFO a"]
    assert found(since=EPOCH + 3) == ["WARN e", "DEBUG d", "plain"]
    assert found(until=EPOCH + 2) == ["ERROR b", "INFO a"]
    assert found(grep=r"^\w+ [ab]$") == ["ERROR b", "INFO a"]


def test_all_attempts_are_searched(tmp_path: Path) -> None:
    for attempt in (1, 2):
        log = CriLog(tmp_path, attempt)
        log.now = EPOCH + attempt
        log.line(f"attempt {attempt}")
    source = Source("a", "a", tmp_path, EPOCH)
    first = search([source], LogSearch(limit=1), NOW)
    assert texts(first) == ["attempt 2"]
    assert texts(search([source], LogSearch(before=first.next), NOW)) == ["attempt 1"]


def test_a_long_log_is_entered_where_the_time_is(tmp_path: Path) -> None:
    log = CriLog(tmp_path, segment=300_000, kept=1000)
    for second in range(3000):
        log.now = EPOCH + second
        log.lines([f"{second} {'x' * 150}"] * 3)
    source = Source("a", "a", tmp_path, EPOCH)
    for second in (0, 1, 777, 1500, 2999):
        view = search([source], LogSearch(until=EPOCH + second, limit=4), NOW)
        expected = [second, second, second, second - 1][: 3 if second == 0 else 4]
        assert [int(line.line.split()[0]) for line in view.lines] == expected


def test_a_task_that_ended_before_is_not_opened(tmp_path: Path) -> None:
    source = task(tmp_path, "a", (5000, "impossible"), ended=EPOCH + 10)
    assert texts(search([source], LogSearch(since=EPOCH + 1000), NOW)) == []


def test_a_search_whose_time_is_up_says_where_to_go_on(tmp_path: Path) -> None:
    source = task(tmp_path, "a", *((n, f"line {n}") for n in range(10)))
    found: list[str] = []
    rounds, before, more = 0, None, True
    while more:
        view = search(
            [source], LogSearch(grep="line 0", before=before), NOW, clock=count().__next__
        )
        found += texts(view)
        before, more, rounds = view.next, view.more, rounds + 1
    assert found == ["line 0"]
    assert rounds > 1


def test_a_pattern_that_would_take_for_ever_is_stopped(tmp_path: Path) -> None:
    source = task(tmp_path, "a", (1, "a" * 60 + "!"))
    with pytest.raises(InvalidRequest, match="takes too long"):
        search([source], LogSearch(grep=r"(?:a|aa)+$"), NOW)


@pytest.mark.parametrize("before", ["", "1:0:0", "x~a~1:0:0", "2026-01-28T19:00:02Z~../~1:0:0"])
def test_a_place_that_is_none_is_refused(tmp_path: Path, before: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        search([], LogSearch(before=before), NOW)
    assert caught.value.errors[0].loc == ("before",)


# -- the agent's own log ------------------------------------------------------------------------


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
    """Give the agent's log: two files, a traceback, in UTC."""
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    file = tmp_path / "agent.log"
    file.with_name("agent.log.1").write_text(
        "2026-01-28 18:00:00 - cnet_agent.agent - INFO - [agent.py:1] - begun\n"
    )
    file.write_text(
        "2026-01-28 19:00:00 - cnet_agent.agent - DEBUG - [agent.py:2] - ready\n"
        "2026-01-28 19:00:01 - cnet_agent.agent - ERROR - [agent.py:3] - it failed\n"
        "Traceback (most recent call last):\n"
        "OSError: no such thing\n"
    )
    return Source(AGENT, AGENT, file)


def test_the_agents_own_log_is_read_through_its_files(agent: Source) -> None:
    view = search([agent], LogSearch(), NOW + 1e8)
    assert [line.line.rsplit(" - ", 1)[-1] for line in view.lines] == [
        "OSError: no such thing",
        "Traceback (most recent call last):",
        "it failed",
        "ready",
        "begun",
    ]
    assert [line.level for line in view.lines] == [*[Level.ERROR] * 3, Level.DEBUG, Level.INFO]
    assert {line.stream for line in view.lines} == {None}
    assert view.lines[-1].time == "2026-01-28T18:00:00.000000Z"


def test_the_agents_own_log_is_paged_and_bounded_in_time(agent: Source) -> None:
    whole = texts(search([agent], LogSearch(), NOW + 1e8))
    found: list[str] = []
    before = None
    for _ in whole:
        view = search([agent], LogSearch(limit=1, before=before), NOW + 1e8)
        found += texts(view)
        before = view.next
    assert found == whole
    until = 1769626800.0  # 19:00:00
    assert texts(search([agent], LogSearch(until=until), NOW + 1e8)) == whole[-2:]


def test_a_record_longer_than_what_is_read_at_a_time_keeps_its_head(tmp_path: Path) -> None:
    file = tmp_path / "agent.log"
    body = "".join(f"  line {number:06}\n" for number in range(10_000))
    file.write_text(f"2026-01-28 19:00:01 - x - ERROR - [x.py:1] - it failed\n{body}")
    view = search([Source(AGENT, AGENT, file)], LogSearch(limit=20_000), NOW + 1e8)
    assert texts(view)[::-1][1:] == body.splitlines()
    assert {line.level for line in view.lines} == {Level.ERROR}


def test_an_agent_without_a_log_has_no_lines(tmp_path: Path) -> None:
    assert texts(search([Source(AGENT, AGENT, tmp_path / "agent.log")], LogSearch(), NOW)) == []


# -- the logs of the training service -----------------------------------------------------------


@pytest.fixture
def service(tmp_path: Path, agent: Source) -> Source:
    """Give the log of a service, over two days, the first of which needed a second file."""
    line = "2026-01-{} - TrainingWorker - {} - [worker.py:1] - {}\n"
    for name, text in (
        ("TrainingWorker_20260127.log.1", line.format("27 08:00:00", "INFO", "one")),
        ("TrainingWorker_20260127.log", line.format("27 09:00:00", "ERROR", "two")),
        ("TrainingWorker_20260128.log", line.format("28 08:00:00", "INFO", "three")),
        ("TrainingAgent_20260128.log", line.format("28 09:00:00", "INFO", "of another")),
        ("TrainingWorker_notes.log", "mine\n"),
    ):
        (tmp_path / name).write_text(text)
    return Source("TrainingWorker", "TrainingWorker", tmp_path)


def last_words(view: LogSearchView) -> list[str]:
    return [line.line.rsplit(" - ", 1)[-1] for line in view.lines]


def test_a_services_log_is_read_through_its_days(service: Source) -> None:
    assert last_words(search([service], LogSearch(), NOW + 1e8)) == ["three", "two", "one"]
    errors = LogSearch(levels=frozenset({Level.ERROR}))
    assert last_words(search([service], errors, NOW + 1e8)) == ["two"]


def test_a_services_log_is_paged_beside_the_agents(service: Source, agent: Source) -> None:
    both = [service, agent]
    whole = last_words(search(both, LogSearch(), NOW + 1e8))
    assert len(whole) == 8
    found: list[str] = []
    before = None
    for _ in whole:
        view = search(both, LogSearch(limit=1, before=before), NOW + 1e8)
        found += last_words(view)
        before = view.next
    assert found == whole
