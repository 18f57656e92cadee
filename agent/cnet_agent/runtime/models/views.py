"""Models as observers see them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cnet_agent.model.phase import HOLDING, Phase
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.task import Task
from cnet_agent.runtime.models.registry import Model, ModelVersion
from cnet_agent.runtime.models.sayings import sentence_of
from cnet_agent.wire.models import (
    ModelInfo,
    ModelMetrics,
    ModelStatus,
    ModelView,
    OriginView,
    TensorView,
    VersionView,
)

_STATUSES: dict[Phase, tuple[ModelStatus, str]] = {
    Phase.PREPARING: ("loading", Sentence("Its Python environment is being made.")),
    Phase.STARTING: ("loading", Sentence("Its server is being started.")),
    Phase.RUNNING: ("loading", Sentence("Its server is being started.")),
    Phase.STOPPING: ("stopped", Sentence("It is being stopped.")),
    Phase.SUCCEEDED: ("stopped", ""),
    Phase.CANCELLED: ("stopped", ""),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a model at a moment.

    Attributes:
        model: as it is registered.
        engine: that versions are loaded with which name none.
        task: that serves it, or did so last; None if it is gone.
        told: what its server said last, empty while there is none.
        waiting: why the task waits, a sentence.
        memory: bytes that its server takes.
        gpu_memory: bytes in use on the GPUs that it has.
    """

    model: Model
    engine: str
    task: Task | None
    told: Mapping[str, Any] = field(default_factory=dict)
    waiting: str = ""
    memory: int | None = None
    gpu_memory: int | None = None

    @property
    def traffic(self) -> dict[str, int]:
        """How requests are divided now: as the server says, or as it will be."""
        return dict(self.told.get("traffic", self.model.traffic))


def condition(task: Task | None, told: Mapping[str, Any], waiting: str) -> tuple[ModelStatus, str]:
    """Return a model's state and why it does not run.

    Args:
        task: that serves it, or did so last; None if it is gone.
        told: what its server said last, empty while there is none.
        waiting: why the task waits, a sentence.
    """
    if task is None:
        return "stopped", Sentence("It is not being served.")
    if task.phase is Phase.QUEUED:
        return "pending", waiting
    if task.phase is Phase.RUNNING and told:
        return told["state"], sentence_of(told["reason"])
    if task.phase in _STATUSES:
        return _STATUSES[task.phase]
    status: ModelStatus = "failed" if task.phase is Phase.FAILED else "loading"
    return status, task.message  # of a failure, or of the next try


def gpus_of(task: Task | None) -> list[str]:
    """Return the GPUs that a task has now."""
    return list(task.gpus) if task is not None and task.phase in HOLDING else []


def model_view(seen: Seen) -> ModelView:
    """Return a model without what its server found out."""
    return ModelView(**_fields(seen))


def model_info(seen: Seen, version: str = "") -> ModelInfo:
    """Return a model with what its server found out, of the live version or of another one."""
    told, of = seen.told, _live(seen)
    if version:
        told, of = seen.told.get("versions", {}).get(version, {}), seen.model.version(version)
    facts = told.get("facts", {})
    signature = facts.get("signature", {})
    return ModelInfo(
        **_fields(seen),
        spec=of.spec,
        platform=signature.get("platform", ""),
        device=facts.get("device", ""),
        inputs=[TensorView(**_tensor(each)) for each in signature.get("inputs", ())],
        outputs=[TensorView(**_tensor(each)) for each in signature.get("outputs", ())],
        features=signature.get("features"),
        versions=facts.get("versions", {}),
        load_seconds=facts.get("load_seconds"),
        warmup_seconds=facts.get("warmup_seconds"),
    )


def version_view(seen: Seen, version: ModelVersion) -> VersionView:
    """Return a version of a model."""
    told = seen.told.get("versions", {}).get(version.name, {})
    status, reason = _version_condition(seen, version, told)
    return VersionView(
        version=version.name,
        status=status,
        reason=reason,
        traffic=seen.traffic.get(version.name, 0),
        wanted=seen.model.traffic.get(version.name, 0),
        is_previous=version.name in seen.model.previous,
        engine=version.spec.engine or seen.engine,
        model_path=version.spec.model_path,
        script_path=version.spec.script_path,
        digest=version.digest,
        created_at=version.created_at,
        origin=_origin(version),
        replicas=len(told.get("workers", ())),
        load_seconds=told.get("facts", {}).get("load_seconds"),
        metrics=metrics(told),
    )


def metrics(told: Mapping[str, Any]) -> ModelMetrics:
    """Return the figures of a model, or of a version."""
    if not told:
        return ModelMetrics()
    return ModelMetrics.model_validate({**told["metrics"], "pending": told["pending"]})


def _live(seen: Seen) -> ModelVersion:
    """Return the version that gets most of the requests now."""
    traffic = {
        name: percent
        for name, percent in seen.traffic.items()
        if any(version.name == name for version in seen.model.versions)
    }
    if not traffic:
        return seen.model.live
    return seen.model.version(max(traffic, key=traffic.__getitem__))


def _fields(seen: Seen) -> dict[str, Any]:
    """Return the fields of a ``ModelView``."""
    model, told, live = seen.model, seen.told, _live(seen)
    status, reason = condition(seen.task, told, seen.waiting)
    port = told.get("port")
    return {
        "id": model.id,
        "name": model.name,
        "type": live.spec.type,
        "engine": live.spec.engine or seen.engine,
        "status": status,
        "reason": reason,
        "version": live.name,
        "model_path": live.spec.model_path,
        "script_path": live.spec.script_path,
        "digest": live.digest,
        "created_at": model.created_at,
        "task_id": model.task_id,
        "port": port,
        "url": "" if port is None else f"http://127.0.0.1:{port}",
        "pid": told.get("worker"),
        "memory": seen.memory,
        "gpus": gpus_of(seen.task),
        "gpu_memory": seen.gpu_memory,
        "replicas": sum(len(each["workers"]) for each in told.get("versions", {}).values()),
        "traffic": seen.traffic,
        "wanted": model.traffic,
        "previous": model.previous,
        "origin": _origin(live),
        "metrics": metrics(told),
    }


def _version_condition(
    seen: Seen, version: ModelVersion, told: Mapping[str, Any]
) -> tuple[ModelStatus, str]:
    """Return a version's state and why it does not run."""
    if version.problem:
        return "failed", version.problem
    if told:
        return told["state"], sentence_of(told["reason"])
    status, reason = condition(seen.task, {}, seen.waiting)
    if status not in ("loading", "running"):
        return status, reason
    if version not in seen.model.held:
        return "stopped", Sentence("It is not loaded: no requests go to it.")
    if not version.python and not _is_of_task(version, seen.task):
        return "loading", Sentence("Its Python environment is being made.")
    return status, reason


def _is_of_task(version: ModelVersion, task: Task | None) -> bool:
    """Tell whether a version is the one that a task was made for, whose environment it has."""
    serving = task.spec.model if task is not None else None
    return serving is not None and serving.spec.version == version.name


def _origin(version: ModelVersion) -> OriginView | None:
    origin = version.origin
    return None if origin is None else OriginView(**origin.model_dump())


def _tensor(signature: Mapping[str, Any]) -> dict[str, Any]:
    return {name: signature[name] for name in ("name", "datatype", "shape")}
