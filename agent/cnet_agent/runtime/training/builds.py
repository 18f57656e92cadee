"""Builds of the standard training image: one at a time for each name, and who follows them."""

import asyncio
import contextlib
import logging
import os
import shutil
import time
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from logging import Logger
from pathlib import Path
from typing import Any

from cnet_agent.config.schema import TrainingSettings
from cnet_agent.executors.base import Availability
from cnet_agent.executors.container_build import (
    BASE_LABEL,
    LABEL,
    MAX_CONTEXT,
    BadIgnoreFile,
    Image,
    ImageEngine,
    TooLarge,
)
from cnet_agent.executors.container_engine import Refused, Stream, Unreachable
from cnet_agent.executors.container_threads import Threads
from cnet_agent.model.errors import Conflict, ExecutorUnavailable, FieldError, NotFound
from cnet_agent.model.quantities import format_duration, format_size
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.runtime.background import Background
from cnet_agent.runtime.environments.pip_settings import index_url
from cnet_agent.runtime.training.build_steps import Lines, Steps, explain, has_password
from cnet_agent.runtime.training.kept_lines import KeptLines
from cnet_agent.wire.images import BuildBody, BuildStatus, BuildView, ImagesView, ImageView

logger = logging.getLogger(__name__)

FOLDER = "examples/training"  # of the workspace: what the image is built from
KEPT = 20  # builds
AT_ONCE = 4
BATCH = 500  # lines that a follower is given at a time


@dataclass(eq=False, slots=True)
class Build:
    """A build, as it stands."""

    id: str
    tag: str
    base_image: str
    started_at: float  # Unix seconds
    began: float = field(default_factory=time.monotonic)
    took: float | None = None  # seconds, once it has ended
    status: BuildStatus = "running"
    ended_at: float | None = None
    steps: Steps = field(default_factory=Steps)
    message: str = ""
    lines: KeptLines = field(default_factory=KeptLines)
    stream: Stream[dict[str, Any]] | None = None
    is_unwanted: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self) -> None:
        """Wake who follows it."""
        self.changed.set()
        self.changed = asyncio.Event()


