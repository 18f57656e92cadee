"""Models and versions as rows."""

import pytest

from cnet_agent.wire.models import ModelMetrics, ModelStatus, TensorView
from cnet_agent.wire.node import GpuInfo
from cnet_ui.models import model_rows
from cnet_ui.words import NONE
from helpers.fake_models import make_info, make_model, make_version


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, NONE), (0.523, "0.52 ms"), (18.04, "18.0 ms"), (1234.5, "1234 ms")],
)
def test_a_latency_has_the_digits_that_matter(value: float | None, text: str) -> None:
    assert model_rows.milliseconds(value) == text


def test_rates_and_shares_are_told_and_nothing_is_a_dash() -> None:
    assert [model_rows.rate_text(rate) for rate in (0.0, 12.44, 1234.5)] == [NONE, "12.4", "1,234"]
    assert model_rows.error_share(make_model()) == "2.0 % of 200 calls"
    assert model_rows.error_share(make_model(metrics=ModelMetrics())) == NONE


def test_the_division_of_requests_is_told_where_there_is_one() -> None:
    assert model_rows.traffic_text({"3": 100}) == "3"
    assert model_rows.traffic_text({"1": 80, "2": 20}) == "1: 80 % · 2: 20 %"
    assert model_rows.share_of(make_version(traffic=20, wanted=20)) == "20 % of the requests"
    taking_over = make_version(traffic=0, wanted=100, status="loading")
    assert model_rows.share_of(taking_over) == "0 % now, 100 % once it is loaded"


def test_models_are_narrowed_by_state_and_words_and_stand_by_name() -> None:
    states: list[ModelStatus] = ["running", "pending", "loading", "stopped", "failed"]
    models = [
        make_model(number, name=f"m{9 - number}", status=status)
        for number, status in enumerate(states)
    ]
    assert [each.name for each in model_rows.shown(models, "", ())] == [
        *("m5", "m6", "m7", "m8", "m9"),
    ]
    assert [each.name for each in model_rows.shown(models, "loading", ())] == ["m7", "m8"]
    assert [each.name for each in model_rows.shown(models, "", ("m9", "python"))] == ["m9"]
    assert model_rows.shown(models, "failed", ("m9",)) == []


def test_the_gpus_of_a_model_are_told_with_what_is_in_use_on_them() -> None:
    cards = [GpuInfo(index=n, name="T4", memory=16 * 10**9, uuid=f"GPU-{n}") for n in range(3)]
    assert model_rows.gpu_text(make_model(), cards) == ""
    one = make_model(gpus=["GPU-1"], gpu_memory=3 * 10**9)
    assert model_rows.gpu_text(one, cards) == "T4 · 3.0 of 16.0 GB"
    two = make_model(gpus=["GPU-1", "GPU-2"])
    assert model_rows.gpu_text(two, cards) == "2 × T4"
    assert model_rows.gpu_text(two, ()) == ""


def test_a_signature_is_told_in_a_few_words() -> None:
    model = make_model()
    assert model_rows.signature_text(make_info(model)) == "2 columns → predict"
    image = TensorView(name="image", datatype="FP32", shape=[-1, 28, 28])
    assert model_rows.signature_text(make_info(model, inputs=[image])) == "image ?×28×28 → predict"
    one = TensorView(name="x", datatype="FP64", shape=[-1, 1])
    assert model_rows.signature_text(make_info(model, inputs=[one])) == "1 column → predict"
    assert model_rows.signature_text(make_info(model, inputs=[])) == NONE
