"""What a process task is given: its arguments, its environment and its directories. Pure."""

from collections.abc import Mapping
from pathlib import Path, PurePath

from cnet_agent.executors.base import AttemptKey, Launch
from cnet_agent.model.spec import TaskSpec
from cnet_agent.supervisor.limits.plan import Limits

OURS = "CNET_"  # the agent's own variables, tokens among them; no task inherits one
_BARE_PYTHON = {"python", "python3"}


def arguments(launch: Launch) -> list[str]:
    """Return the command line; a bare ``python`` is the environment's interpreter."""
    command = launch.spec.command
    if launch.environment is not None and command in _BARE_PYTHON:
        command = launch.environment.python
    return [command, *launch.spec.args]


def variables(launch: Launch, inherited: Mapping[str, str], work: Path) -> dict[str, str]:
    """Return the environment variables of an attempt.

    Args:
        launch: what is started.
        inherited: the agent's own environment.
        work: the task's own directory.
    """
    env = {name: value for name, value in inherited.items() if not name.startswith(OURS)}
    if "LD_LIBRARY_PATH_ORIG" in env:  # a frozen application changed it for itself
        env["LD_LIBRARY_PATH"] = env.pop("LD_LIBRARY_PATH_ORIG")
    # Output through a pipe would come in blocks of 8 KiB, and nobody could follow it.
    env["PYTHONUNBUFFERED"] = "1"
    env["TMPDIR"] = str(temporary_dir(work))
    env |= launch.spec.env
    if launch.environment is not None:
        folder = PurePath(launch.environment.python).parent
        env["PATH"] = f"{folder}:{env['PATH']}" if env.get("PATH") else str(folder)
    if launch.gpus:
        env["CUDA_VISIBLE_DEVICES"] = ",".join(launch.gpus)
    return (
        env
        | marks(launch.key)
        | {
            "CNET_TASK_DIR": str(work),
            "CNET_CHECKPOINT_DIR": str(checkpoint_dir(work)),
        }
    )


def marks(key: AttemptKey) -> dict[str, str]:
    """Return the variables by which every process of an attempt is known."""
    return {"CNET_TASK_ID": key.task_id, "CNET_ATTEMPT": str(key.number)}


def directories(work: Path) -> list[str]:
    """Return the directories to make, parents first."""
    return [str(work), str(temporary_dir(work)), str(checkpoint_dir(work))]


def temporary_dir(work: Path) -> Path:
    """Return where temporary files go, within what the disk limit measures."""
    return work / "tmp"


def checkpoint_dir(work: Path) -> Path:
    """Return where a task keeps what its next attempt goes on from."""
    return work / "checkpoints"


def limits_of(spec: TaskSpec) -> Limits:
    """Return what of a task's resources is limited by its supervisor."""
    resources = spec.resources
    return Limits(
        cpu=resources.cpu_limit,
        memory=spec.memory,
        pids=resources.pids_limit,
        disk=resources.disk_limit,
    )