class Builds:
    """Starts, follows and ends builds; lists images.

    Args:
        engine: asked about images.
        threads: where that blocks.
        availability: whether Docker answered lately.
        settings: of the training service.
        workspace: has what is built from; what is missing there is taken from ``bundled``.
        bundled: the folder with the standard Dockerfile.
        worker: the log of the training service's work.
        now: Unix seconds.
    """

    def __init__(
        self,
        engine: ImageEngine,
        threads: Threads,
        availability: Callable[[], Availability],
        settings: Callable[[], TrainingSettings],
        workspace: Path,
        bundled: Path,
        worker: Logger,
        now: Callable[[], float],
    ) -> None:
        self._engine = engine
        self._threads = threads
        self._availability = availability
        self._settings = settings
        self._folder = workspace / FOLDER
        self._bundled = bundled
        self._worker = worker
        self._now = now
        self._builds: dict[str, Build] = {}
        self._background = Background()

    async def close(self) -> None:
        """End what is being built: Docker keeps the layers that are finished."""
        for build in self._running():
            _end(build)
        await self._background.close()

    async def images(self) -> ImagesView:
        """Return the images that jobs can run in, and the latest builds."""
        default = self._settings().image
        docker = self._availability()
        images: list[ImageView] = []
        if docker.available:
            try:
                found = await self._threads.run(self._engine.training_images, default)
                images = [_image(image, default) for image in found]
            except (Unreachable, Refused) as error:
                docker = Availability(False, told(error))
        return ImagesView(
            available=docker.available,
            detail=docker.detail,
            mend=docker.mend,
            command=docker.command,
            default_image=default,
            images=images,
            builds=[self._view(build) for build in reversed(self._builds.values())],
        )

    def start(self, wanted: BuildBody) -> BuildView:
        """Begin to build; a build of that name that runs already is returned as it is.

        Raises:
            ExecutorUnavailable: Docker does not answer.
            Conflict: too many are being built.
        """
        docker = self._availability()
        if not docker.available:
            sentence = Sentence("No image can be built here: {why}", why=docker.detail)
            raise ExecutorUnavailable(sentence, errors=(FieldError(("tag",), sentence),))
        tag = wanted.tag or self._settings().image
        for build in self._running():
            if build.tag == tag:
                return self._view(build)
        if len(list(self._running())) >= AT_ONCE:
            raise Conflict(
                Sentence(
                    "{count} images are being built already; wait for one of them, or cancel it.",
                    count=AT_ONCE,
                )
            )
        build = Build(uuid.uuid4().hex[:12], tag, wanted.base_image, self._now())
        self._builds[build.id] = build
        self._make_room()
        self._worker.info("Building the image %s", tag)
        self._background.spawn(self._build(build, no_cache=wanted.no_cache), f"build {tag}")
        return self._view(build)

    def cancel(self, build_id: str) -> BuildView:
        """End a build; one that has ended is returned as it is.

        Raises:
            NotFound: there is no such build.
        """
        build = self._get(build_id)
        if build.status == "running":
            _end(build)
        return self._view(build)

    def view(self, build_id: str) -> BuildView:
        """Return a build.

        Raises:
            NotFound: there is no such build.
        """
        return self._view(self._get(build_id))

    async def follow(self, build_id: str) -> AsyncIterator[list[str] | BuildView]:
        """Yield what a build printed and prints, and how it stands each time that changed.

        It ends after the end of the build. Raises as ``view``.
        """
        build = self._get(build_id)
        read = 0
        before: tuple[object, ...] | None = None
        while True:
            changed = build.changed
            while lines := build.lines.since(read)[:BATCH]:
                read = max(read, build.lines.first) + len(lines)
                yield lines
            if (now := (build.status, build.steps, build.message)) != before:
                before = now
                yield self._view(build)
            if build.status != "running":
                return
            await changed.wait()

    # -- how ----------------------------------------------------------------------------------

    async def _build(self, build: Build, *, no_cache: bool) -> None:
        status: BuildStatus = "failed"
        try:
            await self._run(build, no_cache=no_cache)
            status = "succeeded"
        except (Unreachable, Refused) as error:
            last = build.lines.since(build.lines.count - 50)
            build.message = explain(told(error), build.base_image, build.steps.step, last)
            if isinstance(error, Unreachable):
                build.message = Sentence("Docker went away: {why}", why=told(error))
        except TooLarge:
            build.message = Sentence(
                "{folder} holds more than {most}; move what is not for the image elsewhere.",
                folder=self._folder,
                most=format_size(MAX_CONTEXT),
            )
        except BadIgnoreFile as error:
            build.message = Sentence(
                "{file} cannot be understood: {why}.",
                file=self._folder / ".dockerignore",
                why=str(error),
            )
        except OSError as error:
            build.message = Sentence(
                "{folder} cannot be read: {why}.", folder=self._folder, why=str(error)
            )
        except Exception:
            logger.exception("The image %s could not be built", build.tag)
            build.message = Sentence("It failed for a mistake of the agent's; its log has more.")
        if build.is_unwanted and status != "succeeded":
            status, build.message = "cancelled", Sentence("The build was cancelled.")
        build.ended_at = self._now()
        build.took = time.monotonic() - build.began
        took = format_duration(build.took)
        if status == "succeeded":
            build.message = Sentence("Built in {took}.", took=took)
            self._worker.info(
                "Image %s built in %s, %d of %d steps from the cache",
                *(build.tag, took, build.steps.cached, build.steps.steps),
            )
        else:
            self._worker.error("Image %s was not built: %s", build.tag, build.message)
        build.status = status
        build.tell()

    async def _run(self, build: Build, *, no_cache: bool) -> None:
        loop = asyncio.get_running_loop()
        arguments = await asyncio.to_thread(self._prepare, build)
        build.stream = await self._threads.run_long(self._open, build, arguments, no_cache)
        if build.is_unwanted:
            build.stream.close()

        def take(message: dict[str, Any], lines: list[str]) -> None:
            build.steps = build.steps.after(message)
            build.lines.add(lines)
            build.tell()

        def read(stream: Stream[dict[str, Any]]) -> None:
            said = Lines()
            for message in stream:
                loop.call_soon_threadsafe(take, message, said.of(message))

        await asyncio.shield(self._threads.run_long(read, build.stream))
        if build.is_unwanted:
            raise Refused("cancelled", 499)

    def _open(
        self, build: Build, arguments: dict[str, str], no_cache: bool
    ) -> Stream[dict[str, Any]]:
        return self._engine.build(self._folder, build.tag, arguments, no_cache=no_cache)

    def _prepare(self, build: Build) -> dict[str, str]:
        """Put into the workspace what is missing there, and return the build's arguments."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for file in self._bundled.iterdir():
            place = self._folder / file.name
            if file.is_file() and not place.exists():
                shutil.copyfile(file, place)
        arguments = {"BASE_IMAGE": build.base_image} if build.base_image else {}
        index = index_url(os.environ)
        if index and not has_password(index):  # which would stay in the image's history
            arguments["PIP_INDEX_URL"] = index
        return arguments

    def _running(self) -> Iterator[Build]:
        return (build for build in list(self._builds.values()) if build.status == "running")

    def _get(self, build_id: str) -> Build:
        if build_id not in self._builds:
            raise NotFound(Sentence("There is no build {build}.", build=build_id))
        return self._builds[build_id]

    def _make_room(self) -> None:
        ended = [build.id for build in self._builds.values() if build.status != "running"]
        for build_id in ended[: max(0, len(self._builds) - KEPT)]:
            del self._builds[build_id]

    def _view(self, build: Build) -> BuildView:
        return BuildView(
            id=build.id,
            tag=build.tag,
            status=build.status,
            started_at=build.started_at,
            ended_at=build.ended_at,
            seconds=round(time.monotonic() - build.began if build.took is None else build.took, 3),
            step=build.steps.step,
            steps=build.steps.steps,
            cached=build.steps.cached,
            image_id=short(build.steps.image),
            message=build.message,
        )


def short(image_id: str) -> str:
    """Return an image's id as Docker shows it."""
    return image_id.removeprefix("sha256:")[:12]


def _end(build: Build) -> None:
    build.is_unwanted = True
    if build.stream is not None:
        with contextlib.suppress(OSError):
            build.stream.close()


def _image(image: Image, default: str) -> ImageView:
    return ImageView(
        id=short(image.id),
        tags=list(image.tags),
        size=image.size,
        created_at=image.created_at,
        standard=LABEL in image.labels,
        base_image=image.labels.get(BASE_LABEL, ""),
        is_default=default in image.tags or f"{default}:latest" in image.tags,
    )
