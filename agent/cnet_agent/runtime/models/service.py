"""The models of this node: registered, served by tasks, changed while they are served."""

import asyncio
from collections.abc import Callable, Mapping

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import Settings
from cnet_agent.model.errors import (
    AgentError,
    Conflict,
    ExecutorUnavailable,
    FieldError,
    InvalidRequest,
)
from cnet_agent.model.phase import Phase
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.served import ModelSpec, Serving
from cnet_agent.model.task import Task
from cnet_agent.runtime.carry_out import Preparer
from cnet_agent.runtime.ids import IdSource
from cnet_agent.runtime.locks import Locks
from cnet_agent.runtime.models import changes, plan
from cnet_agent.runtime.models.announcer import Announcer
from cnet_agent.runtime.models.keeper import Keeper, model_of
from cnet_agent.runtime.models.links import Links
from cnet_agent.runtime.models.looks import Looks
from cnet_agent.runtime.models.making import VersionMaker
from cnet_agent.runtime.models.registry import Model, ModelVersion, Registry
from cnet_agent.runtime.models.requests import Requests
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.runtime.submissions import Idempotency
from cnet_agent.wire.models import ModelBody, ModelSource, ModelView, VersionBody, VersionView

_LOOK_EVERY = 0.05  # seconds between looks at a task that is being stopped


