"""Which fields a kind of task has, and which it must have. Pure."""

from cnet_agent.model.errors import FieldError
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import TaskSpec

CONTAINER_FIELDS = (
    "image",
    "pull",
    "ports",
    "volumes",
    "network",
    "user",
    "shm_size",
    "privileged",
)


def misfits(spec: TaskSpec) -> list[FieldError]:
    """Return what of a specification does not go with its kind."""
    if spec.type == "container":
        return _of_a_container(spec)
    fields = TaskSpec.model_fields
    given = (name for name in CONTAINER_FIELDS if getattr(spec, name) != fields[name].default)
    return [FieldError((name,), Sentence("is for containers only")) for name in given]


def _of_a_container(spec: TaskSpec) -> list[FieldError]:
    found = []
    if not spec.image:
        found.append(FieldError(("image",), Sentence("is required for a container")))
    if spec.requirements:
        sentence = Sentence("is not for containers: their packages are in the image")
        found.append(FieldError(("requirements",), sentence))
    if spec.working_dir and not spec.working_dir.startswith("/"):
        sentence = Sentence("is a place in the container: an absolute path")
        found.append(FieldError(("working_dir",), sentence))
    return found
