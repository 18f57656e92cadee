"""Training jobs, as the seeds' clients send and read them."""

from pydantic import Field

from cnet_agent.model.fields import Strict
from cnet_agent.model.training import TrainStatus
from cnet_agent.server.handlers.tasks import MAX_PAGE, SubmitQuery, idempotency
from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.wire.training import (
    JobList,
    JobView,
    TrainBody,
    TrainCancelled,
    TrainOutlook,
    TrainStats,
    TrainSubmitted,
)


class JobsQuery(Strict):
    """Which jobs."""

    status: TrainStatus | None = None
    limit: int = Field(50, ge=1, le=MAX_PAGE)


async def submit(call: Call[SubmitQuery, TrainBody]) -> TrainSubmitted | Reply:
    """Accept a job; it is on disk when this answers."""
    training = call.services.training
    if call.query.dry_run:
        return Reply(await training.outlook(call.body))
    return await training.submit(call.body, idempotency(call))


async def list_jobs(call: Call[JobsQuery, None]) -> JobList:
    """Answer the newest jobs, without their metrics."""
    return await call.services.training.jobs(call.query.status, call.query.limit)


async def get(call: Call[NoQuery, None]) -> JobView:
    """Answer a job with its metrics and its attempts."""
    return await call.services.training.job(call.path["id"])


async def cancel(call: Call[NoQuery, None]) -> TrainCancelled:
    """End a job; 409 for one that has ended."""
    return await call.services.training.cancel(call.path["id"])


async def stats(call: Call[NoQuery, None]) -> TrainStats:
    """Answer how the jobs went."""
    return await call.services.training.stats()


ROUTES = (
    Route(
        "POST",
        "/train",
        "operate",
        submit,
        "Submit a training job",
        "Training",
        TrainSubmitted | TrainOutlook,
        query=SubmitQuery,
        body=TrainBody,
    ),
    Route(
        "GET",
        "/train",
        "read",
        list_jobs,
        "The newest training jobs",
        "Training",
        JobList,
        query=JobsQuery,
    ),
    Route("GET", "/train/{id}", "read", get, "A training job", "Training", JobView),
    Route(
        "DELETE",
        "/train/{id}",
        "operate",
        cancel,
        "Cancel a training job",
        "Training",
        TrainCancelled,
    ),
    Route("GET", "/stats", "read", stats, "How training went", "Training", TrainStats),
)
