"""What a container is made with: its specification in Docker's terms, and what is refused."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnet_agent.config.paths import at_home
from cnet_agent.executors.base import AttemptKey, Launch
from cnet_agent.executors.process_environment import marks
from cnet_agent.model.container import parse_port, parse_volume
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import TaskSpec

TASK_DIR = "/cnet"  # where a container sees its task's own directory
SHARED = ("host", "container:")  # networks that are somebody else's
SOCKETS = ("/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock")

# Of what Docker gives, what a task that computes or serves has no use for.
_DROPPED = ["AUDIT_WRITE", "MKNOD", "NET_RAW", "SETFCAP"]


class NotAllowed(Exception):
    """A container may not be what is asked for; ``field`` says which part, ``str`` why."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class Rules:
    """What containers of this node may do."""

    workspace: Path
    allowed: Sequence[str]  # folders beside the workspace that may be mounted
    privileged: bool  # whether containers may be


def container_name(node_id: str, key: AttemptKey) -> str:
    """Return the name of an attempt's container, of which there can be but one."""
    node = re.sub(r"[^A-Za-z0-9_.-]", "-", node_id)[:8]
    return f"cnet-{node}-{key.task_id}-{key.number}"


def labels(node_id: str, key: AttemptKey) -> dict[str, str]:
    """Return what tells whose a container is."""
    return {
        "cnet.node": node_id,
        "cnet.task": key.task_id,
        "cnet.attempt": str(key.number),
    }


def check(spec: TaskSpec, rules: Rules) -> None:
    """Refuse what would give a container more than it may have.

    Raises:
        NotAllowed: it does.
    """
    if spec.privileged and not rules.privileged:
        raise NotAllowed(
            "privileged",
            Sentence(
                "A privileged container has all of this node; containers.allow_privileged "
                "allows it."
            ),
        )
    if spec.network.startswith(SHARED):
        raise NotAllowed(
            "network",
            Sentence(
                "The network {network} is not the container's own; leave it out.",
                network=spec.network,
            ),
        )
    if spec.resources.disk_limit:
        raise NotAllowed(
            "resources.disk_limit",
            Sentence("Docker cannot limit a container's disk here; leave it out."),
        )
    for text in spec.volumes:
        _source(text, rules)


def create_config(
    launch: Launch, node_id: str, work: Path, rules: Rules
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return how to make the container of an attempt: its own part, and the host's.

    Raises:
        NotAllowed: see ``check``.
    """
    from docker.types import DeviceRequest, LogConfig, Mount  # late, as ``container_sdk`` is

    spec = launch.spec
    check(spec, rules)
    ports = [parse_port(text) for text in spec.ports]
    command = [*([spec.command] if spec.command else []), *spec.args]
    config: dict[str, Any] = {
        "image": spec.image,
        "command": command or None,
        "environment": _variables(launch),
        "labels": labels(node_id, launch.key),
        "ports": [(port.inner, port.protocol) for port in ports],
        "stop_signal": spec.stop_signal,
        "user": spec.user or None,
        "working_dir": spec.working_dir or None,
    }
    limits = spec.resources
    mounts = [Mount(TASK_DIR, str(work), type="bind")]
    for text in spec.volumes:
        volume = parse_volume(text)
        source = str(_source(text, rules))
        mounts.append(Mount(volume.target, source, type="bind", read_only=volume.read_only))
    host: dict[str, Any] = {
        "cap_drop": [] if spec.privileged else _DROPPED,
        "init": True,  # or the first process would ignore the stop signal
        "log_config": LogConfig(type="json-file", config={"max-size": "10m", "max-file": "5"}),
        "mem_limit": spec.memory,
        "memswap_limit": spec.memory,
        "mounts": mounts,
        "nano_cpus": round(limits.cpu_limit * 1e9) if limits.cpu_limit else None,
        "network_mode": spec.network or "bridge",
        "pids_limit": limits.pids_limit,
        "port_bindings": _bindings(spec),
        "privileged": spec.privileged,
        "security_opt": [] if spec.privileged else ["no-new-privileges"],
        "shm_size": spec.shm_size,
    }
    if launch.gpus:
        host["device_requests"] = [
            DeviceRequest(device_ids=list(launch.gpus), capabilities=[["gpu"]])
        ]
    return config, host


def _bindings(spec: TaskSpec) -> dict[str, list[tuple[str, int | None]]]:
    bindings: dict[str, list[tuple[str, int | None]]] = {}
    for port in map(parse_port, spec.ports):
        inner = f"{port.inner}/{port.protocol}"
        bindings.setdefault(inner, []).append((port.address, port.host))
    return bindings


def _variables(launch: Launch) -> dict[str, str]:
    return {
        "PYTHONUNBUFFERED": "1",
        **launch.spec.env,
        **marks(launch.key),
        "CNET_TASK_DIR": TASK_DIR,
        "CNET_CHECKPOINT_DIR": f"{TASK_DIR}/checkpoints",
    }


def _sockets() -> list[str]:
    host = os.environ.get("DOCKER_HOST", "")
    own = [host.removeprefix("unix://")] if host.startswith("unix://") else []
    return [*SOCKETS, *own]


def _source(text: str, rules: Rules) -> Path:
    """Return the folder of the node that a volume is, with all links followed."""
    given = at_home(parse_volume(text).source)
    source = Path(os.path.realpath(rules.workspace / given))
    if not os.path.exists(source):  # noqa: PTH110 - a name that is too long is no folder
        raise NotAllowed("volumes", Sentence("The folder {folder} does not exist.", folder=source))
    if any(Path(os.path.realpath(one)).is_relative_to(source) for one in _sockets()):
        raise NotAllowed(
            "volumes",
            Sentence(
                "{folder} has Docker's own socket, and with it all of this node.", folder=source
            ),
        )
    roots = [rules.workspace, *map(at_home, rules.allowed)]
    if not any(source.is_relative_to(os.path.realpath(root)) for root in roots):
        raise NotAllowed(
            "volumes",
            Sentence(
                "{folder} lies outside what containers may mount: the workspace, and what "
                "containers.allowed_mounts names.",
                folder=source,
            ),
        )
    return source
