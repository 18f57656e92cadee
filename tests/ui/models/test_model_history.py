"""How models did, for their charts."""

import math

from cnet_agent.wire.models import ModelMetrics
from cnet_ui.models.model_history import KEPT, ModelHistory
from helpers.fake_models import make_model


def test_figures_are_remembered_and_a_gap_is_a_gap() -> None:
    history, model = ModelHistory(), make_model()
    history.add([model], 10.0)
    history.add([model.model_copy(update={"metrics": ModelMetrics(rate=2.0)})], 11.0)
    lines = history.of(model.id)
    assert list(lines.times) == [10.0, 11.0]
    assert lines.p95[0] == 18.0
    assert math.isnan(lines.p95[1])
    assert list(lines.rate) == [12.4, 2.0]


def test_no_more_is_kept_than_half_an_hour_and_nothing_of_who_is_gone() -> None:
    history, model = ModelHistory(), make_model()
    for second in range(KEPT + 5):
        history.add([model], float(second))
    assert (len(history.of(model.id).times), history.of(model.id).times[0]) == (KEPT, 5.0)
    history.add([], 1e6)
    assert not history.of(model.id).times
