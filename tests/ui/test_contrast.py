import pytest

from cnet_ui.contrast import READABLE, contrast, mix, readable
from cnet_ui.theme import DARK, LIGHT


def test_contrast_goes_from_1_to_21() -> None:
    assert contrast("#ffffff", "#ffffff") == 1
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("ground", [DARK.log, LIGHT.log, "#808080", "#ff0000"])
@pytest.mark.parametrize("colour", ["#000000", "#0000ff", "#ffff00", "#808080", "#ffffff"])
def test_any_colour_can_be_read_on_any_ground(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= READABLE


def test_a_colour_that_can_be_read_is_left_alone() -> None:
    assert readable("#ffffff", "#000000") == "#ffffff"


def test_colours_are_mixed() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
