"""Figures of models for Prometheus."""

from cnet_agent.model.served import ModelSpec
from cnet_agent.model_server.meter import Meter
from cnet_agent.runtime.models.figures import families
from cnet_agent.runtime.models.registry import Model
from cnet_agent.wire.exposition import render


def model(name: str) -> Model:
    return Model(id=name, created_at=1.0, spec=ModelSpec(name=name, model_path="/m"))


def test_what_servers_told_is_told_on() -> None:
    meter = Meter()
    meter.answer(0.0, 0.004, 0.0, 0.0, 1)
    meter.error(0.0, "invalid")
    told = {"state": "running", "pending": 2, "metrics": meter.view(0.0)}
    text = render(families([(model("line"), told), (model("other"), {})]))
    labels = 'model="line",version="1"'
    for line in (
        f"cnet_model_ready{{{labels}}} 1.0",
        'cnet_model_ready{model="other",version="1"} 0.0',
        f"cnet_model_pending_requests{{{labels}}} 2",
        f'cnet_model_request_seconds_bucket{{{labels},le="0.0025"}} 0',
        f'cnet_model_request_seconds_bucket{{{labels},le="0.005"}} 1',
        f"cnet_model_request_seconds_count{{{labels}}} 1",
        f'cnet_model_errors_total{{{labels},kind="invalid"}} 1',
    ):
        assert line in text.splitlines(), text


def test_without_models_there_is_nothing() -> None:
    assert render(families([])) == "\n"
