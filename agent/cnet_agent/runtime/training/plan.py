"""Makes the task of a training job: where it runs, and what it is told. Pure."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cnet_agent.config.schema import TrainingSettings
from cnet_agent.executors.base import Availability
from cnet_agent.model.errors import ExecutorUnavailable, FieldError, InvalidRequest
from cnet_agent.model.sentence import Sentence, joined
from cnet_agent.model.spec import Resources, RetryPolicy, TaskSpec
from cnet_agent.model.training import Runner, Training
from cnet_agent.wire.training import TrainBody

STANDARD_SCRIPT = "examples/training/train.py"
DATASETS = ("digits", "breast_cancer", "wine", "iris")  # those that train.py brings along
STOP_GRACE = 30.0  # seconds in which a job may write a last checkpoint
SHARED_MEMORY = 1024**3  # bytes: what the workers of a data loader share
_INPUTS = PurePosixPath("/inputs")  # where a container sees files of the workspace


@dataclass(frozen=True, slots=True)
class Docker:
    """What can be run in containers now."""

    availability: Availability
    has_image: bool = False  # the one that the job wants
    gives_gpus: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a job runs, and why there."""

    runner: Runner
    sentence: str


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a job on this node, all of them checked; empty where it names none.

    ``standard`` is the script of jobs that name none; ``packages`` is what the script needs that
    does not say so itself, as requirements.
    """

    script: str = ""
    dataset: str = ""
    standard: str = STANDARD_SCRIPT
    packages: tuple[str, ...] = ()


def image_of(body: TrainBody, settings: TrainingSettings) -> str:
    """Return the image that a job runs in if it runs in a container."""
    return body.image or settings.image


def choose(body: TrainBody, settings: TrainingSettings, docker: Docker) -> Choice:
    """Return where a job runs.

    Raises:
        ExecutorUnavailable: it must run in a container, and cannot.
    """
    image = image_of(body, settings)
    if body.runner == "process":
        return Choice("process", Sentence("It runs as a process, as asked for."))
    in_container = Choice("container", Sentence("It runs in a container of {image}.", image=image))
    if not docker.availability.available:
        why = docker.availability.detail
        if body.runner == "container" or image != settings.image:
            raise _no_containers("runner" if body.runner == "container" else "image", why)
        return Choice("process", Sentence("It runs as a process: {why}", why=why))
    if body.runner == "container" or image != settings.image:
        return in_container
    if not docker.has_image:
        return Choice(
            "process",
            Sentence(
                "It runs as a process: the image {image} is not on this node yet; build it to "
                "run jobs in containers.",
                image=image,
            ),
        )
    if body.gpu and not docker.gives_gpus:
        return Choice(
            "process", Sentence("It runs as a process: Docker here gives no GPUs to containers.")
        )
    return in_container


def task_of(
    body: TrainBody,
    runner: Runner,
    settings: TrainingSettings,
    files: Files,
    gpus: tuple[str, ...],
    memory: int,
) -> TaskSpec:
    """Return the task that a job is.

    Args:
        body: what was asked for.
        runner: where it runs.
        settings: what holds for what the request leaves out.
        files: of the job, on this node.
        gpus: their UUIDs.
        memory: bytes that the node has.

    Raises:
        InvalidRequest: a container cannot be given a file.
    """
    in_container = runner == "container"
    volumes: list[str] = []
    script, dataset = files.script, files.dataset
    if in_container:
        if script:
            script = _mount(script, "script", volumes)
        if dataset:
            dataset = _mount(dataset, "dataset", volumes)
    run = script or ("" if in_container else files.standard)
    image = image_of(body, settings)
    retries = settings.max_retries if body.max_retries is None else body.max_retries
    return TaskSpec(
        name=body.name or _name(body),
        type=runner,
        command="python" if run else "",
        args=(run,) if run else (),
        requirements=() if in_container else files.packages,
        env={**body.env, **_parameters(body, dataset or body.dataset)},
        resources=Resources(memory_limit=body.memory_limit, gpus=gpus),
        memory_cap=None if body.memory_limit else min(settings.memory_limit, memory),
        timeout=settings.timeout if body.timeout is None else body.timeout,
        max_retries=retries,
        retry=RetryPolicy(**dict(body.retry)),
        priority=body.priority,
        stop_grace=STOP_GRACE,
        image=image if in_container else "",
        pull="never" if in_container and image == settings.image else "missing",
        volumes=tuple(volumes),
        shm_size=SHARED_MEMORY if in_container else None,
        training=Training(
            epochs=body.epochs,
            batch_size=body.batch_size,
            learning_rate=body.learning_rate,
            gpu=body.gpu,
            gpu_ids=body.gpu_ids,
            dataset=body.dataset,
            script=body.script,
            log_dir=body.log_dir,
        ),
    )


def accepted(more: str) -> str:
    """Return what to say of a job that was accepted, beginning with the seeds' own words."""
    return joined(Sentence("Training task submitted successfully."), more)


def _parameters(body: TrainBody, dataset: str) -> dict[str, str]:
    """Return the environment variables in which a script finds what it was asked for."""
    return {
        "EPOCHS": str(body.epochs),
        "BATCH_SIZE": str(body.batch_size),
        "LEARNING_RATE": repr(body.learning_rate),
        "DATASET": dataset,
        "GPU": "1" if body.gpu else "0",
    }


def _mount(path: str, folder: str, volumes: list[str]) -> str:
    """Let a container see a file, and return where.

    Raises:
        InvalidRequest: its name has a character that stands between the parts of a volume.
    """
    if ":" in path:
        sentence = Sentence("A container cannot be given {file}: its name has a colon.", file=path)
        raise InvalidRequest(sentence, errors=(FieldError((folder,), sentence),))
    target = str(_INPUTS / folder / Path(path).name)
    volumes.append(f"{path}:{target}:ro")
    return target


def _name(body: TrainBody) -> str:
    return f"train {Path(body.script or body.dataset).stem}"


def _no_containers(field: str, why: str) -> ExecutorUnavailable:
    sentence = Sentence("This node cannot run jobs in containers: {why}", why=why)
    return ExecutorUnavailable(sentence, errors=(FieldError((field,), sentence),))
