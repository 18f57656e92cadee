"""What one would do after a task: a model that was trained wants to predict. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.phase import Phase
from cnet_agent.model.preset import Preset
from cnet_agent.wire.task import TaskView

PREDICTION = "model-prediction"  # the name of the task
OPERATION = "operation"  # the field, and the label, by which model presets say what they do


@dataclass(frozen=True, slots=True)
class NextStep:
    """A preset to run with one click."""

    text: str
    preset_id: str
    params: dict[str, Any]


def after(task: TaskView, presets: Iterable[Preset]) -> NextStep | None:
    """Return the prediction that a training makes possible, None after anything else."""
    if task.phase is not Phase.SUCCEEDED or task.labels.get(OPERATION) != "train":
        return None
    preset = next((preset for preset in presets if preset.id == task.preset), None)
    if preset is None:
        return None
    fields = {field.id: field for field in preset.fields}
    if OPERATION not in fields or "predict" not in fields[OPERATION].choices:
        return None
    asked = next((f for f in preset.fields if f.when.get(OPERATION) == ("predict",)), None)
    params: dict[str, Any] = {OPERATION: "predict"}
    if "model_file" in fields and "MODEL_PATH" in task.env:
        params["model_file"] = task.env["MODEL_PATH"]
    if "name" in fields:
        params["name"] = PREDICTION
    value = asked.default if asked else None
    text = QCoreApplication.translate("next_steps", "Predict {value}").format(
        value="" if value is None else value
    )
    return NextStep(text.strip(), preset.id, params)
