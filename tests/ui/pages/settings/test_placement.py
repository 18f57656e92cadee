"""Every setting has its place, or a reason to have none."""

from cnet_agent.config.fields import FIELDS
from cnet_ui.pages.settings.placement import ELSEWHERE, PLACES, keys_of
from cnet_ui.pages.settings.texts import text_for

PLACED = [
    key for place, groups in PLACES.items() for group in groups for key in keys_of(place, group)
]


def test_each_setting_stands_in_one_place_or_is_left_out_on_purpose() -> None:
    left_out = {key for key in FIELDS if key.startswith(ELSEWHERE)} - set(PLACED)
    assert sorted(PLACED) == sorted(FIELDS.keys() - left_out)
    assert "training.port" in PLACED  # takes effect already


def test_each_has_a_name_of_its_own() -> None:
    names = [text_for(key).name for key in PLACED]
    assert all(names)
    assert len(set(names)) == len(names)
