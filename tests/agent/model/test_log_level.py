import pytest

from cnet_agent.model.log_level import WITHIN, Level, counts_as, find_level, level_of


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("2026-01-28 19:00:02 - TrainingAgent - INFO - [agent.py:202] - started", Level.INFO),
        ("WARN  low", Level.WARNING),
        ("12:00 WARNING: low", Level.WARNING),
        ("NOTICE restarted", Level.INFO),
        ("CRITICAL lost", Level.ERROR),
        ("FATAL lost", Level.ERROR),
        ("TRACE x", Level.DEBUG),
        ("DEBUG x", Level.DEBUG),
        ("ts=1 level=warn msg=low", Level.WARNING),
        ('{"level": "error", "msg": "lost"}', Level.ERROR),
        ("[error] lost", Level.ERROR),
        ("[Info] ready", Level.INFO),
        ("error: lost", Level.ERROR),
        ("warning: unused", Level.WARNING),
        ("error[E0308]: mismatched types", Level.ERROR),
        ("Traceback (most recent call last):", Level.ERROR),
        ("ValueError: no such thing", Level.ERROR),
        ("json.decoder.JSONDecodeError: empty", Level.ERROR),
    ],
)
def test_a_line_names_its_level_in_many_ways(line: str, level: Level) -> None:
    assert level_of(line) is level


@pytest.mark.parametrize(
    "line",
    [
        "",
        "epoch 3 loss 0.25",
        "information",
        "the error was small",
        "TERRORS",
        "x" * WITHIN + " ERROR",
    ],
)
def test_a_word_like_any_other_is_no_level(line: str) -> None:
    assert level_of(line) is None


def test_the_place_of_the_word_is_told() -> None:
    line = "12:00 level=error lost"
    found = find_level(line)
    assert found is not None
    assert line[found[1] : found[2]] == "error"


def test_a_line_without_a_level_counts_as_information() -> None:
    assert counts_as(None) is Level.INFO
    assert counts_as(Level.ERROR) is Level.ERROR
