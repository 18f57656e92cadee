from pathlib import Path

import pytest

from cnet_agent.model.phase import Phase
from cnet_ui.next_steps import NextStep, after
from helpers.console import builtin_presets
from helpers.fake_agent import make_view

TRAINED = {
    "preset": "ml-linear-regression",
    "labels": {"operation": "train"},
    "env": {"MODEL_PATH": "models/mine.joblib"},
}


async def test_a_trained_model_wants_to_predict(tmp_path: Path) -> None:
    presets = await builtin_presets(tmp_path)
    params = {
        "operation": "predict",
        "model_file": "models/mine.joblib",
        "name": "model-prediction",
    }
    expected = NextStep("Predict 5.5", "ml-linear-regression", params)
    assert after(make_view(1, Phase.SUCCEEDED, **TRAINED), presets) == expected


@pytest.mark.parametrize(
    ("phase", "fields"),
    [
        (Phase.RUNNING, {}),
        (Phase.FAILED, {}),
        (Phase.SUCCEEDED, {"labels": {"operation": "predict"}}),
        (Phase.SUCCEEDED, {"preset": None}),
        (Phase.SUCCEEDED, {"preset": "shell-command"}),
    ],
)
async def test_anything_else_has_no_next_step(
    tmp_path: Path, phase: Phase, fields: dict[str, object]
) -> None:
    task = make_view(1, phase, **{**TRAINED, **fields})
    assert after(task, await builtin_presets(tmp_path)) is None
