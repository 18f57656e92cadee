from cnet_agent.config.fields import FIELDS, merge, nested, value_of
from cnet_agent.config.schema import Settings


def test_every_setting_has_a_key_a_default_and_a_description() -> None:
    for key, field in FIELDS.items():
        assert value_of(Settings(), key) == field.default
        assert field.description.endswith("."), key


def test_settings_in_sections_of_sections_have_keys_too() -> None:
    assert FIELDS["ml.port_range.start"].default == 9000
    assert "ml.port_range" not in FIELDS


def test_what_takes_effect_at_once_is_marked() -> None:
    assert FIELDS["tasks.max_concurrent"].live
    assert not FIELDS["agent.port"].live


def test_merging_keeps_what_only_one_side_has() -> None:
    below = {"a": {"x": 1, "y": 1}, "b": None, "c": 1}
    above = {"a": {"y": 2}, "b": {"z": 2}}
    assert merge(below, above) == {"a": {"x": 1, "y": 2}, "b": {"z": 2}, "c": 1}
    assert nested("a.b.c", 1) == {"a": {"b": {"c": 1}}}
