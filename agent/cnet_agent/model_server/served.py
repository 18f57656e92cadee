"""A model that is served: its versions, which of them gets a request, what is told of them."""

import asyncio
import json
import logging
import time
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from pathlib import Path
from typing import Any

from cnet_agent.model_server.awake import Awake
from cnet_agent.model_server.condition import Condition, NoModel, Refusal
from cnet_agent.model_server.ending import cancel_all
from cnet_agent.model_server.meter import view_of
from cnet_agent.model_server.traffic import Traffic, Wheel, settled
from cnet_agent.model_server.version import Version
from cnet_agent.serving.order import ServingOrder, VersionOrder
from cnet_worker.frames import Reply

logger = logging.getLogger(__name__)

_TELL_ERRORS_EVERY = 1.0  # seconds
_KINDS = {400: "invalid", 422: "invalid", 500: "model", 503: "refused", 504: "timeout"}


class Served:
    """Serves the versions of one model until it is cancelled, or none can be loaded.

    Args:
        order: what is served, and how.
        folder: of the server's own files.
    """

    def __init__(self, order: ServingOrder, folder: Path) -> None:
        self.order = order
        self.on_change: Callable[[], None] = lambda: None
        self._folder = folder
        self._versions: dict[str, Version] = {}
        self._coming: dict[str, Version] = {}  # what is to be held otherwise, until it is loaded
        self._tasks: dict[asyncio.Task[None], Version] = {}  # of those that are let go as well
        self._current: Traffic = {}  # how requests are divided, empty before anything is loaded
        self._wheel = Wheel(order.traffic)
        self._look = asyncio.Event()
        self._leaving: set[asyncio.Task[None]] = set()
        self._awake = Awake()
        self._asked = 0  # requests that have no answer yet
        self._told_error = -_TELL_ERRORS_EVERY
        for each in order.versions:
            self._versions[each.version] = self._made(each)

    # -- life ---------------------------------------------------------------------------------

    async def run(self) -> None:
        """Serve what the order says, also when that changes.

        Raises:
            NoModel: nothing of what is wanted can be loaded.
        """
        try:
            while True:
                for version in (*self._versions.values(), *self._coming.values()):
                    if version not in self._tasks.values():
                        self._tasks[asyncio.ensure_future(version.run())] = version
                self._settle()
                await self._next_look()
        finally:
            await cancel_all([*self._leaving, *self._tasks])

    async def watch(self) -> None:
        """Give up what is late, and processes that say nothing while requests are late."""
        while True:
            await asyncio.sleep(min(self.order.timeout / 10, 1.0))
            now = time.monotonic()
            for version in self._versions.values():
                version.give_up(now)

    def take(self, order: ServingOrder) -> None:
        """Take a new order; what it keeps of the versions is kept as it is.

        One that is to be held otherwise answers as it is held until that is loaded. One that could
        not be loaded is tried again where it is to get requests. Its name, its port and whom it
        trusts are those of the first order until the server ends.
        """
        self._divide()  # as the old one has it: what was loaded just now serves until then
        self.order = order
        self._forget_coming()
        for each in order.versions:
            version = self._versions.get(each.version)
            if version is None:
                logger.info("Version %s is added", each.version)
                self._versions[each.version] = self._made(each)
            elif self._is_wanted_anew(version) or (version.order != each and not version.workers):
                self._replace(each.version, self._made(each))
            elif version.order != each and each.version not in self._coming:
                logger.info("Version %s is loaded anew, as it is wanted now", each.version)
                self._coming[each.version] = self._made(each)
        self._turn()

    async def drain(self, seconds: float) -> None:
        """Take no more requests, and wait for the answers to those that were taken."""
        await asyncio.gather(*(version.drain(seconds) for version in self._versions.values()))

    # -- requests -----------------------------------------------------------------------------

    async def ask(self, kind: int, body: bytes, version: str = "") -> Reply | Refusal:
        """Return the model's answer to a request, or why it was not given one.

        Args:
            kind: of ``cnet_worker.frames``.
            body: the request.
            version: that is to answer; the one whose turn it is if empty.
        """
        began = time.monotonic()
        asked = self._versions.get(version) if version else self._next()
        if asked is None:
            return Refusal(HTTPStatus.NOT_FOUND, f"The model has no version {version!r}.")
        self._asked += 1
        self._awake.came(alone=self._asked == 1 and asked.may_watch)
        try:
            reply = await asked.ask(kind, body)
        finally:
            self._asked -= 1
        self._awake.came(alone=not self._asked and asked.may_watch)
        if isinstance(reply, Refusal):
            self._count(asked, reply.status, reply.error)
        elif reply.status == HTTPStatus.OK:
            now = time.monotonic()
            asked.meter.answer(
                now, now - began, reply.waited_us / 1e6, reply.computed_us / 1e6, reply.rows
            )
        else:
            self._count(asked, reply.status, str(json.loads(reply.body)["error"]))
        return reply

    def count(self, refusal: Refusal, defect: Exception | None = None) -> None:
        """Count a request that is not given to the model, perhaps for a defect of ours."""
        self._count(self._main, refusal.status, refusal.error, defect)

    # -- how it is ----------------------------------------------------------------------------

    @property
    def condition(self) -> Condition:
        """How the version is that gets most of the requests."""
        return self._main.condition

    def condition_of(self, version: str) -> Condition | None:
        """Return how a version is, None if there is none of that name."""
        found = self._versions.get(version)
        return found.condition if found is not None else None

    @property
    def versions(self) -> list[str]:
        """The names of the versions."""
        return list(self._versions)

    def figures(self, now: float) -> dict[str, Any]:
        """Return the figures of all versions together, at a time of the monotonic clock."""
        return view_of([version.meter for version in self._versions.values()], now)

    def view(self) -> dict[str, Any]:
        """Return how the model is, with its figures."""
        now = time.monotonic()
        each = {name: view_of([version.meter], now) for name, version in self._versions.items()}
        return {
            "revision": self.order.revision,
            **_told(self.condition),
            "traffic": dict(self._wheel.traffic),
            "pending": sum(version.pending for version in self._versions.values()),
            # Not summed up again where there is one: requests wait meanwhile.
            "metrics": next(iter(each.values())) if len(each) == 1 else self.figures(now),
            "versions": {
                name: {
                    **_told(version.condition),
                    "workers": version.workers,
                    "pending": version.pending,
                    "metrics": each[name],
                }
                for name, version in self._versions.items()
            },
        }

    # -- parts --------------------------------------------------------------------------------

    @property
    def _main(self) -> Version:
        return self._versions.get(self._wheel.main) or next(iter(self._versions.values()))

    def _next(self) -> Version:
        """Return the version whose turn it is, or one that answers where that does not."""
        if len(self._wheel.traffic) == 1:
            return self._main
        found = self._versions.get(self._wheel.next())
        if found is None or not found.answers:
            others = (self._versions.get(name) for name in self._wheel.traffic)
            found = next((each for each in others if each is not None and each.answers), found)
        return found or self._main

    def _made(self, order: VersionOrder) -> Version:
        return Version(
            order,
            self._folder,
            timeout=self.order.timeout,
            on_change=self._turn,
        )

    def _settle(self) -> None:
        """Divide the requests as the states of the versions allow.

        Raises:
            NoModel: none of those that shall get any can be loaded.
        """
        self._take_over()
        traffic = self._divide()
        held = [self._versions.get(name) for name in traffic]
        if all(version is not None and version.condition.state == "failed" for version in held):
            raise NoModel(self._versions[Wheel(traffic).main].condition.reason)
        if traffic != self._wheel.traffic:
            logger.info("Requests go to %s", _divided(traffic))
            self._wheel = Wheel(traffic)
            self.on_change()
        kept = {each.version for each in self.order.versions} | {*traffic}
        for name in [name for name in self._versions if name not in kept]:
            self._drop(name)

    def _divide(self) -> Traffic:
        """Return how requests are to be divided by now, and keep that if something is loaded."""
        order = self.order
        states = {name: version.condition.state for name, version in self._versions.items()}
        traffic = settled(order.traffic, order.previous, self._current, states)
        if any(states.get(name) == "running" for name in traffic):
            self._current = traffic
        return traffic

    async def _next_look(self) -> None:
        """Wait until a version has changed.

        Raises:
            Exception: a defect of ours in keeping one.
        """
        self._look.clear()
        looks = asyncio.ensure_future(self._look.wait())
        try:
            await asyncio.wait([looks, *self._tasks], return_when=asyncio.FIRST_COMPLETED)
        finally:
            looks.cancel()
        for task in [task for task in self._tasks if task.done()]:
            del self._tasks[task]
            if not task.cancelled():
                task.result()

    def _is_wanted_anew(self, version: Version) -> bool:
        """Tell whether a version that could not be loaded is to be tried again."""
        return version.condition.state == "failed" and version.order.version in self.order.traffic

    def _take_over(self) -> None:
        """Put what is loaded in the place of what is to be held otherwise."""
        for name, version in list(self._coming.items()):
            if version.workers or self._versions[name].condition.state == "failed":
                self._replace(name, self._coming.pop(name))
            elif version.condition.state == "failed":
                logger.error(
                    "Version %s is served as before, for it cannot be loaded as it is wanted: %s",
                    name,
                    version.condition.reason,
                )
                self._spawn(self._let_go(self._coming.pop(name)))

    def _forget_coming(self) -> None:
        """Let go of what was to take over, and is not loaded yet, where that is wanted no more."""
        for name, version in list(self._coming.items()):
            if version.order not in self.order.versions:
                self._spawn(self._let_go(self._coming.pop(name)))

    def _replace(self, name: str, version: Version) -> None:
        self._spawn(self._let_go(self._versions[name]))
        self._versions[name] = version

    def _drop(self, name: str) -> None:
        """Let a version go, once it has answered what it was asked."""
        logger.info("Version %s is let go", name)
        self._spawn(self._let_go(self._versions.pop(name)))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    async def _let_go(self, version: Version) -> None:
        await version.drain(self.order.timeout)
        for task, of in self._tasks.items():
            if of is version:
                task.cancel()

    def _turn(self) -> None:
        self._look.set()
        self.on_change()

    def _count(
        self, version: Version, status: int, error: str, defect: Exception | None = None
    ) -> None:
        now, kind = time.monotonic(), _KINDS.get(status, "model")
        version.meter.error(now, kind)
        if now - self._told_error >= _TELL_ERRORS_EVERY:  # not of each: there may be thousands
            self._told_error = now
            logger.warning("A request got %d: %s", status, error[:1000], exc_info=defect)


def _told(condition: Condition) -> dict[str, Any]:
    return {
        "state": condition.state,
        "reason": condition.reason,
        "facts": dict(condition.facts),
        "worker": condition.worker,
    }


def _divided(traffic: Traffic) -> str:
    return ", ".join(f"version {name}: {percent} %" for name, percent in traffic.items())
