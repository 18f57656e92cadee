"""What a task needs before it can start: an environment for Python, an image for a container."""

from collections.abc import Callable
from pathlib import Path

from cnet_agent.executors.container_engine import Refused, Unreachable
from cnet_agent.model.sentence import Sentence, told
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment
from cnet_agent.runtime.environments import Environments
from cnet_agent.runtime.images import Images


class Preparation:
    """Asks whoever knows about a kind of task."""

    def __init__(self, environments: Environments, images: Images) -> None:
        self._environments = environments
        self._images = images

    def needs_preparation(self, spec: TaskSpec) -> bool:
        """Tell by the specification alone whether something may have to be made ready."""
        return spec.type == "container" or self._environments.needs_preparation(spec)

    async def prepare(
        self, spec: TaskSpec, working_dir: Path, log: Callable[[str], object]
    ) -> Environment | None:
        """Return the environment to run in, None where none is needed.

        Raises:
            PrepareError: what is needed cannot be had.
        """
        if spec.type == "container":
            await self._images.prepare(spec, log)
            return None
        return await self._environments.prepare(spec, working_dir, log)

    async def outlook(self, spec: TaskSpec, working_dir: Path) -> str:
        """Return a sentence on what would be made ready, or nothing."""
        if spec.type != "container":
            return await self._environments.outlook(spec, working_dir)
        try:
            is_there = await self._images.has(spec.image)
        except (Unreachable, Refused) as error:
            return Sentence("Docker cannot tell whether the image is there: {why}", why=told(error))
        if is_there and spec.pull != "always":
            return Sentence("The image {image} is on this node.", image=spec.image)
        if spec.pull == "never":
            return Sentence(
                "The image {image} is not on this node, and is not to be pulled.", image=spec.image
            )
        return Sentence("The image {image} will be pulled.", image=spec.image)
