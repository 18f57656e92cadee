"""What observers are told of models."""

from typing import Any

from cnet_agent.runtime.bus import Bus
from cnet_agent.runtime.models.announcer import Announcer
from cnet_agent.wire.models import ModelMetrics, ModelView


def view(model_id: str, **fields: Any) -> ModelView:
    usual = {"engine": "python", "status": "running", "version": "1", "created_at": 1.0}
    return ModelView.model_validate({"id": model_id, "name": model_id, **usual, **fields})


def told(bus: Bus, after: int = 0) -> list[tuple[str, str]]:
    return [(event.kind, event.text) for event in bus.since(after, 100) or ()]


def test_a_change_of_state_is_told_and_figures_are_not() -> None:
    bus = Bus("epoch")
    announcer = Announcer(bus)
    announcer.begin([view("a")])
    announcer.tell([view("a", memory=5, metrics=ModelMetrics(requests=3))])
    assert told(bus) == []
    announcer.tell([view("a", status="loading", reason="It is being loaded."), view("b")])
    assert [kind for kind, _ in told(bus)] == ["model", "model"]
    assert '"status":"loading"' in told(bus)[0][1]
    announcer.tell([view("a", status="loading", reason="It is being loaded."), view("b")])
    assert len(told(bus)) == 2


def test_a_model_that_is_gone_is_told_of_once() -> None:
    bus = Bus("epoch")
    announcer = Announcer(bus)
    announcer.begin([view("a"), view("b")])
    announcer.tell([view("a")])
    announcer.tell([view("a")])
    assert told(bus) == [("model_removed", '{"id": "b"}')]
    assert list(announcer.told) == ["a"]


def test_what_a_snapshot_shows_is_what_was_told() -> None:
    announcer = Announcer(Bus("epoch"))
    announcer.tell([view("a", memory=5)])
    assert announcer.told["a"] == view("a")
