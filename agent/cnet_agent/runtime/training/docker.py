"""Whether training jobs can run in containers now."""

from cnet_agent.executors.base import Availability
from cnet_agent.executors.container import ContainerExecutor
from cnet_agent.executors.container_engine import Refused, Unreachable
from cnet_agent.model.sentence import told
from cnet_agent.runtime.images import Images
from cnet_agent.runtime.training.plan import Docker


class DockerProbe:
    """Asks about an image."""

    def __init__(self, executor: ContainerExecutor, images: Images) -> None:
        self._executor = executor
        self._images = images

    async def __call__(self, image: str) -> Docker:
        """Return what can be run in a container of ``image``."""
        availability = self._executor.availability()
        if not availability.available:
            return Docker(availability)
        try:
            has_image = await self._images.has(image)
        except (Unreachable, Refused) as error:
            return Docker(Availability(False, told(error)))
        return Docker(availability, has_image, self._executor.gives_gpus)
