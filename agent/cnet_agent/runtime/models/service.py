"""The models of this node, from their registration to their answers."""

import asyncio
import json
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from pydantic import JsonValue

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import Settings
from cnet_agent.model.errors import (
    AgentError,
    Conflict,
    ExecutorUnavailable,
    FieldError,
    InvalidRequest,
    ModelFailed,
    ModelTooSlow,
    ModelUnavailable,
    NotFound,
)
from cnet_agent.model.phase import Phase
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.served import ModelSpec, Serving
from cnet_agent.model.task import Task
from cnet_agent.runtime.ids import IdSource
from cnet_agent.runtime.locks import Locks
from cnet_agent.runtime.models import figures, files, plan, views
from cnet_agent.runtime.models.link import Link
from cnet_agent.runtime.models.links import Links
from cnet_agent.runtime.models.registry import Model, Registry
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.wire.exposition import Family
from cnet_agent.wire.models import (
    ModelBody,
    ModelHealth,
    ModelInfo,
    ModelMetrics,
    ModelView,
    Prediction,
)
from cnet_worker.frames import PREDICT

_GRACE = 5.0  # seconds beyond a request's own limit for the server to say that it is late
_KEEP_IN_TOUCH = 2.0  # seconds between looks for servers that are new
_LOOK_EVERY = 0.05  # seconds between looks at a task that is being stopped
_RETRY_AFTER = 1.0  # seconds
_REFUSALS: dict[int, type[AgentError]] = {
    HTTPStatus.BAD_REQUEST: InvalidRequest,
    HTTPStatus.UNPROCESSABLE_ENTITY: InvalidRequest,
    HTTPStatus.SERVICE_UNAVAILABLE: ModelUnavailable,
    HTTPStatus.GATEWAY_TIMEOUT: ModelTooSlow,
}


