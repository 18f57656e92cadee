"""Models as observers see them."""

from collections.abc import Mapping
from typing import Any

from cnet_agent.model.phase import Phase
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.task import Task
from cnet_agent.runtime.models.registry import Model
from cnet_agent.wire.models import ModelInfo, ModelMetrics, ModelStatus, ModelView, TensorView

_STATUSES: dict[Phase, tuple[ModelStatus, str]] = {
    Phase.PREPARING: ("loading", Sentence("Its Python environment is being made.")),
    Phase.STARTING: ("loading", Sentence("Its server is being started.")),
    Phase.RUNNING: ("loading", Sentence("Its server is being started.")),
    Phase.STOPPING: ("stopped", Sentence("It is being stopped.")),
    Phase.SUCCEEDED: ("stopped", ""),
    Phase.CANCELLED: ("stopped", ""),
}


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
        return told["state"], told["reason"]
    if task.phase in _STATUSES:
        return _STATUSES[task.phase]
    status: ModelStatus = "failed" if task.phase is Phase.FAILED else "loading"
    return status, task.message  # of a failure, or of the next try


def model_fields(
    model: Model,
    engine: str,
    task: Task | None,
    told: Mapping[str, Any],
    *,
    waiting: str,
    memory: int | None,
) -> dict[str, Any]:
    """Return the fields of a ``ModelView``."""
    status, reason = condition(task, told, waiting)
    port = told.get("port")
    spec = model.spec
    return {
        "id": model.id,
        "name": spec.name,
        "type": spec.type,
        "engine": engine,
        "status": status,
        "reason": reason,
        "version": spec.version,
        "model_path": spec.model_path,
        "script_path": spec.script_path,
        "digest": model.digest,
        "created_at": model.created_at,
        "task_id": model.task_id,
        "port": port,
        "url": "" if port is None else f"http://127.0.0.1:{port}",
        "pid": told.get("worker"),
        "memory": memory,
        "metrics": metrics(told),
    }


def model_view(fields: Mapping[str, Any]) -> ModelView:
    """Return a model without what its server found out."""
    return ModelView(**fields)


def model_info(fields: Mapping[str, Any], model: Model, told: Mapping[str, Any]) -> ModelInfo:
    """Return a model with what its server found out."""
    facts = told.get("facts", {})
    signature = facts.get("signature", {})
    return ModelInfo(
        **fields,
        spec=model.spec,
        platform=signature.get("platform", ""),
        inputs=[TensorView(**_tensor(each)) for each in signature.get("inputs", ())],
        outputs=[TensorView(**_tensor(each)) for each in signature.get("outputs", ())],
        features=signature.get("features"),
        versions=facts.get("versions", {}),
        load_seconds=facts.get("load_seconds"),
        warmup_seconds=facts.get("warmup_seconds"),
    )


def metrics(told: Mapping[str, Any]) -> ModelMetrics:
    """Return a model's figures."""
    if not told:
        return ModelMetrics()
    return ModelMetrics.model_validate({**told["metrics"], "pending": told["pending"]})


def _tensor(signature: Mapping[str, Any]) -> dict[str, Any]:
    return {name: signature[name] for name in ("name", "datatype", "shape")}
