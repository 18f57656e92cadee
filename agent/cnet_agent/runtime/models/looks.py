"""What people look at of the models of a node."""

import asyncio
from collections.abc import Callable, Mapping

from cnet_agent.config.schema import Settings
from cnet_agent.model.errors import NotFound
from cnet_agent.model.task import Task
from cnet_agent.runtime.models import figures, views
from cnet_agent.runtime.models.links import Links
from cnet_agent.runtime.models.registry import Model, Registry
from cnet_agent.runtime.models.views import Seen
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.wire.exposition import Family
from cnet_agent.wire.models import ModelHealth, ModelInfo, ModelMetrics, ModelView, VersionView


class Looks:
    """Sees the models as they are at a moment; ``NotFound`` is raised for one that is not there.

    Args:
        runtime: runs their tasks.
        registry: has them.
        links: to their servers.
        settings: in force.
        gpu_memory: bytes in use on each GPU, by its UUID.
    """

    def __init__(
        self,
        runtime: Runtime,
        registry: Registry,
        links: Links,
        settings: Callable[[], Settings],
        gpu_memory: Callable[[], Mapping[str, int]],
    ) -> None:
        self._runtime = runtime
        self._registry = registry
        self._links = links
        self._settings = settings
        self._gpu_memory = gpu_memory

    async def all(self) -> list[ModelView]:
        """Return every model, the newest first."""
        found = await asyncio.gather(*map(self._seen, self._registry.all()))
        return [views.model_view(seen) for seen in found]

    async def view(self, model_id: str) -> ModelView:
        """Return a model."""
        return views.model_view(await self._seen(self._registry.find(model_id)))

    async def info(self, model_id: str, version: str = "") -> ModelInfo:
        """Return a model with what its server found out, of the live version or of another one."""
        return views.model_info(await self._seen(self._registry.find(model_id)), version)

    async def health(self, model_id: str) -> ModelHealth:
        """Return whether a model can be asked."""
        view = await self.view(model_id)
        return ModelHealth(status=view.status, healthy=view.status == "running", reason=view.reason)

    async def metrics(self, model_id: str) -> ModelMetrics:
        """Return a model's figures."""
        return (await self.view(model_id)).metrics

    async def versions(self, model_id: str) -> list[VersionView]:
        """Return the versions of a model, the newest first."""
        seen = await self._seen(self._registry.find(model_id))
        return [views.version_view(seen, version) for version in reversed(seen.model.versions)]

    def traffic(self, model: Model) -> dict[str, int]:
        """Return how the requests to a model are divided now, empty where nobody says."""
        known = {version.name for version in model.versions}
        told: dict[str, int] = self._links.told(model.task_id).get("traffic", {})
        return told if known.issuperset(told) else {}

    def families(self) -> list[Family]:
        """Return the figures of all models, as their servers told them last."""
        models = self._registry.all()
        return figures.families((each, self._links.told(each.task_id)) for each in models)

    def task_id(self, model_id: str) -> str:
        """Return the task that serves a model, or did so last."""
        return self._registry.find(model_id).task_id

    async def task(self, model: Model) -> Task | None:
        """Return the task that serves a model, or did so last; None if it is gone."""
        if not model.task_id:
            return None
        try:
            return await self._runtime.get(model.task_id)
        except NotFound:  # it was removed
            return None

    async def _seen(self, model: Model) -> Seen:
        task = await self.task(model)
        link = await self._links.of(task) if task is not None else None
        usage = self._runtime.usage.get(task.id) if task is not None else None
        waiting = self._runtime.waiting(task) if task is not None else None
        gpu_memory = self._gpu_memory()
        used = [gpu_memory[gpu] for gpu in views.gpus_of(task) if gpu in gpu_memory]
        return Seen(
            model=model,
            engine=self._settings().ml.default_engine,
            task=task,
            told=link.told if link is not None else {},
            waiting="" if waiting is None else waiting.message,
            memory=None if usage is None else usage.memory,
            gpu_memory=sum(used) if used else None,
        )
