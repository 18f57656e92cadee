from cnet_agent.model.preset import Preset
from cnet_ui.models.preset_places import places, purpose

PRESET = Preset.model_validate(
    {
        "id": "p",
        "name": "P",
        "fields": [
            {"id": "name", "label": "Name"},
            {"id": "script", "label": "Script"},
            {"id": "packages", "label": "Packages", "type": "lines"},
            {"id": "memory", "label": "Memory", "type": "size"},
            {"id": "wait", "label": "Wait", "type": "duration"},
        ],
        "task": {
            "name": "{name}",
            "command": "sh",
            "args": ["-c", "{script}", "--{name}"],
            "requirements": ["{packages}"],
            "resources": {"memory_limit": "{memory}"},
            "retry": {"delay": "{wait}"},
        },
    }
)


def test_a_field_that_fills_a_place_alone_is_known_by_it() -> None:
    assert places(PRESET) == {
        "name": ("name",),
        "packages": ("requirements",),
        "memory": ("resources", "memory_limit"),
        "wait": ("retry", "delay"),
    }


def test_what_a_field_is_for_shows_in_the_task() -> None:
    found = [purpose(PRESET, name) for name in ("memory", "wait", "script")]
    assert found == ["limits", "trouble", "more"]
