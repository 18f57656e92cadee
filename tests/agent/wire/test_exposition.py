"""Figures as text, read back by Prometheus's own parsers."""

import math

import pytest

from cnet_agent.wire.exposition import (
    Family,
    Histogram,
    accepts_open,
    counter,
    gauge,
    render,
)
from helpers.exposition import lint, parsed, value

HISTOGRAM = Family("took_seconds", "histogram", "How long.")
HISTOGRAM.add(Histogram((0.5, 1.0), (2, 1, 1), 7.25), route="/a")
PLACES = gauge("free_bytes", 'Space in "places"\\ of\nall kinds.')
PLACES.add(1, place='a "quoted"\nplace\\')
PLACES.add(2.5, place="ü")
ALL = [counter("seen", "Seen.", 3), PLACES, HISTOGRAM, gauge("nothing", "Nothing.")]


@pytest.mark.parametrize("openmetrics", [False, True])
def test_the_parsers_read_what_was_written(openmetrics: bool) -> None:
    families = parsed(render(ALL, openmetrics=openmetrics), openmetrics=openmetrics)
    assert set(families) == {"seen", "free_bytes", "took_seconds"}
    assert value(families, "seen_total") == 3
    assert value(families, "free_bytes", place='a "quoted"\nplace\\') == 1
    assert value(families, "free_bytes", place="ü") == 2.5
    assert value(families, "took_seconds_bucket", route="/a", le="0.5") == 2
    assert value(families, "took_seconds_bucket", route="/a", le="1.0") == 3
    assert value(families, "took_seconds_bucket", route="/a", le="+Inf") == 4
    assert value(families, "took_seconds_count", route="/a") == 4
    assert value(families, "took_seconds_sum", route="/a") == 7.25
    assert [families[name].type for name in families] == ["counter", "gauge", "histogram"]
    assert lint(families.values()) == []


def test_help_texts_come_back_in_the_plain_format() -> None:
    families = parsed(render(ALL))
    assert families["free_bytes"].documentation == 'Space in "places"\\ of\nall kinds.'


def test_only_openmetrics_has_an_end() -> None:
    assert render([], openmetrics=True) == "# EOF\n"
    assert "EOF" not in render(ALL)


def test_infinity_has_the_name_that_prometheus_knows() -> None:
    families = parsed(render([gauge("far", "Far.", math.inf)]))
    assert value(families, "far") == math.inf


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", False),
        ("*/*", False),
        ("text/plain;version=0.0.4;q=0.5,*/*;q=0.1", False),
        ("application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.4", True),
        ("text/plain, application/openmetrics-text", True),
        ("application/openmetrics-text;q=0, text/plain", False),
    ],
)
def test_openmetrics_is_for_those_who_ask_for_it(accept: str, wanted: bool) -> None:
    assert accepts_open(accept) is wanted
