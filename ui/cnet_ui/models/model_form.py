"""The forms of a model and of a version of one: their fields, and the request that they make.

Pure but for words.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnet_agent.model.phase import Phase
from cnet_agent.model.preset import Preset, PresetField
from cnet_agent.wire.node import GpuInfo
from cnet_agent.wire.task import TaskView
from cnet_ui.models.job_form import AUTO
from cnet_ui.words import moment

translate = QCoreApplication.translate

FILE = QT_TRANSLATE_NOOP("presets", "a file")
SCRIPT = QT_TRANSLATE_NOOP("presets", "a script")
TASK = QT_TRANSLATE_NOOP("presets", "a finished task")
NO_GPU = QT_TRANSLATE_NOOP("presets", "no GPU")
ANY = QT_TRANSLATE_NOOP("presets", "any GPU")
MOST_TASKS = 50  # that are offered
_RESOURCES = ("memory_limit", "cpu_limit")
_NONE: Mapping[str, str] = MappingProxyType({})
ENGINES = (AUTO, "python", "pytorch", "tensorflow")


def model_form(
    *, is_version: bool, tasks: Collection[str] = (), gpus: Collection[str] = ()
) -> Preset:
    """Return the fields of a model, or of a version of one, in the language of the moment.

    Args:
        is_version: which of the two.
        tasks: what those are called that may have made it; any id can be typed if there are none.
        gpus: what those of the node are called that it may have for itself.
    """
    fields = [*_what(tasks, is_version=is_version), *_how(gpus, is_version=is_version)]
    # The task is only there for its shape: where each field stands tells what it is for.
    task = {"command": "serve", "resources": {"memory_limit": "{memory_limit}"}}
    if is_version:
        task = {"command": "serve"}
    return Preset(
        id="model",
        name=translate("model_form", "Model"),
        description=translate(
            "model_form",
            "It is loaded beside those that are served, and takes over once it is warmed up.",
        )
        if is_version
        else translate(
            "model_form",
            "It is loaded in a process of its own, and takes requests once it is warmed up.",
        ),
        icon="boxes",
        fields=tuple(fields),
        task=task,
    )


def body_of(
    values: Mapping[str, Any],
    *,
    is_version: bool,
    tasks: Mapping[str, str] = _NONE,
    gpus: Mapping[str, str] = _NONE,
) -> dict[str, Any]:
    """Return the request that the values of the form make.

    Args:
        values: of the form.
        is_version: of which form.
        tasks: ids by what the tasks are called in it.
        gpus: UUIDs by what the GPUs are called in it.

    Raises:
        ValueError: the first argument of the error is the field, the second what is wrong with it:
            a line of the environment that is no ``NAME=value``, or an input that is no JSON.
    """
    body = {name: values[name] for name in ("name", "version", "live") if name in values}
    body |= _source(values, tasks)
    if values.get("engine", AUTO) != AUTO:
        body["engine"] = values["engine"]
    if "requirements" in values:
        body["requirements"] = _lines(values["requirements"])
    if "env" in values:
        body["env"] = dict(map(_variable, _lines(values["env"])))
    if "warmup" in values:
        body["warmup"] = _json(str(values["warmup"]))
    if "idle_unload" in values:
        body["idle_unload"] = values["idle_unload"]
    if "max_size" in values:
        body["batching"] = {"max_size": _whole(values["max_size"])}
    least, most = _whole(values.get("replicas_min")), _whole(values.get("replicas_max"))
    if least is not None or most is not None:
        body["replicas"] = {"min": least or 1, "max": most or least or 1}
    if not is_version and (resources := _resources(values, gpus)):
        body["resources"] = resources
    return body


def _resources(values: Mapping[str, Any], gpus: Mapping[str, str]) -> dict[str, Any]:
    """Return what the model may take, and what is its own."""
    found = {name: values[name] for name in _RESOURCES if name in values}
    if values.get("gpu") == ANY:
        found["gpu_limit"] = 1
    elif values.get("gpu") in gpus:
        found["gpus"] = [gpus[values["gpu"]]]
    return found


def _source(values: Mapping[str, Any], tasks: Mapping[str, str]) -> dict[str, Any]:
    """Return where the model comes from."""
    found: dict[str, Any] = {}
    if "model_path" in values:
        found["model_path"] = values["model_path"]
    script = values.get("script_path") or values.get("loader")
    if script:
        found["script_path"] = script
    if "task_id" in values:
        found["source"] = {"task_id": tasks.get(values["task_id"], values["task_id"])}
        if values.get("task_file"):
            found["source"]["file"] = values["task_file"]
    return found


def model_name(text: str) -> str:
    """Return a name for a model that is made of another name."""
    name = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "-" for c in text)
    return name.strip("._-")[:100]


def finished(tasks: Iterable[TaskView]) -> dict[str, str]:
    """Return the ids of tasks that have succeeded, by what they are called; the newest first."""
    ended = [task for task in tasks if task.phase is Phase.SUCCEEDED and task.model is None]
    ended.sort(key=lambda task: task.id, reverse=True)
    return {task_label(task): task.id for task in ended[:MOST_TASKS]}


def gpu_labels(gpus: Iterable[GpuInfo]) -> dict[str, str]:
    """Return the UUIDs of GPUs by what they are called in the form."""
    return {f"{gpu.index} · {gpu.name}": gpu.uuid for gpu in gpus}


def task_label(task: TaskView) -> str:
    """Return what a task is called in the form."""
    return f"{task.name} · {moment(task.completed_at or task.created_at)}"


def _what(tasks: Collection[str], *, is_version: bool) -> list[PresetField]:
    name = PresetField(
        id="name",
        label=translate("model_form", "Name"),
        required=True,
        help=translate("model_form", "Clients ask for it by this: letters, digits, dots, dashes."),
    )
    return [
        *(() if is_version else (name,)),
        PresetField(
            id="version",
            label=translate("model_form", "Version"),
            default=None if is_version else "1",
            required=True,
        ),
        PresetField(
            id="source",
            label=translate("model_form", "From"),
            type="choice",
            choices=(FILE, SCRIPT, TASK),
            default=FILE,
        ),
        PresetField(
            id="model_path",
            label=translate("model_form", "File"),
            type="path",
            required=True,
            help=translate(
                "model_form",
                "joblib, skops, ONNX, TorchScript, Keras, SavedModel or TFLite, in the workspace.",
            ),
            when={"source": (FILE,)},
        ),
        PresetField(
            id="script_path",
            label=translate("model_form", "Script"),
            type="path",
            required=True,
            help=translate("model_form", "Of your own, with load(path) and predict(model, rows)."),
            when={"source": (SCRIPT,)},
        ),
        PresetField(
            id="task_id",
            label=translate("model_form", "Task"),
            type="choice" if tasks else "text",
            choices=tuple(tasks),
            default=next(iter(tasks), None),
            required=True,
            help=""
            if tasks
            else translate("model_form", "The id of a finished task or training job."),
            when={"source": (TASK,)},
        ),
        PresetField(
            id="task_file",
            label=translate("model_form", "Its file"),
            help=translate("model_form", "Its only model where it is left empty."),
            when={"source": (TASK,)},
        ),
    ]


def _gpu(gpus: Collection[str]) -> PresetField:
    several = (ANY,) if len(gpus) > 1 else ()
    return PresetField(
        id="gpu",
        label=translate("model_form", "GPU"),
        type="choice",
        choices=(NO_GPU, *several, *gpus),
        default=NO_GPU,
        help=translate("model_form", "It has it for itself for as long as it is served."),
    )


def _how(gpus: Collection[str], *, is_version: bool) -> list[PresetField]:
    live = PresetField(
        id="live",
        label=translate("model_form", "Takes over once it is loaded"),
        type="boolean",
        default=True,
    )
    limits = (
        PresetField(
            id="memory_limit",
            label=translate("model_form", "Memory"),
            type="size",
            unit="bytes",
            minimum=6_291_456,
            advanced=True,
        ),
        PresetField(
            id="cpu_limit",
            label=translate("model_form", "Cores"),
            type="number",
            minimum=0.01,
            advanced=True,
        ),
    )
    return [
        *((live,) if is_version else ()),
        *((_gpu(gpus),) if gpus and not is_version else ()),
        PresetField(
            id="engine",
            label=translate("model_form", "Engine"),
            type="choice",
            choices=ENGINES,
            default=AUTO,
            advanced=True,
        ),
        PresetField(
            id="loader",
            label=translate("model_form", "Script that loads it"),
            type="path",
            help=translate("model_form", "Only where the file alone does not do."),
            when={"source": (FILE, TASK)},
            advanced=True,
        ),
        PresetField(
            id="requirements",
            label=translate("model_form", "Packages"),
            type="multiline",
            placeholder="scikit-learn==1.7.2",
            help=translate("model_form", "One a line; the usual ones where it is left empty."),
            advanced=True,
        ),
        PresetField(
            id="replicas_min",
            label=translate("model_form", "Processes at least"),
            type="integer",
            minimum=1,
            maximum=64,
            placeholder="1",
            advanced=True,
        ),
        PresetField(
            id="replicas_max",
            label=translate("model_form", "Processes at most"),
            type="integer",
            minimum=1,
            maximum=64,
            placeholder="1",
            help=translate("model_form", "More are started while requests wait."),
            advanced=True,
        ),
        PresetField(
            id="idle_unload",
            label=translate("model_form", "Unload after"),
            type="duration",
            unit="s",
            minimum=1,
            placeholder=translate("model_form", "never"),
            help=translate("model_form", "So long without a request; the next one loads it."),
            advanced=True,
        ),
        PresetField(
            id="warmup",
            label=translate("model_form", "Input to warm up with"),
            placeholder="[1.0, 2.0]",
            help=translate("model_form", "As JSON; it is predicted before it takes requests."),
            advanced=True,
        ),
        PresetField(
            id="max_size",
            label=translate("model_form", "Rows a batch"),
            type="integer",
            minimum=1,
            maximum=4096,
            placeholder="256",
            advanced=True,
        ),
        *(() if is_version else limits),
        PresetField(
            id="env",
            label=translate("model_form", "Environment"),
            type="multiline",
            placeholder="NAME=value",
            help=translate("model_form", "A variable a line."),
            advanced=True,
        ),
    ]


def _lines(text: Any) -> list[str]:
    return [line for each in str(text).splitlines() if (line := each.strip())]


def _variable(line: str) -> tuple[str, str]:
    name, separator, value = line.partition("=")
    if not separator or not name.strip():
        sentence = translate("model_form", "{line} is no variable: write NAME=value")
        raise ValueError("env", sentence.format(line=line))
    return name.strip(), value


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        sentence = translate("model_form", "This is not JSON: {why}").format(why=error)
        raise ValueError("warmup", sentence) from None


def _whole(value: Any) -> Any:
    """Return a number as one; what is none is left for the agent to refuse."""
    try:
        return None if value in ("", None) else int(value)
    except (TypeError, ValueError):
        return value
