from pathlib import Path
from typing import Any

import pytest

from cnet_agent.config.load import load
from cnet_agent.config.schema import Settings
from cnet_agent.model.errors import Conflict, InvalidRequest, StorageFull
from cnet_agent.runtime.live_settings import LiveSettings


class Live:
    """Settings over a data directory that can be loaded again, as a new start does."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "settings.yaml"
        self.flags = {"--data-dir": str(folder), "--port": "0"}
        self.settings = self.start()

    def start(self) -> LiveSettings:
        environment = {"CNET_TASKS__QUEUE_SIZE": "7"}
        return LiveSettings(load(environment=environment, flags=self.flags), self.file)

    def seen(self, key: str) -> Any:
        return next(s for s in self.settings.view().settings if s.key == key)


@pytest.fixture
def live(tmp_path: Path) -> Live:
    return Live(tmp_path)


def test_every_setting_is_answered_with_its_origin(live: Live) -> None:
    seen = live.seen("tasks.max_concurrent")
    assert (seen.value, seen.source, seen.live) == (10, "default", True)
    assert live.seen("tasks.queue_size").source == "environment"
    assert live.seen("agent.port").source == "flag"
    assert not live.seen("agent.port").live
    assert live.seen("ml.engines").value == ["python", "tensorflow", "pytorch"]


async def test_a_change_is_in_force_heard_and_kept(live: Live) -> None:
    heard: list[Settings] = []
    live.settings.on_change(heard.append)
    await live.settings.change({"tasks.max_concurrent": 3, "agent.region": "Zürich 🏔 \x7f"})
    assert live.settings.current.tasks.max_concurrent == 3
    assert [settings.tasks.max_concurrent for settings in heard] == [3]
    live.settings = live.start()
    assert live.settings.current.tasks.max_concurrent == 3
    assert live.seen("agent.region").value == "Zürich 🏔 \x7f"
    assert live.seen("tasks.max_concurrent").source == "api"


@pytest.mark.parametrize(
    "text", ["yes", "0o17", "1e3", "12:30", "{a}", "#x", "a: b", " ", "~", '"']
)
async def test_text_that_looks_like_something_else_is_kept_as_text(live: Live, text: str) -> None:
    await live.settings.change({"agent.node_name": text})
    assert live.start().current.agent.node_name == text


async def test_lists_and_nested_settings_are_kept(live: Live) -> None:
    await live.settings.change({"ml.engines": ["python"], "ml.port_range.start": 9050})
    again = live.start().current.ml
    assert (again.engines, again.port_range.start) == (("python",), 9050)


async def test_quantities_are_read_as_people_write_them(live: Live) -> None:
    await live.settings.change({"tasks.keep_for": "2h", "training.memory_limit": "1GiB"})
    assert live.start().current.tasks.keep_for == 7200
    assert live.start().current.training.memory_limit == 1024**3


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("tasks.max_concurrent", 0, "must be at least 1"),
        ("tasks.max_concurrent", "3", "must be a whole number"),
        ("tasks.max_concurent", 3, 'did you mean "tasks.max_concurrent"'),
        ("tasks", {"max_concurrent": 3}, "there is no setting"),
        ("agent.node_name", "a\0b", "NUL"),
        ("agent.region", 7, "must be text"),
        ("tasks.timeout", "0s", "must be empty, or more than 0"),  # no task could be read again
        ("tasks.timeout", "4000d", "at most 10 years"),
    ],
)
async def test_a_change_that_does_not_fit_changes_nothing(
    live: Live, key: str, value: Any, problem: str
) -> None:
    with pytest.raises(InvalidRequest) as caught:
        await live.settings.change({"tasks.cleanup": False, key: value})
    (error,) = caught.value.errors
    assert error.loc == ("settings", key)
    assert problem in error.msg
    assert problem in str(caught.value)
    assert live.settings.current.tasks.cleanup is True
    assert not live.file.exists()


async def test_a_change_that_is_taken_back_leaves_what_was_below_it(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("tasks: {keep: 50}")

    def start() -> LiveSettings:
        loaded = load(file, flags={"--data-dir": str(tmp_path / "data")})
        return LiveSettings(loaded, tmp_path / "data" / "settings.yaml")

    (tmp_path / "data").mkdir()
    settings = start()
    await settings.change({"tasks.keep": 7, "agent.region": "north"})
    await settings.change({"tasks.keep": None, "agent.region": None})
    for each in (settings, start()):
        seen = {setting.key: setting for setting in each.view().settings}
        assert (seen["tasks.keep"].value, seen["tasks.keep"].source) == (50, "file")
        assert (seen["agent.region"].value, seen["agent.region"].source) == ("default", "default")


async def test_taking_back_what_was_never_changed_changes_nothing(live: Live) -> None:
    await live.settings.change({"tasks.max_concurrent": None})
    assert live.seen("tasks.max_concurrent").source == "default"


async def test_what_waits_for_the_next_start_is_told(live: Live) -> None:
    await live.settings.change({"agent.region": "north", "tasks.max_concurrent": 3})
    assert live.seen("agent.region").pending
    assert live.seen("agent.region").unchanged == "default"
    assert not live.seen("tasks.max_concurrent").pending
    await live.settings.change({"agent.region": None})
    assert not live.seen("agent.region").pending
    await live.settings.change({"agent.region": "south"})
    live.settings = live.start()
    assert not live.seen("agent.region").pending


async def test_the_data_directory_cannot_be_changed_from_within(live: Live) -> None:
    with pytest.raises(InvalidRequest) as caught:
        await live.settings.change({"agent.data_dir": "/elsewhere"})
    assert "--data-dir" in caught.value.errors[0].msg


@pytest.mark.parametrize("key", ["tasks.queue_size", "agent.port"])
async def test_what_would_be_overruled_at_the_next_start_is_refused(live: Live, key: str) -> None:
    with pytest.raises(Conflict, match="would win again"):
        await live.settings.change({key: 9})


async def test_a_change_that_cannot_be_kept_is_not_made(live: Live) -> None:
    (live.file.parent / "settings.yaml.new").mkdir()
    with pytest.raises(StorageFull):
        await live.settings.change({"tasks.max_concurrent": 3})
    assert live.settings.current.tasks.max_concurrent == 10
