"""Times on the wire."""

import pytest

from cnet_agent.wire.times import from_text, to_text


def test_a_time_is_text_in_utc_with_milliseconds() -> None:
    assert to_text(1769626802.1234) == "2026-01-28T19:00:02.123Z"


@pytest.mark.parametrize(
    "value", ["2026-01-28T19:00:02.123Z", "2026-01-28T20:00:02.123+01:00", 1769626802.123]
)
def test_a_time_is_read_from_any_zone_and_from_unix_seconds(value: str | float) -> None:
    assert from_text(value) == pytest.approx(1769626802.123)


@pytest.mark.parametrize("value", ["2026-01-28T19:00:02", "yesterday"])
def test_a_time_without_a_zone_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=value):
        from_text(value)
