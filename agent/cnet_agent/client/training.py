"""What an agent can be asked about training jobs and the images they run in."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any

from cnet_agent.client.parts import key_header, path_part
from cnet_agent.client.transport import Transport
from cnet_agent.model.training import TrainStatus
from cnet_agent.wire.images import BuildView, ImagesView
from cnet_agent.wire.sse import Frame
from cnet_agent.wire.training import (
    JobList,
    JobView,
    TrainCancelled,
    TrainOutlook,
    TrainStats,
    TrainSubmitted,
)

LONG = 60.0  # seconds for what may have to wait for Docker


class TrainingClient:
    """Asks one agent about its training service; see ``AgentClient`` for what it raises."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._ask = transport.ask

    async def submit(
        self, job: Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> TrainSubmitted:
        """Submit a job, a ``TrainBody``; it is on disk when this returns."""
        headers = key_header(idempotency_key)
        return await self._ask(
            TrainSubmitted, "POST", "/train", body=dict(job), headers=headers, deadline=LONG
        )

    async def outlook(self, job: Mapping[str, Any]) -> TrainOutlook:
        """Return what would happen to a job if it were submitted now."""
        query = {"dry_run": True}
        return await self._ask(
            TrainOutlook, "POST", "/train", query=query, body=dict(job), deadline=LONG
        )

    async def job(self, task_id: str) -> JobView:
        """Return a job with its metrics and attempts."""
        return await self._ask(JobView, "GET", f"/train/{path_part(task_id)}")

    async def jobs(self, status: TrainStatus | None = None, limit: int = 50) -> JobList:
        """Return the newest jobs, without their metrics."""
        query = {"status": status, "limit": limit}
        return await self._ask(JobList, "GET", "/train", query=query, deadline=LONG)

    async def cancel(self, task_id: str) -> TrainCancelled:
        """End a job that waits or runs."""
        return await self._ask(TrainCancelled, "DELETE", f"/train/{path_part(task_id)}")

    async def stats(self) -> TrainStats:
        """Return how the jobs went."""
        return await self._ask(TrainStats, "GET", "/stats")

    async def images(self) -> ImagesView:
        """Return the images that jobs can run in, and the latest builds."""
        return await self._ask(ImagesView, "GET", "/api/images", deadline=LONG)

    async def build(self, wanted: Mapping[str, Any]) -> BuildView:
        """Begin to build the standard training image; ``wanted`` is a ``BuildBody``."""
        return await self._ask(BuildView, "POST", "/api/images", body=dict(wanted), deadline=LONG)

    async def cancel_build(self, build_id: str) -> BuildView:
        """End a build that runs."""
        return await self._ask(BuildView, "DELETE", _build(build_id))

    def build_frames(self, build_id: str) -> AbstractAsyncContextManager[AsyncIterator[Frame]]:
        """Open a build as it goes on, from its first line to its end.

        Its events: ``lines``, a list of what was printed, and ``build``, a ``BuildView``, each time
        it changed; the stream ends after the one that is no longer running.
        """
        return self._transport.frames(_build(build_id), {})


def _build(build_id: str) -> str:
    return f"/api/images/{path_part(build_id)}/build"
