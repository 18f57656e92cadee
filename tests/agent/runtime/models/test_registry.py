"""Registered models as files."""

import stat
from pathlib import Path

import pytest

from cnet_agent.model.errors import NotFound
from cnet_agent.runtime.models.registry import Registry
from helpers.models import model, version

LINE = model(version("1"), version("2"), id="1", traffic={"1": 90, "2": 10})


def opened(folder: Path) -> Registry:
    registry = Registry(folder)
    registry.open()
    return registry


def test_a_model_is_there_again_after_a_restart(tmp_path: Path) -> None:
    registry = opened(tmp_path / "models")
    registry.put(LINE)
    registry.put(LINE.model_copy(update={"id": "2"}))
    again = opened(tmp_path / "models")
    assert [model.id for model in again.all()] == ["2", "1"]
    assert again.get("1") == LINE
    assert stat.S_IMODE((tmp_path / "models" / "1.json").stat().st_mode) == 0o600


def test_a_model_is_found_by_its_name_and_one_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    registry = opened(tmp_path)
    registry.put(LINE)
    assert registry.named("line") == registry.find("1") == LINE
    assert registry.named("other") is None
    with pytest.raises(NotFound, match="no model 'other'"):
        registry.find("other")


def test_what_is_held_is_in_use_or_was_before_or_is_the_newest() -> None:
    versions = [version(name) for name in "12345"]
    found = model(*versions, traffic={"2": 60, "4": 40}, previous={"1": 100})
    assert [each.name for each in found.held] == ["1", "2", "4", "5"]
    assert found.live.name == "2"


def test_a_model_that_was_removed_is_gone(tmp_path: Path) -> None:
    registry = opened(tmp_path)
    registry.put(LINE)
    registry.remove("1")
    registry.remove("1")
    assert registry.get("1") is None
    assert opened(tmp_path).all() == []


def test_a_file_that_cannot_be_read_hides_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    opened(tmp_path).put(LINE)
    (tmp_path / "0.json").write_text("{")
    assert opened(tmp_path).all() == [LINE]
    assert "0.json cannot be read" in caplog.text
    assert (tmp_path / "0.json").exists()


def test_what_could_not_be_read_is_kept_under_another_name_each_time_it_is_replaced(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for content in ("{", "["):
        (tmp_path / "1.json").write_text(content)
        opened(tmp_path).put(LINE)
    assert opened(tmp_path).all() == [LINE]
    kept = {file.name: file.read_text() for file in tmp_path.iterdir() if file.suffix != ".json"}
    assert kept == {"1.json.unread-1": "{", "1.json.unread-2": "["}
    assert "1.json.unread-2" in caplog.text


def test_what_was_read_is_replaced_and_not_kept(tmp_path: Path) -> None:
    opened(tmp_path).put(LINE)
    opened(tmp_path).put(LINE.model_copy(update={"revision": 7}))
    assert [file.name for file in tmp_path.iterdir()] == ["1.json"]


def test_what_could_not_be_written_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = opened(tmp_path)

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cnet_agent.runtime.models.registry.write_private", full)
    with pytest.raises(OSError, match="No space"):
        registry.put(LINE)
    assert registry.get("1") is None
