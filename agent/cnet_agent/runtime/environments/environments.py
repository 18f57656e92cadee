"""Makes the Python environment of a task ready, if it needs one."""

import asyncio
import errno
import logging
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cnet_agent.config.paths import at_home
from cnet_agent.model.errors import Conflict, NotFound
from cnet_agent.model.formats import usual_packages
from cnet_agent.model.phase import Reason
from cnet_agent.model.sentence import Sentence, ended, listed, told
from cnet_agent.model.served import ModelSpec
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment, Outcome
from cnet_agent.runtime.carry_out import PrepareError
from cnet_agent.runtime.environments import builder, metadata
from cnet_agent.runtime.environments.cache import Cache, Cached, environment_id
from cnet_agent.runtime.environments.interpreters import Interpreters, candidates
from cnet_agent.runtime.environments.pip_settings import uv_environment
from cnet_agent.runtime.environments.requirement_check import (
    BadRequirement,
    Interpreter,
    accepts,
    missing,
    normalised,
    present,
)
from cnet_agent.wire.node import EnvironmentInfo

logger = logging.getLogger(__name__)

Log = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Need:
    """What a task needs of its interpreter."""

    requirements: tuple[str, ...]
    requires_python: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a task shall run: in ``ready``, or in an environment built on ``interpreter``."""

    need: Need
    interpreter: Interpreter
    ready: bool
    order: builder.Order


class Environments:
    """Prepares environments, shares their building, and keeps them for the next time.

    Args:
        root: folder of the cached environments.
        python: the setting ``tasks.python`` as it is now.
        now: Unix seconds.
    """

    def __init__(self, root: Path, *, python: Callable[[], str], now: Callable[[], float]) -> None:
        self.in_use: Callable[[], Collection[str]] = tuple  # ids, by tasks that have not ended
        self._cache = Cache(root)
        self._python = python
        self._now = now
        self._interpreters = Interpreters(root)
        self._builds: dict[str, _Build] = {}
        self._opening = asyncio.Lock()
        self._opened = False

    def needs_preparation(self, spec: TaskSpec) -> bool:
        """Tell by the specification alone whether an environment may have to be made."""
        return spec.model is not None or _script(spec) is not None

    async def prepare(self, spec: TaskSpec, working_dir: Path, log: Log) -> Environment | None:
        """Return the environment to run in, None where none is needed.

        What is done is told to ``log`` by the line.

        Raises:
            PrepareError: it could not be made.
        """
        began = asyncio.get_running_loop().time()
        try:
            choice = await self._choose(spec, working_dir)
            if choice is None:
                return None
            if choice.ready:
                return Environment(
                    python=choice.interpreter.executable,
                    packages=present(choice.interpreter, choice.need.requirements),
                    source="existing",
                    seconds=asyncio.get_running_loop().time() - began,
                )
            name = environment_id(choice.order, choice.interpreter)
            cached = await asyncio.to_thread(self._cache.find, name, self._now())
            built = cached or await self._built(name, choice.order, log)
        except (BadRequirement, metadata.BadMetadata) as error:
            raise self._error(told(error), temporary=False) from error
        except builder.BuildFailed as error:
            raise self._error(told(error), temporary=error.temporary) from error
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            reason = Reason.STORAGE_ERROR if full else Reason.ENVIRONMENT_ERROR
            raise self._error(told(error), temporary=True, reason=reason) from error
        return Environment(
            python=str(built.python),
            packages=built.packages,
            source="cached" if cached else "built",
            seconds=asyncio.get_running_loop().time() - began,
            id=built.id,
        )

    async def outlook(self, spec: TaskSpec, working_dir: Path) -> str:
        """Return a sentence on the environment that a task would run in, or nothing."""
        try:
            choice = await self._choose(spec, working_dir)
        except (BadRequirement, metadata.BadMetadata, builder.BuildFailed, OSError) as error:
            return Sentence("Its Python environment could not be made: {why}.", why=told(error))
        if choice is None:
            return ""
        names = ", ".join(choice.need.requirements)
        if choice.ready:
            return Sentence(
                "{python} has what it needs: {packages}.",
                python=choice.interpreter.executable,
                packages=names or Sentence("nothing"),
            )
        name = environment_id(choice.order, choice.interpreter)
        if await asyncio.to_thread(self._cache.find, name, self._now()) is not None:
            return Sentence("A cached environment has what it needs: {packages}.", packages=names)
        return Sentence(
            "An environment will be made on {python} with {packages}.",
            python=choice.interpreter.executable,
            packages=names,
        )

    async def list(self) -> list[EnvironmentInfo]:
        """Return the cached environments, the latest used first."""
        return await asyncio.to_thread(self._cache.list)

    async def delete(self, environment: str) -> None:
        """Remove a cached environment that no task uses.

        Raises:
            NotFound: there is none.
            Conflict: a task uses it, or it is being built.
        """
        if environment in self._builds or environment in self.in_use():
            raise Conflict(
                Sentence("A task uses this environment; remove it once the task has ended.")
            )
        if not await asyncio.to_thread(self._cache.delete, environment):
            raise NotFound(
                Sentence("There is no environment {environment}.", environment=repr(environment))
            )

    async def _choose(self, spec: TaskSpec, working_dir: Path) -> Choice | None:
        """Return where a task shall run, None where nothing is asked of its interpreter."""
        need = await asyncio.to_thread(_need, spec, working_dir)
        if need is None:
            return None
        async with self._opening:
            if not self._opened:
                await asyncio.to_thread(self._open)
                self._opened = True
        variables = spec.env if spec.model is None else spec.model.spec.env
        paths = candidates(self._python(), variables.get("PATH"))
        found = await self._interpreters.ask(paths)
        fitting = [one for one in found if accepts(one, need.requires_python)]
        if not fitting:
            silent = {path: self._interpreters.silent.get(path, "") for path in paths}
            why = _no_python(need.requires_python, found, silent)
            raise builder.BuildFailed(why, temporary=False)
        able = next((one for one in fitting if not missing(one, need.requirements)), None)
        order = builder.Order(fitting[0].executable, need.requirements, spec.allow_build)
        return Choice(need, able or fitting[0], able is not None, order)

    def _open(self) -> None:
        self._cache.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._cache.clear_leftovers()

    async def _built(self, name: str, order: builder.Order, log: Log) -> Cached:
        """Build an environment, together with others who want the same one."""
        while (running := self._builds.get(name)) is not None and running.task.cancelling():
            await asyncio.wait([running.task])
        if running is None:
            running = self._builds[name] = _Build(log)
            running.task = asyncio.create_task(self._build(name, order, running.tell))
            running.task.add_done_callback(lambda _task: self._builds.pop(name, None))
        else:
            log("Another task is building the same environment; waiting for it")
            running.logs.append(log)
        try:
            running.waiting += 1
            return await asyncio.shield(running.task)
        finally:
            running.waiting -= 1
            running.logs.remove(log)
            if not running.waiting and not running.task.done():
                running.task.cancel()
                await asyncio.wait([running.task])

    async def _build(self, name: str, order: builder.Order, log: Log) -> Cached:
        clock = asyncio.get_running_loop().time
        began = clock()
        folder = await asyncio.to_thread(self._cache.begin, name)
        try:
            with (folder / builder.LOG).open("w", encoding="utf-8") as file:

                def write(line: str) -> None:
                    file.write(f"{line}\n")
                    log(line)

                packages = await builder.build(order, folder, uv_environment(os.environ), write)
            cached = await asyncio.to_thread(
                self._cache.finish, name, order, packages, clock() - began, self._now()
            )
        except BaseException:
            await asyncio.shield(asyncio.to_thread(self._cache.give_up, name))
            raise
        log(f"The environment is ready after {clock() - began:.1f} s")
        return cached

    def _error(
        self, sentence: str, *, temporary: bool, reason: Reason = Reason.ENVIRONMENT_ERROR
    ) -> PrepareError:
        detail = ended(sentence)
        return PrepareError(
            Outcome(reason, ended_at=self._now(), detail=detail, retryable=temporary)
        )


class _Build:
    """A build that runs, and who wants it."""

    task: asyncio.Task[Cached]

    def __init__(self, log: Log) -> None:
        self.waiting = 0
        self.logs = [log]

    def tell(self, line: str) -> None:
        for log in self.logs:
            log(line)


def _no_python(wanted: str, found: Sequence[Interpreter], silent: Mapping[str, str]) -> str:
    """Return why none of the interpreters that there are will do.

    Args:
        wanted: the versions that would.
        found: those that answered.
        silent: where there are none: why each of the others did not, by its path.
    """
    if not found and not silent:
        return Sentence("there is no Python; install one and name it in the setting tasks.python")
    if not found:
        return Sentence(
            "no Python answers what it has: {found}; name another one in the setting tasks.python",
            found=listed(
                Sentence("{python} says {said}", python=path, said=repr(said))
                for path, said in silent.items()
            ),
        )
    versions = [
        Sentence("{python} is {version}", python=one.executable, version=one.version)
        for one in found
    ]
    return Sentence(
        "it needs Python {wanted}, and {found}; install one and name it in the setting "
        "tasks.python",
        wanted=wanted,
        found=listed(versions),
    )


def _need(spec: TaskSpec, working_dir: Path) -> Need | None:
    """Return what a task asks of its interpreter.

    Raises:
        BadMetadata, BadRequirement: that cannot be understood.
    """
    if spec.model is not None:
        return _need_of_a_model(spec.model.spec, working_dir)
    script = _script(spec)
    if script is None:
        return None
    said = _said(working_dir / at_home(script))
    if said is None and not spec.requirements:
        return None
    said = said or metadata.ScriptMetadata()
    requirements = normalised((*spec.requirements, *said.dependencies))
    return Need(requirements, said.requires_python)


def _need_of_a_model(model: ModelSpec, workspace: Path) -> Need:
    """Return what a model asks of the interpreter that loads it: what it says, or its script."""
    said = None
    if model.script_path and not model.requirements:
        said = _said(workspace / at_home(model.script_path))
    if said is not None:
        return Need(normalised(said.dependencies), said.requires_python)
    return Need(normalised(model.requirements or usual_packages(model.model_path)), "")


def _script(spec: TaskSpec) -> str | None:
    return metadata.script_of(spec.command, spec.args) if spec.is_process else None


def _said(file: Path) -> metadata.ScriptMetadata | None:
    if not file.is_file():
        return None
    with file.open("rb") as opened:
        return metadata.parse(opened.read(metadata.MAX_SCRIPT).decode("utf-8", "replace"))
