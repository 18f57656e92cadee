import pytest

from cnet_ui.models.steps import Measure, stepped


@pytest.mark.parametrize(
    ("measure", "text", "direction", "expected"),
    [
        ("size", "512 MB", 1, "1024 MB"),
        ("size", "512MB", -1, "256MB"),
        ("size", "much", 1, "much"),
        ("duration", "9 s", 1, "10 s"),
        ("duration", "30m", 1, "35m"),
        ("duration", "30m", -1, "25m"),
        ("duration", "1 s", -1, "1 s"),
        ("number", "1", 1, "1.1"),
        ("number", "4", -1, "3"),
    ],
)
def test_a_step_suits_what_is_counted(
    measure: Measure, text: str, direction: int, expected: str
) -> None:
    assert stepped(text, direction, measure=measure) == expected


def test_a_quantity_does_not_leave_its_range() -> None:
    assert stepped("16 MB", -1, measure="size", minimum=16_000_000) == "16 MB"
    assert stepped("60 s", 1, measure="duration", maximum=60) == "60 s"
