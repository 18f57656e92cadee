import pytest

import cnet_resources
from cnet_agent.config.errors import BadConfiguration
from cnet_agent.config.preset_text import parse_preset, write_preset

FILES = sorted(cnet_resources.presets().glob("*.yaml"))


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_a_preset_is_written_as_the_bundled_ones_are_and_read_back(name: str) -> None:
    preset = parse_preset((cnet_resources.presets() / name).read_text(encoding="utf-8"), name)
    assert parse_preset(write_preset(preset), name) == preset


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: a\nname: A\ntask: [1]\n", "file.yaml:3:7: task: "),
        (
            "id: a\nname: A\nfields:\n  - {id: X, label: b}\ntask: {}\n",
            "file.yaml:4:10: fields.0.id",
        ),
        ("id: a\n", "file.yaml:1:1: name: "),
        ("id: [a\n", "file.yaml:"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_column(text: str, said: str) -> None:
    with pytest.raises(BadConfiguration) as caught:
        parse_preset(text, "file.yaml")
    assert said in str(caught.value)
