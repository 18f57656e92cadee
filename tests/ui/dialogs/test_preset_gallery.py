from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnet_agent.model.preset import Preset
from cnet_ui.dialogs.preset_gallery import BY_HAND, CONTAINER, PresetGallery
from cnet_ui.models.roles import ID_ROLE
from helpers.console import builtin_presets, theme

pytestmark = pytest.mark.gui


def own(preset_id: str, **fields: object) -> Preset:
    return Preset.model_validate(
        {"id": preset_id, "name": preset_id.title(), "task": {"command": "x"}, **fields}
    )


async def make(
    qtbot: QtBot, folder: Path, *presets: Preset, used: dict[str, float] | None = None
) -> PresetGallery:
    theme()
    gallery = PresetGallery([*await builtin_presets(folder), *presets], used or {})
    qtbot.addWidget(gallery)
    gallery.show()
    return gallery


def rows(gallery: PresetGallery) -> list[str]:
    items = [gallery.list.item(row) for row in range(gallery.list.count())]
    return [str(item.data(ID_ROLE) or f"[{item.text()}]") for item in items if not item.isHidden()]


async def test_groups_tell_what_is_built_in_from_what_is_ones_own(
    qtbot: QtBot, tmp_path: Path
) -> None:
    gallery = await make(qtbot, tmp_path, own("etl"), own("sweep", category="Vision"))
    found = rows(gallery)
    assert found[0] == "[Machine learning]"
    assert found[found.index("[Your presets]") :] == [
        "[Your presets]",
        "etl",
        "[Vision · yours]",
        "sweep",
        "[By hand]",
        BY_HAND,
        CONTAINER,
    ]


async def test_in_each_group_what_was_used_last_is_first(qtbot: QtBot, tmp_path: Path) -> None:
    used = {"python-script": 2.0, "shell-command": 1.0}
    found = rows(await make(qtbot, tmp_path, used=used))
    at = found.index("[General]")
    assert found[at + 1 : at + 3] == ["python-script", "shell-command"]


async def test_a_search_leaves_groups_with_what_it_finds(qtbot: QtBot, tmp_path: Path) -> None:
    gallery = await make(qtbot, tmp_path)
    gallery.choose("shell-command")
    gallery._search.setText("regression")
    assert rows(gallery) == ["[Machine learning]", "ml-linear-regression"]
    assert gallery.current == "ml-linear-regression"
    gallery._search.setText("no such thing")
    assert rows(gallery) == []
    assert gallery._nothing.isVisible()


async def test_what_is_chosen_stays_when_presets_come_and_go(qtbot: QtBot, tmp_path: Path) -> None:
    gallery = await make(qtbot, tmp_path, own("etl"))
    gallery.choose("etl")
    told: list[str] = []
    gallery.chosen.connect(told.append)
    gallery.set_presets([*await builtin_presets(tmp_path), own("etl"), own("more")])
    assert (gallery.current, told) == ("etl", [])
    gallery.set_presets(await builtin_presets(tmp_path))
    assert told == [gallery.current] == ["ml-linear-regression"]


async def test_without_presets_there_is_still_a_task_by_hand(qtbot: QtBot) -> None:
    theme()
    gallery = PresetGallery([], {})
    qtbot.addWidget(gallery)
    gallery.choose("")
    assert gallery.current == BY_HAND
