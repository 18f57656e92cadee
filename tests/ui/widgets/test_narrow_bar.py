"""What narrows a list."""

import pytest
from PySide6.QtTest import QTest

from cnet_ui.widgets.narrow_bar import NarrowBar
from helpers.console import theme

pytestmark = pytest.mark.gui


async def test_words_and_a_group_are_told_with_each_change(qapp: object) -> None:
    theme()
    bar = NarrowBar("Filter", {"open": "Open", "failed": "Failed"})
    told: list[tuple[tuple[str, ...], str]] = []
    bar.changed.connect(lambda: told.append((bar.words, bar.group)))
    QTest.keyClicks(bar.search, "A b")
    bar.chips._buttons["failed"].click()
    bar.chips._buttons["all"].click()
    assert told == [
        (("a",), ""),
        (("a",), ""),
        (("a", "b"), ""),
        (("a", "b"), "failed"),
        (("a", "b"), ""),
    ]


async def test_each_group_shows_how_many_there_are(qapp: object) -> None:
    theme()
    bar = NarrowBar("Filter", {"open": "Open", "failed": "Failed"})
    bar.show_counts(["open", "open"])
    assert [button.text() for button in bar.chips._buttons.values()] == [
        *("All 2", "Open 2", "Failed 0"),
    ]
