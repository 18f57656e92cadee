"""Served models, and their versions, as rows of tables. Pure but for the language."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from cnet_agent.wire.models import ModelInfo, ModelStatus, ModelView, VersionView
from cnet_agent.wire.node import GpuInfo
from cnet_ui.models.record_table import RecordColumn
from cnet_ui.words import NONE, Look, full_moment, moment, size_in, size_parts, size_text

translate = QCoreApplication.translate

ENGINES = {"python": "Python", "pytorch": "PyTorch", "tensorflow": "TensorFlow"}
_TABLE = 2  # dimensions: rows and columns
_ORDER: dict[ModelStatus, int] = {
    "running": 0,
    "loading": 1,
    "pending": 2,
    "failed": 3,
    "stopped": 4,
}


def status_look(status: ModelStatus) -> Look:
    """Return how a state looks."""
    looks = {
        "running": Look(translate("models", "Running"), "check", "good"),
        "loading": Look(translate("models", "Loading"), "loader-circle", "running"),
        "pending": Look(translate("models", "Pending"), "clock", "waiting"),
        "failed": Look(translate("models", "Failed"), "x", "bad"),
        "stopped": Look(translate("models", "Stopped"), "square", "neutral"),
    }
    return looks[status]


def engine_text(engine: str) -> str:
    """Return what an engine is called."""
    return ENGINES.get(engine, engine)


def milliseconds(value: float | None) -> str:
    """Return a latency as text, such as ``0.52 ms``; ``value`` is milliseconds."""
    if value is None:
        return NONE
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} ms"


def rate_text(rate: float) -> str:
    """Return requests a second as text; nothing where there were none."""
    if not rate:
        return NONE
    return f"{rate:.1f}" if rate < 100 else f"{rate:,.0f}"


def traffic_text(traffic: dict[str, int]) -> str:
    """Return how requests are divided: a version, or two with their shares."""
    if len(traffic) == 1:
        return next(iter(traffic))
    return " · ".join(f"{name}: {percent} %" for name, percent in traffic.items())


def error_share(model: ModelView) -> str:
    """Return how many requests got an error, as a share of all."""
    count, errors = model.metrics.requests, sum(model.metrics.errors.values())
    if not count:
        return NONE
    return translate("models", "{share} % of {count} calls").format(
        share=f"{100 * errors / count:.1f}", count=f"{count:,}"
    )


def gpu_text(model: ModelView, gpus: Iterable[GpuInfo]) -> str:
    """Return the GPUs that a model has, and how full they are; nothing where it has none.

    Args:
        model: as it is now.
        gpus: of its node.
    """
    own = [gpu for gpu in gpus if gpu.uuid in model.gpus]
    if not own:
        return ""
    names = Counter(gpu.name for gpu in own)
    parts = [name if count == 1 else f"{count} × {name}" for name, count in names.items()]
    total = sum(gpu.memory for gpu in own)
    if model.gpu_memory is not None and total:
        used = size_in(model.gpu_memory, size_parts(total)[1])
        parts.append(
            translate("models", "{used} of {total}").format(used=used, total=size_text(total))
        )
    return " · ".join(parts)


def signature_text(info: ModelInfo) -> str:
    """Return what a model takes and gives in a few words."""
    if not info.inputs:
        return NONE
    shape = info.inputs[0].shape
    columns = shape[1] if len(info.inputs) == 1 and len(shape) == _TABLE else 0
    if columns == 1:
        takes = translate("models", "1 column")
    elif columns > 1:
        takes = translate("models", "{count} columns").format(count=columns)
    else:
        takes = ", ".join(f"{each.name} {_shape_text(each.shape)}" for each in info.inputs)
    return f"{takes} → {', '.join(each.name for each in info.outputs)}"


def model_columns() -> list[RecordColumn]:
    """Return the columns of the list of models, in the language of the moment."""
    return [
        RecordColumn(
            translate("models", "Name"),
            lambda model: model.name,
            tip=lambda model: full_moment(model.created_at),
            icon=lambda _: "box",
        ),
        RecordColumn(
            translate("models", "State"),
            lambda model: status_look(model.status).label,
            lambda model: _ORDER[model.status],
            tip=lambda model: model.reason,
            width=116,
            look=lambda model: status_look(model.status),
        ),
        RecordColumn(
            translate("models", "Engine"), lambda model: engine_text(model.engine), width=120
        ),
        RecordColumn(
            translate("models", "Version"), lambda model: traffic_text(model.traffic), width=140
        ),
        _number(
            translate("models", "Memory"),
            lambda model: size_text(model.memory) if model.memory else NONE,
            lambda model: model.memory,
            100,
        ),
        _number(
            translate("models", "Requests/s"),
            lambda model: rate_text(model.metrics.rate),
            lambda model: model.metrics.rate,
            110,
        ),
        _number(
            translate("models", "p95 latency"),
            lambda model: milliseconds(model.metrics.latency.p95),
            lambda model: model.metrics.latency.p95,
            110,
        ),
    ]


def version_columns() -> list[RecordColumn]:
    """Return the columns of the list of a model's versions."""
    return [
        RecordColumn(
            translate("models", "Version"),
            lambda version: version.version,
            tip=lambda version: version.model_path or version.script_path,
        ),
        RecordColumn(
            translate("models", "State"),
            lambda version: status_look(version.status).label,
            lambda version: _ORDER[version.status],
            tip=lambda version: version.reason,
            width=104,
            look=lambda version: status_look(version.status),
        ),
        _number(
            translate("models", "Traffic"),
            lambda version: f"{version.traffic} %" if version.traffic else NONE,
            lambda version: version.traffic,
            68,
        ),
        _number(
            translate("models", "p95"),
            lambda version: milliseconds(version.metrics.latency.p95),
            lambda version: version.metrics.latency.p95,
            76,
        ),
        RecordColumn(
            translate("models", "Created"),
            lambda version: moment(version.created_at),
            lambda version: version.created_at,
            tip=lambda version: full_moment(version.created_at),
            width=80,
            is_number=True,
        ),
    ]


def shown(models: Iterable[ModelView], group: str, words: Sequence[str]) -> list[ModelView]:
    """Return the models of a state (all if empty) in which every word is found, by name."""
    found = [
        model
        for model in models
        if (not group or group_of(model) == group)
        and all(word in f"{model.name}\n{model.id}\n{model.engine}".casefold() for word in words)
    ]
    return sorted(found, key=lambda model: (model.name.casefold(), model.id))


def group_of(model: ModelView) -> str:
    """Return under which chip a model stands: one that waits is as good as loading."""
    return "loading" if model.status == "pending" else model.status


def share_of(version: VersionView) -> str:
    """Return what a version gets, and what it will get, as words."""
    if version.wanted != version.traffic and version.status != "failed":
        return translate("models", "{now} % now, {then} % once it is loaded").format(
            now=version.traffic, then=version.wanted
        )
    return translate("models", "{now} % of the requests").format(now=version.traffic)


def _shape_text(shape: Sequence[int]) -> str:
    return "×".join("?" if size < 0 else str(size) for size in shape)


def _number(
    heading: str,
    text: Callable[[object], str] | Callable[..., str],
    key: Callable[..., float | None],
    width: int,
) -> RecordColumn:
    def sort(record: object) -> float:
        value = key(record)
        return -1.0 if value is None else value

    return RecordColumn(heading, text, sort, width=width, is_number=True)