class ModelService:
    """Registers models, has tasks serve them, and asks their servers.

    Args:
        runtime: runs the tasks.
        layout: the data directory.
        settings: in force.
        now: Unix seconds.
    """

    def __init__(
        self,
        runtime: Runtime,
        layout: Layout,
        *,
        settings: Callable[[], Settings],
        now: Callable[[], float],
    ) -> None:
        self._runtime = runtime
        self._settings = settings
        self._now = now
        self._registry = Registry(layout.models)
        self._ids = IdSource()
        self._links = Links(layout)
        self._locks = Locks()

    # -- life ---------------------------------------------------------------------------------

    async def open(self) -> None:
        """Read what is registered; what a task serves is registered again if that was lost."""
        await asyncio.to_thread(self._registry.open)
        known = self._registry.all()
        if known:
            self._ids.go_on_after(known[0].id)
        for task in self._runtime.ledger.open.values():
            serving = task.spec.model
            if serving is None:
                continue
            found = self._registry.get(serving.id)
            if found is None:
                found = Model(
                    id=serving.id,
                    created_at=task.created_at,
                    spec=serving.spec,
                    digest=serving.digest,
                )
            if found.task_id != task.id:
                await self._keep(found.model_copy(update={"task_id": task.id}))

    async def run(self) -> None:
        """Keep in touch with the servers of all models, for ever."""
        while True:
            for model in self._registry.all():
                task = self._runtime.ledger.open.get(model.task_id)
                if task is not None:
                    await self._links.of(task)
            await asyncio.sleep(_KEEP_IN_TOUCH)

    def close(self) -> None:
        """Let go of the servers, which go on."""
        self._links.close()

    # -- what people ask for ------------------------------------------------------------------

    async def create(self, body: ModelBody) -> ModelView:
        """Register a model and have it served; both are on disk when this returns.

        Raises:
            InvalidRequest: its files or its engine cannot be.
            Conflict: another one has the name.
            ExecutorUnavailable, QueueFull, StorageFull: its task is not accepted.
        """
        self._check_enabled()
        given = ModelSpec.model_validate(body.model_dump())
        self._check_engine(given)
        async with self._locks.of(given.name):
            self._check_name(given.name)
            spec, digest = await asyncio.to_thread(
                files.find, given, self._runtime.workspace, self._folders()
            )
            now = self._now()
            model = Model(id=self._ids.make(now), created_at=now, spec=spec, digest=digest)
            await self._keep(model)
            try:
                model = await self._serve(model)
            except AgentError:
                await asyncio.to_thread(self._registry.remove, model.id)
                raise
        return await self.view(model.id)

    async def start(self, model_id: str) -> ModelView:
        """Have a model served again that was stopped, or had failed.

        Raises:
            NotFound: there is no such model.
            Conflict: it is being served.
            ExecutorUnavailable, InvalidRequest, QueueFull, StorageFull: its task is not accepted.
        """
        self._check_enabled()
        async with self._locks.of(model_id):
            model = self._get(model_id)
            task = await self._stopped(model)
            if task is not None and not task.phase.is_final:
                raise Conflict(Sentence("The model {name} is being served.", name=model.spec.name))
            await self._serve(model)
        return await self.view(model_id)

    async def stop(self, model_id: str) -> ModelView:
        """End the serving of a model, which stays registered; it is on its way when this returns.

        Raises:
            NotFound: there is no such model.
        """
        model = self._get(model_id)
        task = await self._task(model)
        if task is not None and not task.phase.is_final:
            await self._runtime.stop(task.id)
        return await self.view(model_id)

    async def remove(self, model_id: str) -> ModelView:
        """Forget a model that is not served, and its last task; return what it was.

        Raises:
            NotFound: there is no such model.
            Conflict: it is being served.
        """
        model = self._get(model_id)
        task = await self._stopped(model)
        if task is not None and not task.phase.is_final:
            raise Conflict(
                Sentence("The model {name} is being served; stop it first.", name=model.spec.name)
            )
        view = await self.view(model_id)
        await asyncio.to_thread(self._registry.remove, model_id)
        if task is not None:
            await self._runtime.purge(task.id)
        return view

    async def predict(self, model_id: str, input_data: JsonValue) -> Prediction:
        """Return what a model answers.

        Raises:
            NotFound: there is no such model.
            Conflict: it is not being served.
            InvalidRequest: the input does not fit it.
            ModelUnavailable: it is being loaded, or has too much to do.
            ModelTooSlow, ModelFailed: it did not answer, or not well.
        """
        model = self._get(model_id)
        link = await self._asked(model)
        began = time.perf_counter()
        body = json.dumps({"input_data": input_data}).encode()
        timeout = self._settings().ml.timeout + _GRACE
        reply = await link.ask(PREDICT, body, timeout)
        if reply is None:
            raise ModelUnavailable(
                Sentence("The model's server ended before it answered."), retry_after=_RETRY_AFTER
            )
        told = json.loads(reply.body)
        if reply.status != HTTPStatus.OK:
            raise _refusal(reply.status, told["error"])
        return Prediction(
            prediction=told["prediction"],
            model_id=model.id,
            model_name=model.spec.name,
            version=model.spec.version,
            latency_ms=round((time.perf_counter() - began) * 1000, 3),
        )

    # -- what people look at ------------------------------------------------------------------

    async def all(self) -> list[ModelView]:
        """Return every model, the newest first."""
        return list(await asyncio.gather(*(self.view(each.id) for each in self._registry.all())))

    async def view(self, model_id: str) -> ModelView:
        """Return a model.

        Raises:
            NotFound: there is no such model.
        """
        return views.model_view((await self._fields(self._get(model_id)))[0])

    async def info(self, model_id: str) -> ModelInfo:
        """Return a model with what its server found out; errors as of ``view``."""
        model = self._get(model_id)
        fields, told = await self._fields(model)
        return views.model_info(fields, model, told)

    async def health(self, model_id: str) -> ModelHealth:
        """Return whether a model can be asked; errors as of ``view``."""
        view = await self.view(model_id)
        return ModelHealth(status=view.status, healthy=view.status == "running", reason=view.reason)

    async def metrics(self, model_id: str) -> ModelMetrics:
        """Return a model's figures; errors as of ``view``."""
        return (await self.view(model_id)).metrics

    def families(self) -> list[Family]:
        """Return the figures of all models, as their servers told them last."""
        models = self._registry.all()
        return figures.families((each, self._links.told(each.task_id)) for each in models)

    def task_id(self, model_id: str) -> str:
        """Return the task that serves a model, or did so last.

        Raises:
            NotFound: there is no such model.
        """
        return self._get(model_id).task_id

    # -- parts --------------------------------------------------------------------------------

    def _get(self, model_id: str) -> Model:
        model = self._registry.get(model_id)
        if model is None:
            raise NotFound(Sentence("There is no model {model}.", model=repr(model_id[:100])))
        return model

    async def _task(self, model: Model) -> Task | None:
        if not model.task_id:
            return None
        try:
            return await self._runtime.get(model.task_id)
        except NotFound:  # it was removed
            return None

    async def _stopped(self, model: Model) -> Task | None:
        """Return a model's task, once it has ended if it is being stopped."""
        task = await self._task(model)
        while task is not None and task.phase is Phase.STOPPING:
            await asyncio.sleep(_LOOK_EVERY)
            task = await self._task(model)
        return task

    async def _serve(self, model: Model) -> Model:
        serving = Serving(id=model.id, digest=model.digest, spec=model.spec)
        memory = self._runtime.capacity.memory
        task = await self._runtime.submit(plan.task_of(serving, self._settings().ml, memory))
        served = model.model_copy(update={"task_id": task.id})
        await self._keep(served)
        return served

    async def _keep(self, model: Model) -> None:
        await asyncio.to_thread(self._registry.put, model)

    async def _fields(self, model: Model) -> tuple[dict[str, Any], dict[str, Any]]:
        task = await self._task(model)
        told = await self._told(task)
        usage = self._runtime.usage.get(task.id) if task is not None else None
        waiting = self._runtime.waiting(task) if task is not None else None
        fields = views.model_fields(
            model,
            plan.engine_of(model.spec, self._settings().ml),
            task,
            told,
            waiting="" if waiting is None else waiting.message,
            memory=None if usage is None else usage.memory,
        )
        return fields, told

    async def _told(self, task: Task | None) -> dict[str, Any]:
        link = await self._links.of(task) if task is not None else None
        return link.told if link is not None else {}

    async def _asked(self, model: Model) -> Link:
        """Return the connection to a model's server.

        Raises:
            Conflict: it is not being served.
            ModelUnavailable: its server is not there yet, or not now.
        """
        task = await self._task(model)
        link = await self._links.of(task) if task is not None else None
        if link is not None:
            return link
        status, reason = views.condition(task, {}, "")
        if status in ("stopped", "failed"):
            raise Conflict(
                Sentence(
                    "The model {name} is not being served ({status}); start it.",
                    name=model.spec.name,
                    status=status,
                )
            )
        raise ModelUnavailable(
            reason or Sentence("The model waits to be loaded."), retry_after=_RETRY_AFTER
        )

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
        for model in self._registry.all():
            if model.spec.name == name:
                raise Conflict(
                    Sentence(
                        "There is a model named {name}, {model}; start that one, or remove it.",
                        name=name,
                        model=model.id,
                    )
                )

    def _folders(self) -> tuple[str, ...]:
        ml = self._settings().ml
        return (ml.model_path, ml.script_path)


def _refusal(status: int, why: str) -> AgentError:
    kind = _REFUSALS.get(status, ModelFailed)
    if kind is InvalidRequest:
        return InvalidRequest(why, errors=(FieldError(("input_data",), why),))
    return kind(why, retry_after=_RETRY_AFTER if kind is ModelUnavailable else None)
