"""The images of containers: there, or pulled while their task says so."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from cnet_agent.executors.container_engine import Engine, Refused, Stream, Unreachable
from cnet_agent.executors.container_threads import Threads
from cnet_agent.model.phase import Reason
from cnet_agent.model.sentence import Sentence, ended, told
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Outcome
from cnet_agent.runtime.carry_out import PrepareError
from cnet_agent.runtime.pull_steps import PullSteps

AGAIN = 1.0  # seconds until a Docker that does not answer is asked once more

Log = Callable[[str], object]

# What a registry says of an image that no other try will find.
_NOT_THERE = ("not found", "does not exist", "manifest unknown", "invalid reference")


class Images:
    """Makes an image ready for a task.

    Args:
        engine: asked for it.
        threads: where that blocks.
    """

    def __init__(self, engine: Engine, threads: Threads) -> None:
        self._engine = engine
        self._threads = threads

    async def prepare(self, spec: TaskSpec, log: Log) -> None:
        """Have the image of a container task, by its rule of pulling; what is done is logged.

        Raises:
            PrepareError: it cannot be had.
        """
        while True:
            try:
                if spec.pull != "always" and await self.has(spec.image):
                    return
                if spec.pull == "never":
                    raise _error(
                        Sentence(
                            "The image {image} is not on this node, and is not to be pulled; build "
                            "it first.",
                            image=spec.image,
                        ),
                        retryable=False,
                    )
                log(f"Pulling {spec.image}")
                await self._pull(spec.image, log)
                return
            except Unreachable as error:
                log(f"Waiting for Docker: {error}")
                await asyncio.sleep(AGAIN)
            except Refused as error:
                lasting = any(words in str(error).lower() for words in _NOT_THERE)
                sentence = Sentence(
                    "The image {image} cannot be pulled: {why} Look at its name, and at the "
                    "network; one that is built here need not be pulled.",
                    image=spec.image,
                    why=ended(told(error)),
                )
                raise _error(sentence, retryable=not lasting) from error

    async def has(self, image: str) -> bool:
        """Tell whether an image is on this node.

        Raises:
            Unreachable, Refused: Docker does not say.
        """
        return await self._threads.run(self._engine.has_image, image)

    async def _pull(self, image: str, log: Log) -> None:
        loop = asyncio.get_running_loop()

        def tell(line: str) -> None:
            loop.call_soon_threadsafe(log, line)

        opening = asyncio.ensure_future(self._threads.run_long(self._engine.pull, image))
        try:
            stream = await asyncio.shield(opening)
        except asyncio.CancelledError:  # a registry that does not answer: nobody waits for it
            opening.add_done_callback(_leave)
            raise
        reading = asyncio.ensure_future(self._threads.run_long(_read, stream, tell))
        try:
            await asyncio.shield(reading)
        except asyncio.CancelledError:
            stream.close()
            await asyncio.wait([reading])
            raise


def _leave(opening: "asyncio.Future[Stream[dict[str, Any]]]") -> None:
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()


def _read(stream: "Stream[dict[str, Any]]", tell: Log) -> None:
    steps = PullSteps()
    for message in stream:
        for line in steps.of(message, time.monotonic()):
            tell(line)


def _error(sentence: str, *, retryable: bool) -> PrepareError:
    return PrepareError(
        Outcome(Reason.IMAGE_ERROR, ended_at=time.time(), detail=sentence, retryable=retryable)
    )