class ModelService:
    """Registers models, has tasks serve them, and asks their servers.

    Args:
        runtime: runs the tasks.
        environments: makes those of versions.
        layout: the data directory.
        settings: in force.
        gpu_memory: bytes in use on each GPU, by its UUID.
        now: Unix seconds.
    """

    def __init__(
        self,
        runtime: Runtime,
        environments: Preparer,
        layout: Layout,
        *,
        settings: Callable[[], Settings],
        gpu_memory: Callable[[], Mapping[str, int]],
        now: Callable[[], float],
    ) -> None:
        self._runtime = runtime
        self._settings = settings
        self._now = now
        self._registry = Registry(layout.models)
        self._maker = VersionMaker(layout, runtime.workspace)
        self._ids = IdSource()
        self._locks = Locks()
        self._links = Links(layout)
        self.announcer = Announcer(runtime.bus)
        self.keeper = Keeper(
            runtime,
            environments,
            self._registry,
            self._links,
            self._locks,
            layout,
            settings=settings,
            on_look=self._announce,
        )
        self._links.on_told = self.keeper.wake
        self.looks = Looks(runtime, self._registry, self._links, settings, gpu_memory)
        self.requests = Requests(self._registry, self.looks, self._links, settings)

    # -- life ---------------------------------------------------------------------------------

    async def open(self) -> None:
        """Read what is registered; what a task serves is registered again if that was lost."""
        await asyncio.to_thread(self._registry.open)
        known = self._registry.all()
        if known:
            self._ids.go_on_after(known[0].id)
        for task in list(self._runtime.ledger.open.values()):  # some end meanwhile
            serving = task.spec.model
            if serving is None:
                continue
            found = self._registry.get(serving.id)
            if found is None:
                found = model_of(serving, created_at=task.created_at)
            if found.task_id != task.id:
                await self._keep(found.model_copy(update={"task_id": task.id}))
        self.announcer.begin(await self.looks.all())

    async def close(self) -> None:
        """Let go of the servers, which go on."""
        await self.keeper.close()
        self._links.close()

    # -- what people ask for ------------------------------------------------------------------

    async def create(self, body: ModelBody, idempotency: Idempotency | None = None) -> ModelView:
        """Register a model and have it served; both are on disk when this returns.

        Args:
            body: what is asked for.
            idempotency: a key and the digest of the request; a key seen within a day answers the
                model that was registered with it.

        Raises:
            InvalidRequest: its files or its engine cannot be.
            NotFound: there is no task that is said to have made its file.
            Conflict: another one has the name.
            ExecutorUnavailable, QueueFull, StorageFull: its task is not accepted.
        """
        self._check_enabled()
        given = ModelSpec.model_validate(body.model_dump(exclude={"source"}))
        async with self._locks.of(given.name):
            task = await self._runtime.made_with(idempotency) if idempotency is not None else None
            if task is not None and task.spec.model is not None:
                return await self.looks.view(task.spec.model.id)
            self._check_name(given.name)
            now = self._now()
            model_id = self._ids.make(now)
            version = await self._version(model_id, given, body.source)
            model = Model(
                id=model_id, created_at=now, versions=(version,), traffic={version.name: 100}
            )
            try:
                await self._keep(model)
                await self._serve(model, idempotency)
            except (AgentError, OSError):
                await self._forget(model)
                raise
        return await self.looks.view(model_id)

    async def start(self, model_id: str) -> ModelView:
        """Have a model served again that was stopped, or had failed.

        Raises:
            NotFound: there is no such model.
            Conflict: it is being served.
            ExecutorUnavailable, InvalidRequest, QueueFull, StorageFull: its task is not accepted.
        """
        self._check_enabled()
        async with self._locks.of(model_id):
            model = self._registry.find(model_id)
            task = await self._stopped(model)
            if task is not None and not task.phase.is_final:
                raise Conflict(Sentence("The model {name} is being served.", name=model.name))
            await self._serve(model)
        return await self.looks.view(model_id)

    async def stop(self, model_id: str) -> ModelView:
        """End the serving of a model, which stays registered; it is on its way when this returns.

        Raises:
            NotFound: there is no such model.
        """
        model = self._registry.find(model_id)
        task = await self.looks.task(model)
        if task is not None and not task.phase.is_final:
            await self._runtime.stop(task.id)
        return await self.looks.view(model_id)

    async def remove(self, model_id: str) -> ModelView:
        """Forget a model that is not served, and its last task; return what it was.

        Raises:
            NotFound: there is no such model.
            Conflict: it is being served.
        """
        async with self._locks.of(model_id):
            model = self._registry.find(model_id)
            task = await self._stopped(model)
            if task is not None and not task.phase.is_final:
                raise Conflict(
                    Sentence("The model {name} is being served; stop it first.", name=model.name)
                )
            view = await self.looks.view(model_id)
            await self._forget(model)
            if task is not None:
                await self._runtime.purge(task.id)
        return view

    # -- versions -----------------------------------------------------------------------------

    async def add_version(self, model_id: str, body: VersionBody) -> VersionView:
        """Register a version, and have it loaded beside those that are served.

        Raises:
            NotFound: there is no such model, or no such task.
            Conflict: it has a version of that name.
            InvalidRequest: its files or its engine cannot be.
        """
        self._check_enabled()
        async with self._locks.of(model_id):
            model = self._registry.find(model_id)
            changes.check_new(model, body.version)
            spec = ModelSpec.model_validate(changes.spec_of_version(model.live, body))
            version = await self._version(model_id, spec, body.source)
            served = self.looks.traffic(model)
            grown = changes.with_version(model, version, live=body.live, served=served)
            try:
                await self._keep(grown)
            except OSError:
                await self._discard(version, model)
                raise
        return next(
            each for each in await self.looks.versions(model_id) if each.version == version.name
        )

    async def remove_version(self, model_id: str, name: str) -> list[VersionView]:
        """Forget a version that is not in use; return the others.

        Raises:
            NotFound: there is no such model or version.
            Conflict: it gets requests.
        """
        async with self._locks.of(model_id):
            before = self._registry.find(model_id)
            model = changes.without(before, name, self.looks.traffic(before))
            await self._keep(model)
            await self._discard(before.version(name), model)
        return await self.looks.versions(model_id)

    async def divide(self, model_id: str, traffic: Mapping[str, int]) -> ModelView:
        """Divide the requests to a model, once all that is wanted for it is loaded.

        Args:
            model_id: of it.
            traffic: percent by version, 100 together.

        Raises:
            NotFound: there is no such model or version.
            InvalidRequest: it is not 100.
        """
        async with self._locks.of(model_id):
            model = self._registry.find(model_id)
            await self._keep(changes.with_traffic(model, traffic, self.looks.traffic(model)))
        return await self.looks.view(model_id)

    async def roll_back(self, model_id: str) -> ModelView:
        """Divide the requests to a model as they were before.

        Raises:
            NotFound: there is no such model.
            Conflict: there was nothing before.
        """
        async with self._locks.of(model_id):
            await self._keep(changes.rolled_back(self._registry.find(model_id)))
        return await self.looks.view(model_id)

    # -- parts --------------------------------------------------------------------------------

    async def _version(
        self, model_id: str, spec: ModelSpec, source: ModelSource | None
    ) -> ModelVersion:
        """Return a version of what was asked for."""
        self._check_engine(spec)
        task = await self._runtime.get(source.task_id) if source is not None else None
        ml = self._settings().ml
        return await asyncio.to_thread(
            self._maker.make,
            model_id,
            spec,
            folders=(ml.model_path, ml.script_path),
            task=task,
            file=source.file if source is not None else "",
            now=self._now(),
        )

    async def _stopped(self, model: Model) -> Task | None:
        """Return a model's task, once it has ended if it is being stopped."""
        task = await self.looks.task(model)
        while task is not None and task.phase is Phase.STOPPING:
            await asyncio.sleep(_LOOK_EVERY)
            task = await self.looks.task(model)
        return task

    async def _serve(self, model: Model, idempotency: Idempotency | None = None) -> None:
        live = model.live
        serving = Serving(id=model.id, digest=live.digest, spec=live.spec)
        memory = self._runtime.capacity.memory
        spec = plan.task_of(serving, self._settings().ml, memory)
        task = await self._runtime.submit(spec, idempotency=idempotency)
        await self._keep(model.model_copy(update={"task_id": task.id}))

    async def _keep(self, model: Model) -> None:
        await asyncio.to_thread(self._registry.put, model)
        self.keeper.wake()

    async def _forget(self, model: Model) -> None:
        await asyncio.to_thread(self._registry.remove, model.id)
        await asyncio.to_thread(self._maker.discard_all, model.id)
        self.keeper.wake()

    async def _discard(self, version: ModelVersion, model: Model) -> None:
        """Remove the copy of a version that was none, or is none any more, of a model."""
        others = [each.spec.model_path for each in model.versions]
        await asyncio.to_thread(self._maker.discard, version.spec.model_path, others)

    async def _announce(self) -> None:
        self.announcer.tell(await self.looks.all())

    def _check_enabled(self) -> None:
        if not self._settings().ml.enabled:
            raise ExecutorUnavailable(
                Sentence("This node serves no models: the setting ml.enabled is off.")
            )

    def _check_engine(self, spec: ModelSpec) -> None:
        settings = self._settings().ml
        engine = plan.engine_of(spec, settings)
        if engine not in settings.engines:
            sentence = Sentence(
                "There is no engine {engine}; the setting ml.engines has {engines}.",
                engine=engine,
                engines=", ".join(settings.engines),
            )
            raise InvalidRequest(sentence, errors=(FieldError(("engine",), sentence),))

    def _check_name(self, name: str) -> None:
        model = self._registry.named(name)
        if model is not None:
            raise Conflict(
                Sentence(
                    "There is a model named {name}, {model}; start that one, or remove it.",
                    name=name,
                    model=model.id,
                )
            )
