"""A service of models over a runtime whose tasks, and servers, a test plays."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import Settings
from cnet_agent.executors.base import AttemptKey
from cnet_agent.model.phase import Phase
from cnet_agent.runtime.models.service import ModelService
from cnet_agent.wire.models import ModelBody
from helpers.fake_model import FakeServed, fake_model
from helpers.world import World


class Scene:
    """A service over a runtime whose tasks are played."""

    def __init__(self, folder: Path) -> None:
        self.world = World(folder)
        self.world.runtime.executors["ml"] = self.world.executor  # type: ignore[index]
        self.layout = Layout(folder / "data")
        self.layout.root.mkdir()
        self.settings = Settings()
        self.gpu_memory: dict[str, int] = {}
        self.now = 100.0
        self.models = self.service()
        (folder / "line.joblib").write_bytes(b"model")

    def service(self) -> ModelService:
        return ModelService(
            self.world.runtime,
            self.world.environments,
            self.layout,
            settings=lambda: self.settings,
            gpu_memory=lambda: self.gpu_memory,
            now=lambda: self.now,
        )

    async def keep(self) -> None:
        """Have an agent look after the models."""
        await self.models.open()
        self._keeping = asyncio.ensure_future(self.models.keeper.run())

    async def leave(self) -> None:
        """Have that agent end."""
        self._keeping.cancel()
        await self.models.close()

    async def restart(self) -> None:
        """Have another agent look after the models."""
        await self.leave()
        self.models = self.service()
        await self.keep()

    async def create(self, name: str = "line", **fields: Any) -> str:
        body = ModelBody.model_validate({"name": name, "model_path": "line.joblib", **fields})
        return (await self.models.create(body)).id

    async def runs(self, model_id: str) -> Path:
        """Wait until the model's task runs, and return where its server would listen."""
        task = await self.world.runtime.get(self.models.looks.task_id(model_id))
        await self.world.reaches(task, Phase.RUNNING)
        return self.layout.task(task.id).root / "control.sock"

    def ends(self, model_id: str, code: int = 1) -> None:
        task = self.world.runtime.ledger.open[self.models.looks.task_id(model_id)]
        self.world.executor.end(AttemptKey(task.id, task.attempt), code=code)

    @asynccontextmanager
    async def served(self, **fields: Any) -> AsyncIterator[tuple[str, FakeServed]]:
        model_id = await self.create(**fields)
        async with fake_model(await self.runs(model_id)) as served:
            yield model_id, served
