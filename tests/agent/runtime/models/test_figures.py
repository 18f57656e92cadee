"""Figures of models for Prometheus."""

from cnet_agent.model_server.meter import Meter, view_of
from cnet_agent.runtime.models.figures import families
from cnet_agent.wire.exposition import render
from helpers.models import model, version


def test_what_servers_told_is_told_on() -> None:
    meter = Meter()
    meter.answer(0.0, 0.004, 0.0, 0.0, 1)
    meter.error(0.0, "invalid")
    told = {"state": "running", "pending": 2, "metrics": view_of([meter], 0.0)}
    servers = {"versions": {"1": told, "2": {**told, "state": "loading", "pending": 0}}}
    text = render(families([(model(), servers), (model(version("1", model="other")), {})]))
    labels = 'model="line",version="1"'
    for line in (
        f"cnet_model_ready{{{labels}}} 1.0",
        'cnet_model_ready{model="other",version="1"} 0.0',
        'cnet_model_ready{model="line",version="2"} 0.0',
        'cnet_model_pending_requests{model="line",version="2"} 0',
        f"cnet_model_pending_requests{{{labels}}} 2",
        f'cnet_model_request_seconds_bucket{{{labels},le="0.0025"}} 0',
        f'cnet_model_request_seconds_bucket{{{labels},le="0.005"}} 1',
        f"cnet_model_request_seconds_count{{{labels}}} 1",
        f'cnet_model_errors_total{{{labels},kind="invalid"}} 1',
    ):
        assert line in text.splitlines(), text


def test_without_models_there_is_nothing() -> None:
    assert render(families([])) == "\n"
