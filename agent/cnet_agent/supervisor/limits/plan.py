"""What enforces an attempt's limits: pure, from the request and the node's mechanism."""

import math
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, Self

Mode = Literal["hard", "soft"]
WATCH = "watch"  # the name of the mechanism that is left where nothing else works

CPU_PERIOD = 100_000  # microseconds over which a share of CPU time is measured
_MINIMUM_QUOTA = 1_000  # microseconds; the kernel refuses less


@dataclass(frozen=True, slots=True)
class Limits:
    """What was asked for; None is not limited."""

    cpu: float | None = None  # cores
    memory: int | None = None  # bytes
    pids: int | None = None  # processes and threads
    disk: int | None = None  # bytes in the task's own directory


@dataclass(frozen=True, slots=True)
class Mechanism:
    """How this node can limit: the parent directories of control groups, by controller.

    ``version`` is 2 where one directory holds all controllers, 1 where each has its own tree,
    0 where there are no control groups. ``kill`` is a parent whose children have ``cgroup.kill``.
    ``name`` is what tasks say of it, ``detail`` what the node says.
    """

    version: Literal[0, 1, 2] = 0
    parents: dict[str, str] = field(default_factory=dict)  # cpu, memory, pids
    kill: str | None = None
    detail: str = "limits are watched, not enforced by the kernel: no control groups"
    name: str = WATCH

    def mode(self, resource: str) -> Mode:
        """Return how a resource is limited."""
        return "hard" if resource in self.parents else "soft"


@dataclass(frozen=True, slots=True)
class Setting:
    """A value to write into a file of a control group; an optional one may be missing."""

    file: str
    value: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A control group to make, join and remove."""

    path: str
    settings: tuple[Setting, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The limits of one attempt, as its launch order keeps them."""

    groups: tuple[Group, ...] = ()
    kill: str | None = None  # path of the group with ``cgroup.kill``
    pids: str | None = None  # path of the group with ``pids.max``
    memory: str | None = None  # path of the group that counts memory and its kills
    version: int = 0
    mechanism: str = ""  # its name
    watch_memory: int | None = None  # bytes
    watch_pids: int | None = None
    watch_disk: int | None = None  # bytes
    cpus: int | None = None  # processors to be confined to
    in_force: dict[str, Mode] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the plan as JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """Return the plan that ``value`` describes; fields of a later version are left out.

        Raises:
            TypeError, KeyError: it is not a plan.
        """
        groups = tuple(
            Group(group["path"], tuple(Setting(**setting) for setting in group["settings"]))
            for group in value.get("groups", ())
        )
        known = {entry.name for entry in fields(cls)}
        given = {name: entry for name, entry in value.items() if name in known}
        return cls(**{**given, "groups": groups})


def plan(limits: Limits, mechanism: Mechanism, name: str, cores: int) -> Plan:
    """Return what enforces ``limits`` for an attempt.

    Args:
        limits: what was asked for.
        mechanism: what this node offers.
        name: the attempt's, as the name of its control groups.
        cores: how many processors there are.
    """
    wanted = {
        resource: value
        for resource, value in (
            ("cpu", limits.cpu),
            ("memory", limits.memory),
            ("pids", limits.pids),
        )
        if value is not None
    }
    hard = {resource: value for resource, value in wanted.items() if resource in mechanism.parents}
    groups: dict[str, tuple[Setting, ...]] = {}
    paths: dict[str, str] = {}
    for resource, value in hard.items():
        path = f"{mechanism.parents[resource]}/{name}"
        paths[resource] = path
        groups[path] = (*groups.get(path, ()), *_settings(resource, value, mechanism.version))
    kill = _kill_group(mechanism, paths, name)
    if kill is not None:
        groups.setdefault(kill, ())
    in_force: dict[str, Mode] = {resource: mechanism.mode(resource) for resource in wanted}
    if limits.disk is not None:
        in_force["disk"] = "soft"
    return Plan(
        groups=tuple(Group(path, settings) for path, settings in groups.items()),
        kill=kill,
        pids=paths.get("pids"),
        memory=paths.get("memory"),
        version=mechanism.version,
        mechanism=mechanism.name,
        watch_memory=None if "memory" in hard else limits.memory,
        watch_pids=None if "pids" in hard else limits.pids,
        watch_disk=limits.disk,
        cpus=_confine(limits.cpu, cores) if "cpu" not in hard else None,
        in_force=in_force,
    )


def _kill_group(mechanism: Mechanism, paths: dict[str, str], name: str) -> str | None:
    """Return the group through which to kill, if it takes one beside those for the limits.

    A group with ``pids.max`` can be emptied for certain: with a maximum of 0 nothing forks any
    more. Otherwise ``cgroup.kill`` is worth a group of its own.
    """
    if mechanism.kill is None or (mechanism.version == 1 and "pids" in paths):
        return None
    return f"{mechanism.kill}/{name}"


def _settings(resource: str, value: float, version: int) -> tuple[Setting, ...]:
    amount = str(math.ceil(value))
    if resource == "pids":
        return (Setting("pids.max", amount),)
    if resource == "cpu":
        quota = max(_MINIMUM_QUOTA, round(value * CPU_PERIOD))
        if version == 2:
            return (Setting("cpu.max", f"{quota} {CPU_PERIOD}"),)
        return (
            Setting("cpu.cfs_period_us", str(CPU_PERIOD)),
            Setting("cpu.cfs_quota_us", str(quota)),
        )
    if version == 2:
        return (Setting("memory.max", amount), Setting("memory.swap.max", "0", optional=True))
    return (
        Setting("memory.limit_in_bytes", amount),
        # Counts memory and swap together; missing where swap is not accounted for.
        Setting("memory.memsw.limit_in_bytes", amount, optional=True),
    )


def _confine(cpu: float | None, cores: int) -> int | None:
    return None if cpu is None or cpu >= cores else math.ceil(cpu)
