"""The form of a training job: its fields, and the request that they make. Pure but for words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnet_agent.model.preset import Preset, PresetField
from cnet_agent.wire.node import NodeView
from cnet_agent.wire.task import TaskView

translate = QCoreApplication.translate

FILE = "file"  # stands for a file of one's own among the datasets
DATASETS = ("digits", "breast_cancer", "wine", "iris", FILE)
AUTO = QT_TRANSLATE_NOOP("presets", "automatic")
RUNNERS = (
    AUTO,
    QT_TRANSLATE_NOOP("presets", "container"),
    QT_TRANSLATE_NOOP("presets", "process"),
)
OURS = ("EPOCHS", "BATCH_SIZE", "LEARNING_RATE", "DATASET", "GPU")
"""Variables that the agent sets."""


def job_form(node: NodeView | None) -> Preset:
    """Return the fields of a job on a node, in the language of the moment."""
    gpus = len(node.gpus) if node is not None else 0
    fields = [*_what(), *_where(), *(_gpus(gpus) if gpus else ()), *_more()]
    # The task is only there for its shape: where each field stands tells what it is for.
    task = {
        "command": "train",
        "resources": {"memory_limit": "{memory_limit}"},
        "timeout": "{timeout}",
        "max_retries": "{max_retries}",
    }
    return Preset(
        id="training-job",
        name=translate("job_form", "Training job"),
        description=translate(
            "job_form",
            "Trains a classifier, is tried again when it fails, and goes on from its checkpoint.",
        ),
        icon="graduation-cap",
        fields=tuple(fields),
        task=task,
    )


def body_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the request that the values of the form make.

    Raises:
        ValueError: a line of the environment is no ``NAME=value``; ``str`` is that line.
    """
    body = dict(values)
    if body.get("dataset") == FILE:
        body["dataset"] = body.get("dataset_file", "")
    body.pop("dataset_file", None)
    if body.get("runner") == AUTO:
        del body["runner"]
    if "env" in body:
        body["env"] = dict(map(_variable, str(body["env"]).splitlines()))
    for name in ("epochs", "batch_size", "max_retries", "priority"):
        if name in body:
            body[name] = _number(body[name], int)
    if "learning_rate" in body:
        body["learning_rate"] = _number(body["learning_rate"], float)
    return body


def values_of(task: TaskView) -> dict[str, Any]:
    """Return what to fill in for another job like one that was; masked values are left masked."""
    job = task.training
    assert job is not None
    known = job.dataset in DATASETS
    env = {name: value for name, value in task.env.items() if name not in OURS}
    return {
        "name": task.name,
        "dataset": job.dataset if known else FILE,
        "dataset_file": "" if known else job.dataset,
        "epochs": job.epochs,
        "batch_size": job.batch_size,
        "learning_rate": job.learning_rate,
        "script": job.script,
        "runner": job.runner,
        "image": task.image,
        "gpu": job.gpu,
        "gpu_ids": job.gpu_ids,
        "max_retries": task.max_retries,
        "timeout": task.timeout,
        "memory_limit": task.resources.memory_limit or "",
        "priority": task.priority,
        "log_dir": job.log_dir,
        "env": "\n".join(f"{name}={value}" for name, value in env.items()),
    }


def _what() -> list[PresetField]:
    return [
        PresetField(
            id="dataset",
            label=translate("job_form", "Data"),
            type="choice",
            choices=DATASETS,
            default="digits",
        ),
        PresetField(
            id="dataset_file",
            label=translate("job_form", "File"),
            type="path",
            required=True,
            help=translate(
                "job_form", "A CSV file of the workspace; its last column is the class."
            ),
            when={"dataset": (FILE,)},
        ),
        PresetField(
            id="epochs",
            label=translate("job_form", "Epochs"),
            type="integer",
            default=5,
            minimum=1,
            maximum=1_000_000,
            required=True,
            help=translate("job_form", "passes over the data"),
        ),
        PresetField(
            id="batch_size",
            label=translate("job_form", "Batch size"),
            type="integer",
            default=32,
            minimum=1,
            maximum=1_000_000,
            help=translate("job_form", "samples a step"),
        ),
        PresetField(
            id="learning_rate",
            label=translate("job_form", "Learning rate"),
            type="number",
            default=0.001,
            minimum=1e-12,
            maximum=1000,
        ),
        PresetField(
            id="name",
            label=translate("job_form", "Name"),
            help=translate("job_form", "Made of the data where it is left empty."),
        ),
    ]


def _where() -> list[PresetField]:
    in_container = {"runner": (AUTO, "container")}
    return [
        PresetField(
            id="runner",
            label=translate("job_form", "Runs as"),
            type="choice",
            choices=RUNNERS,
            default=AUTO,
        ),
        PresetField(
            id="image",
            label=translate("job_form", "Image"),
            placeholder="ai-training:latest",
            help=translate("job_form", "The standard one where it is left empty."),
            when=in_container,
            advanced=True,
        ),
        PresetField(
            id="script",
            label=translate("job_form", "Script"),
            type="path",
            help=translate(
                "job_form",
                "Of your own, in the workspace. It finds EPOCHS, BATCH_SIZE, LEARNING_RATE and "
                "DATASET in its environment.",
            ),
            advanced=True,
        ),
    ]


def _gpus(count: int) -> list[PresetField]:
    return [
        PresetField(
            id="gpu",
            label=translate("job_form", "On GPUs"),
            type="boolean",
            default=False,
        ),
        PresetField(
            id="gpu_ids",
            label=translate("job_form", "Which GPUs"),
            placeholder=",".join(map(str, range(count))),
            help=translate("job_form", "All of them where it is left empty."),
            when={"gpu": (True,)},
        ),
    ]


def _more() -> list[PresetField]:
    return [
        PresetField(
            id="memory_limit",
            label=translate("job_form", "Memory"),
            type="size",
            unit="bytes",
            minimum=6_291_456,
            advanced=True,
        ),
        PresetField(
            id="timeout",
            label=translate("job_form", "Timeout"),
            type="duration",
            unit="s",
            minimum=1,
            default="2h",
            advanced=True,
        ),
        PresetField(
            id="max_retries",
            label=translate("job_form", "Retries"),
            type="integer",
            minimum=0,
            maximum=1000,
            default=3,
            advanced=True,
        ),
        PresetField(
            id="priority",
            label=translate("job_form", "Priority"),
            type="integer",
            minimum=-100,
            maximum=100,
            default=0,
            advanced=True,
        ),
        PresetField(
            id="env",
            label=translate("job_form", "Environment"),
            type="multiline",
            placeholder="NAME=value",
            help=translate("job_form", "A variable a line."),
            advanced=True,
        ),
        PresetField(
            id="log_dir",
            label=translate("job_form", "Log folder"),
            type="folder",
            placeholder="./logs",
            help=translate("job_form", "Of the workspace."),
            advanced=True,
        ),
    ]


def _variable(line: str) -> tuple[str, str]:
    name, separator, value = line.partition("=")
    if not separator or not name.strip():
        raise ValueError(line)
    return name.strip(), value


def _number(value: Any, kind: type[int] | type[float]) -> Any:
    """Return a number as one; what is none is left for the agent to refuse."""
    try:
        return kind(value)
    except (TypeError, ValueError):
        return value
