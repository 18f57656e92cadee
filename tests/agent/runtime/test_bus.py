"""Events as they are remembered."""

import json

from cnet_agent.model.phase import Phase
from cnet_agent.runtime.bus import Bus
from cnet_agent.runtime.views import task_view
from helpers.factories import make_task


def test_an_event_is_kept_as_the_text_that_every_observer_gets() -> None:
    bus = Bus("e1")
    bus.publish("task", task_view(make_task(phase=Phase.RUNNING), None, None))
    bus.publish("task_removed", {"id": "x"})
    events = bus.since(0, 10)
    assert events is not None
    assert json.loads(events[0].text)["phase"] == "running"
    assert (events[1].kind, events[1].seq, events[1].text) == ("task_removed", 2, '{"id": "x"}')


def test_what_is_no_text_keeps_no_event_from_observers() -> None:
    bus = Bus("e1")
    bus.publish("task", task_view(make_task(message="no such file: \udcff.py"), None, None))
    events = bus.since(0, 10)
    assert events is not None
    assert json.loads(events[0].text)["message"] == "no such file: ?.py"
