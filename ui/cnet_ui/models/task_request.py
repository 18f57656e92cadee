"""What makes another task like one that was: a task, a training job, a served model. Pure."""

from typing import Any

from cnet_agent.wire.task import TaskView
from cnet_agent.wire.training import TrainRetries
from cnet_ui.models.job_form import OURS, values_of
from cnet_ui.models.job_form import body_of as job_body
from cnet_ui.models.request import Request
from cnet_ui.models.spec_fields import body_of

TRAIN = "/train"


def request_of(task: TaskView) -> Request:
    """Return the request that makes another like ``task``; masked values are left masked."""
    if task.model is not None:
        return Request({}, service=f"/api/ml/models/{task.model.id}/start")
    if task.training is None:
        return Request(body_of(task))
    return Request(_job(task), service=TRAIN)


def with_memory(request: Request, limit: int) -> Request:
    """Return the same with a memory limit, in bytes."""
    return _with_resource(request, "memory_limit", limit)


def with_disk(request: Request, limit: int) -> Request:
    """Return the same with a disk limit, in bytes."""
    return _with_resource(request, "disk_limit", limit)


def with_timeout(request: Request, seconds: float) -> Request:
    """Return the same with a timeout."""
    return Request({**request.body, "timeout": seconds}, service=request.service)


def _with_resource(request: Request, name: str, limit: int) -> Request:
    body = request.body
    if request.service == TRAIN:
        return Request({**body, name: limit}, service=TRAIN)
    return Request({**body, "resources": {**body.get("resources", {}), name: limit}})


def _job(task: TaskView) -> dict[str, Any]:
    env = {name: value for name, value in task.env.items() if name not in OURS}
    asked = {**job_body({**values_of(task), "env": ""}), "env": env}
    if task.retry.model_dump() != TrainRetries().model_dump():
        asked["retry"] = task.retry.model_dump(mode="json")
    return {name: value for name, value in asked.items() if value not in ("", None, {})}
