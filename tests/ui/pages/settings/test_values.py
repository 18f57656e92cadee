"""Settings as text and back, and what is wrong with them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.config.fields import FIELDS
from cnet_agent.model.quantities import MAX_INTEGER, parse_duration, parse_size
from cnet_ui.pages.settings.values import (
    Kind,
    bounds_of,
    choices_of,
    exact_duration,
    exact_size,
    kind_of,
    problem,
    text_of,
    value_of,
)

DEFAULTS: dict[str, Any] = {key: field.default for key, field in FIELDS.items()}


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("tasks.cleanup", Kind.SWITCH),
        ("logging.level", Kind.CHOICE),
        ("agent.port", Kind.INTEGER),
        ("ml.resource_limits.cpu_limit", Kind.NUMBER),
        ("tasks.keep_bytes", Kind.SIZE),
        ("tasks.keep_for", Kind.DURATION),
        ("discovery.servers", Kind.LINES),
        ("tasks.python", Kind.FILE),
        ("agent.workspace", Kind.FOLDER),
        ("agent.region", Kind.TEXT),
    ],
)
def test_the_schema_says_what_a_setting_is_edited_with(key: str, kind: Kind) -> None:
    assert kind_of(key) is kind


def test_every_default_is_shown_as_text_that_means_it() -> None:
    for key, default in DEFAULTS.items():
        kind = kind_of(key)
        if kind is not Kind.SWITCH:
            assert problem(DEFAULTS, key, value_of(kind, text_of(kind, default))) == "", key


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (500_000_000, "500 MB"),
        (1_500_000_000, "1.5 GB"),
        (8 * 1024**3, "8 GiB"),
        (536_870_912, "512 MiB"),
        (999, "999 B"),
        (0, "0"),
    ],
)
def test_a_size_is_as_short_as_it_can_be_and_exact(size: int, text: str) -> None:
    assert exact_size(size) == text


@given(st.integers(0, MAX_INTEGER))
def test_no_size_is_rounded(size: int) -> None:
    assert parse_size(exact_size(size)) == size


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(2_592_000.0, "30d"), (5400.0, "90m"), (7200.0, "2h"), (1.0, "1s"), (0.25, "0.25s")],
)
def test_a_duration_is_in_the_largest_unit_that_fits(seconds: float, text: str) -> None:
    assert exact_duration(seconds) == text
    assert parse_duration(text) == seconds


def test_lines_are_a_list_without_the_empty_ones() -> None:
    assert value_of(Kind.LINES, " node1:8080 \n\nnode2:8080\n") == ["node1:8080", "node2:8080"]
    assert text_of(Kind.LINES, ["a", "b"]) == "a\nb"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("tasks.keep", "many", 'Must be a whole number, not "many".'),
        ("tasks.keep", -1, "Must be at least 0, not -1."),
        ("tasks.keep_for", "soon", '\'soon\' is not a duration such as "30s", "5m" or "2h".'),
        ("agent.port", 70_000, "Must be at most 65535, not 70000."),
        ("ml.port_range.start", 9200, "Ml.port_range must not end before it starts."),
        ("tasks.keep", 5, ""),
        ("discovery.servers", ["a:1"], ""),
    ],
)
def test_the_agents_own_rules_say_what_is_wrong(key: str, value: Any, said: str) -> None:
    assert problem(DEFAULTS, key, value) == said


def test_what_is_wrong_elsewhere_is_not_said_here() -> None:
    """An agent of another version may know values that this schema does not."""
    assert problem({**DEFAULTS, "logging.level": "TRACE"}, "tasks.keep", 5) == ""


def test_choices_and_bounds_come_from_the_schema() -> None:
    assert choices_of("logging.level") == ("DEBUG", "INFO", "WARNING", "ERROR")
    assert bounds_of("agent.port") == (0, 65535)
    assert bounds_of("tasks.keep") == (0, None)
