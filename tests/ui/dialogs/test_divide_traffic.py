"""How requests are divided between two versions."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from cnet_ui.dialogs.divide_traffic import DivideTraffic
from cnet_ui.dispose import dispose
from helpers.console import theme
from helpers.fake_models import make_model

pytestmark = pytest.mark.gui


@pytest.fixture
def window(qapp: object) -> Iterator[QWidget]:
    theme()
    made = QWidget()
    made.resize(900, 700)
    yield made
    dispose(made)


async def test_a_second_version_gets_a_tenth_at_first_and_both_are_always_all(
    window: QWidget,
) -> None:
    form = DivideTraffic(window, make_model(1), ["2", "1"])
    assert form.traffic == {"1": 90, "2": 10}
    for other in (0, 35, 100):
        form.slider.setValue(other)
        assert sum(form.traffic.values()) == 100
    assert form.traffic == {"2": 100}


async def test_what_is_divided_already_is_shown_as_it_is(window: QWidget) -> None:
    form = DivideTraffic(window, make_model(1, wanted={"1": 25, "3": 75}), ["3", "2", "1"])
    assert form.traffic == {"3": 75, "1": 25}


async def test_two_versions_must_be_two(window: QWidget) -> None:
    form = DivideTraffic(window, make_model(1), ["2", "1"])
    form.second_version.setCurrentText("1")
    assert not form.apply_button.isEnabled()
    form.second_version.setCurrentText("2")
    told: list[object] = []
    form.divided.connect(told.append)
    form.apply_button.click()
    assert told == [{"1": 90, "2": 10}]
