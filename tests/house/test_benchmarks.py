"""The benchmarks compare as they say, and their page shows what was found."""

import importlib
from collections.abc import Callable

import pytest

from _harness import gate, report, rows
from _harness.gate import Gate
from _harness.peers import Missing
from _harness.percentiles import percentiles
from _harness.rounds import Figures, Result, compare, interleave
from _harness.rows import Row
from helpers.tree import ROOT

NAMES = sorted(path.stem for path in (ROOT / "benchmarks").glob("*.py") if path.stem[0] != "_")


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> Gate:
    monkeypatch.setattr(gate, "busy_percent", lambda seconds: 0.0)
    return Gate(patience=0)


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Gate:
    monkeypatch.setattr(gate, "busy_percent", lambda seconds: 50.0)
    return Gate(patience=0)


def row(ours: list[float], theirs: list[float], bar: rows.Bar | None = None) -> Row:
    results = {
        "ours": Result([{"rate": value} for value in ours]),
        "theirs": Result([{"rate": value} for value in theirs]),
    }
    return compare(results, "tasks", "/s", "ours", "theirs", "rate", bar=bar)


@pytest.mark.parametrize("name", NAMES)
def test_each_benchmark_can_be_run_by_its_name(name: str) -> None:
    assert callable(importlib.import_module(name).measure)


def test_contenders_are_measured_in_turn(quiet: Gate) -> None:
    order: list[str] = []

    def contender(name: str) -> Callable[[], Figures]:
        def measure() -> Figures:
            order.append(name)
            return {"rate": 1.0}

        return measure

    interleave({"a": contender("a"), "b": contender("b")}, 2, quiet)
    assert order == ["a", "b", "a", "b"]


def test_a_ratio_is_of_figures_of_the_same_round() -> None:
    """The second round was twice as slow for both, which changes neither's ratio."""
    assert row([100, 50, 100], [50, 25, 50]).ratio == 2


def test_a_peer_that_cannot_be_had_is_a_row_that_says_so(quiet: Gate) -> None:
    def missing() -> Figures:
        raise Missing("not installed: apt install it")

    results = interleave({"ours": lambda: {"rate": 3.0}, "theirs": missing}, 2, quiet)
    found = compare(results, "tasks", "/s", "ours", "theirs", "rate")
    assert (found.ours, found.theirs, found.ratio) == (3.0, None, None)
    assert "not installed: apt install it" in found.cells()


def test_a_contender_that_fails_costs_nothing_but_its_round(
    quiet: Gate, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = iter([2.0, None, 4.0])

    def failing_once() -> Figures:
        if (rate := next(figures)) is None:
            raise OSError("no such thing")
        return {"rate": rate}

    results = interleave({"ours": lambda: {"rate": 4.0}, "theirs": failing_once}, 3, quiet)
    found = compare(results, "tasks", "/s", "ours", "theirs", "rate")
    assert (found.theirs, found.ratio, found.missing) == (3.0, 1.5, "")
    assert "failed: no such thing" in capsys.readouterr().err


def test_a_contender_that_always_fails_is_a_row_that_says_how(quiet: Gate) -> None:
    def failing() -> Figures:
        raise OSError("no such thing")

    results = interleave({"ours": lambda: {"rate": 3.0}, "theirs": failing}, 2, quiet)
    found = compare(results, "tasks", "/s", "ours", "theirs", "rate")
    assert (found.ours, found.missing) == (3.0, "failed: no such thing")


def test_a_machine_that_never_becomes_quiet_is_measured_and_marked(busy: Gate) -> None:
    results = interleave({"ours": lambda: {"rate": 3.0}, "theirs": lambda: {"rate": 1.0}}, 1, busy)
    found = compare(results, "tasks", "/s", "ours", "theirs", "rate")
    assert (found.noisy, found.ratio, found.cells()[-1]) == (True, 3.0, "~")


@pytest.mark.parametrize(
    ("bar", "said", "met"),
    [
        (rows.ratio_at_least(0.7), "≥ 0.7 ×", "yes"),
        (rows.ratio_at_least(0.9), "≥ 0.9 ×", "**no**"),
        (rows.at_most(100), "≤ 100 /s", "yes"),
        (rows.at_most(50), "≤ 50 /s", "**no**"),
    ],
)
def test_a_bar_is_of_the_ratio_or_of_our_own_figure(bar: rows.Bar, said: str, met: str) -> None:
    assert row([80], [100], bar).cells()[-2:] == (said, met)


def test_nothing_is_judged_by_a_figure_that_is_missing() -> None:
    assert row([80], [], rows.ratio_at_least(0.7)).cells()[-2:] == ("≥ 0.7 ×", "")


def test_figures_have_the_digits_that_mean_something() -> None:
    figures = [rows.figure(value, "ms") for value in (1234.5, 12.34, 1.234, 0.01234)]
    assert figures == ["1,234 ms", "12.3 ms", "1.23 ms", "0.012 ms"]


def test_percentiles_are_values_that_were_seen() -> None:
    assert percentiles("x", [5.0, 1.0, 3.0]) == {"x_p50": 3.0, "x_p99": 5.0}


def test_a_report_is_read_back_as_it_was_kept() -> None:
    kept = report.Report(
        "launching", "2026-11-25", "a machine", 3, (row([1], [2], rows.at_most(5)),)
    )
    assert report.Report.read(kept.line()) == kept


def test_the_page_shows_the_reports_that_are_kept() -> None:
    assert report.PAGE.read_text(encoding="utf-8") == report.page(report.kept()), (
        "run python benchmarks --write"
    )
