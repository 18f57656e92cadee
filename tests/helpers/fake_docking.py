"""A Docker for the training service, as a test wants it; builds end when a test lets them."""

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cnet_agent.executors.base import Availability
from cnet_agent.executors.container_build import Image, ImageEngine
from cnet_agent.executors.container_engine import Engine, Stream
from cnet_agent.executors.container_threads import Threads
from cnet_agent.runtime.training.assembly import Docking
from cnet_agent.runtime.training.plan import Docker

AWAY = Availability(False, "Docker is not running.", mend="Start it.", command="start docker")
HERE = Availability(True, "Docker 28.2")


class FakeBuild:
    """The messages of a build: those given, then those that come until ``over`` is set."""

    def __init__(self, messages: list[dict[str, Any]], error: Exception | None) -> None:
        self.over = threading.Event()
        self.is_closed = False
        self._messages = messages
        self._error = error

    def __iter__(self) -> Iterator[dict[str, Any]]:
        yield from self._messages
        self.over.wait(10)
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        self.is_closed = True
        self.over.set()


class FakeImages(ImageEngine):
    """Images and builds from memory."""

    def __init__(self) -> None:
        super().__init__(Engine(lambda: None))
        self.found: list[Image] = []
        self.messages: list[dict[str, Any]] = []
        self.error: Exception | None = None
        self.hangs = False
        self.asked: list[tuple[str, dict[str, str], bool]] = []
        self.files: list[str] = []  # what the last build was made from
        self.last: FakeBuild | None = None

    def training_images(self, also: str) -> list[Image]:
        return self.found

    def build(
        self, folder: Path, tag: str, arguments: Mapping[str, str], *, no_cache: bool
    ) -> Stream[dict[str, Any]]:
        self.asked.append((tag, dict(arguments), no_cache))
        self.files = sorted(file.name for file in folder.iterdir())
        self.last = FakeBuild(self.messages, self.error)
        if not self.hangs:
            self.last.over.set()
        return self.last


class FakeDocking:
    """Says what is asked of Docker."""

    def __init__(self) -> None:
        self.availability = AWAY
        self.local: set[str] = set()  # images that are here
        self.gives_gpus = False
        self.images = FakeImages()

    async def probe(self, image: str) -> Docker:
        if not self.availability.available:
            return Docker(self.availability)
        return Docker(self.availability, image in self.local, self.gives_gpus)

    def docking(self) -> Docking:
        """Return it as the service takes it."""
        return Docking(lambda: self.availability, self.probe, self.images, Threads())
