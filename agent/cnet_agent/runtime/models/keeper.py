"""Has the server of every model know how the model is registered, and observers how it does."""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import Settings
from cnet_agent.executors.base import Launch
from cnet_agent.model.phase import Phase
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.served import Serving
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment, Task
from cnet_agent.runtime.carry_out import PrepareError, Preparer
from cnet_agent.runtime.locks import Locks
from cnet_agent.runtime.models import changes, plan
from cnet_agent.runtime.models.links import Links
from cnet_agent.runtime.models.registry import Model, ModelVersion, Registry
from cnet_agent.runtime.runtime import Runtime
from cnet_agent.serving.asking import ORDER
from cnet_agent.serving.order import ServingOrder
from cnet_agent.serving.start import ORDER as ORDER_FILE

logger = logging.getLogger(__name__)

_DEFECT = Sentence("It failed for a mistake of the agent's; its log has more.")
_LOOK_EVERY = 2.0  # seconds between looks for servers that are new
_REST = 0.1  # seconds between looks, however much changes
_PATIENCE = 5.0  # seconds for a server to read its order


class Keeper:
    """Looks after the models that are served.

    What it finds undone it does: environments of versions are made, orders written and read. So
    it does not matter where an agent was when it died.

    Args:
        runtime: runs the tasks.
        environments: makes those of versions.
        registry: has the models.
        links: to their servers.
        locks: by model; whoever changes one holds its lock.
        layout: the data directory.
        settings: in force.
        on_look: called after each look at all of them.
    """

    def __init__(
        self,
        runtime: Runtime,
        environments: Preparer,
        registry: Registry,
        links: Links,
        locks: Locks,
        layout: Layout,
        *,
        settings: Callable[[], Settings],
        on_look: Callable[[], Awaitable[None]],
    ) -> None:
        self._runtime = runtime
        self._environments = environments
        self._registry = registry
        self._links = links
        self._locks = locks
        self._layout = layout
        self._settings = settings
        self._on_look = on_look
        self._wake = asyncio.Event()
        # By model, version and when that was made: its name may be another's by now.
        self._making: dict[tuple[str, str, float], asyncio.Task[None]] = {}

    def wake(self) -> None:
        """Look soon: something has changed."""
        self._wake.set()

    async def run(self) -> None:
        """Look after them, for ever."""
        while True:
            self._wake.clear()
            for model in self._registry.all():
                try:
                    async with self._locks.of(model.id):
                        await self._look_after(model.id)
                except OSError as error:  # the disk is full or failing; it is tried again
                    logger.warning("The model %s cannot be kept: %s", model.name, error)
                except Exception:  # a defect of ours, which is to concern no other model
                    logger.exception("The model %s cannot be looked after", model.name)
            await self._on_look()
            await asyncio.sleep(_REST)
            try:
                await asyncio.wait_for(self._wake.wait(), _LOOK_EVERY)
            except TimeoutError:
                continue

    async def close(self) -> None:
        """Make no more environments."""
        making = list(self._making.values())
        for task in making:
            task.cancel()
        if making:
            await asyncio.wait(making)

    def environments(self) -> set[str]:
        """Return the ids of the cached environments that versions of models need."""
        models = self._registry.all()
        return {version.environment for model in models for version in model.held} - {""}

    def order_of_launch(self, launch: Launch, folder: Path) -> ServingOrder:
        """Return the order of a server that is to be started with its files in a folder."""
        assert launch.spec.model is not None
        return self.order(launch.spec.model, launch.environment, folder)

    def order(
        self, serving: Serving, environment: Environment | None, folder: Path
    ) -> ServingOrder:
        """Return the order of a model's server.

        Args:
            serving: of its task.
            environment: of its task.
            folder: of its files.
        """
        model = self._registry.get(serving.id) or model_of(serving)
        pythons = _pythons(model, serving, environment)
        return plan.order_of(model, pythons, folder, self._settings(), self._layout.model_tokens)

    async def _look_after(self, model_id: str) -> None:
        model = self._registry.get(model_id)
        if model is None:
            return
        task = self._runtime.ledger.open.get(model.task_id)
        if task is None or task.spec.model is None:
            return
        model = await self._note_environment(model, task)
        for version in model.held:
            own = version.name == task.spec.model.spec.version
            if not (own or version.python or version.problem):
                self._make(model.id, version, task.spec)
        link = await self._links.of(task)
        if task.phase is not Phase.RUNNING or link is None:
            return
        if link.told["revision"] != model.revision:  # it is larger if that was registered anew
            folder = self._layout.task(task.id).root
            order = self.order(task.spec.model, task.environment, folder)
            await asyncio.to_thread(order.write, folder / ORDER_FILE)
            await link.ask(ORDER, b"", _PATIENCE)

    async def _note_environment(self, model: Model, task: Task) -> Model:
        """Keep for later in which environment the task's own version runs."""
        assert task.spec.model is not None
        name = task.spec.model.spec.version
        if task.environment is None or all(each.name != name for each in model.versions):
            return model
        python, environment = task.environment.python, task.environment.id
        if model.version(name).python == python:
            return model
        noted = changes.with_environment(model, name, python=python, environment=environment)
        noted = noted.model_copy(update={"revision": model.revision})  # its server knows
        await asyncio.to_thread(self._registry.put, noted)
        return noted

    def _make(self, model_id: str, version: ModelVersion, spec: TaskSpec) -> None:
        key = (model_id, version.name, version.created_at)
        if key in self._making:
            return
        making = self._making[key] = asyncio.ensure_future(self._made(model_id, version, spec))

        def done(_: asyncio.Task[None]) -> None:
            del self._making[key]
            self.wake()

        making.add_done_callback(done)

    async def _made(self, model_id: str, version: ModelVersion, spec: TaskSpec) -> None:
        """Make a version's environment, and keep where it is or why it is not."""
        wanted = spec.model_copy(
            update={
                "model": Serving(id=model_id, digest=version.digest, spec=version.spec),
                "allow_build": version.spec.allow_build,
            }
        )
        found: dict[str, str] = {}
        try:
            log = partial(logger.info, "Version %s of %s: %s", version.name, version.spec.name)
            made = await self._environments.prepare(wanted, self._runtime.workspace, log)
            found = {"python": sys.executable}
            if made is not None:
                found = {"python": made.python, "environment": made.id}
        except PrepareError as error:
            found = {"problem": error.outcome.detail}
        except Exception:
            logger.exception("The environment of %s could not be made", version.spec.name)
            found = {"problem": _DEFECT}
        async with self._locks.of(model_id):
            model = self._registry.get(model_id)
            if model is not None and version in model.versions:  # as it was, and no other
                model = changes.with_environment(model, version.name, **found)
                await asyncio.to_thread(self._registry.put, model)


def model_of(serving: Serving, *, created_at: float = 0.0, task_id: str = "") -> Model:
    """Return the model that a task serves, where nothing else is known of it."""
    version = ModelVersion(spec=serving.spec, digest=serving.digest, created_at=created_at)
    return Model(
        id=serving.id,
        created_at=created_at,
        versions=(version,),
        traffic={version.name: 100},
        task_id=task_id,
    )


def _pythons(model: Model, serving: Serving, environment: Environment | None) -> dict[str, str]:
    """Return interpreters by version, of those that are ready; the task's own is."""
    found = {version.name: version.python for version in model.held if version.python}
    own = environment.python if environment is not None else sys.executable
    if any(version.name == serving.spec.version for version in model.held):
        found[serving.spec.version] = own  # it may be another than last time
    return found or {model.live.name: own}
