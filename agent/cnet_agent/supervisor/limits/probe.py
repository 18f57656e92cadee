"""Finds out how this node can limit: by trying it."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cnet_agent.supervisor.limits.plan import Mechanism

GROUP = "cnet"  # the parent of every attempt's control groups
_LEAF = "agent"  # where the agent itself is; also systemd's DelegateSubgroup in our unit

Wanted = Literal["auto", "cgroups", "systemd", "watch"]

_NEEDED_V1 = {
    "cpu": "cpu.cfs_quota_us",
    "memory": "memory.limit_in_bytes",
    "pids": "pids.max",
}
_NEEDED_V2 = {"cpu": "cpu.max", "memory": "memory.max", "pids": "pids.max"}


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted hierarchy of control groups."""

    path: str
    version: int
    controllers: frozenset[str]  # of version 1


def probe(wanted: Wanted = "auto") -> Mechanism:
    """Return the strongest mechanism that works for this user on this node.

    Args:
        wanted: one way alone where it is not ``auto``, the watch where that does not work.
    """
    if wanted in ("watch", "systemd"):
        return Mechanism()
    try:
        mounts = parse_mounts(Path("/proc/self/mountinfo").read_text())
        own = Path("/proc/self/cgroup").read_text()
    except OSError:
        return Mechanism()
    unified = next((mount.path for mount in mounts if mount.version == 2), None)
    home = _home(own)
    if unified is not None and home is not None and _may_divide(unified, home):
        found = _probe_v2(unified, home, os.getpid())
        if found is not None:
            return found
    kill = _kill_parent(unified) if unified is not None else None
    return _probe_v1(mounts, kill)


def probe_process(pid: int) -> Mechanism | None:
    """Return how to limit below the version 2 group of a process, which is given to us whole.

    The process is alone in there, and moves into a group of its own below.
    """
    try:
        mounts = parse_mounts(Path("/proc/self/mountinfo").read_text())
        home = _home(Path(f"/proc/{pid}/cgroup").read_text())
    except OSError:
        return None
    unified = next((mount.path for mount in mounts if mount.version == 2), None)
    return _probe_v2(unified, home, pid) if unified is not None and home is not None else None


def parse_mounts(text: str) -> list[Mount]:
    """Return the hierarchies that ``/proc/self/mountinfo`` lists."""
    mounts = []
    for line in text.splitlines():
        fields, _, more = line.partition(" - ")
        kind, _, options = more.split(" ", 2)
        path = fields.split(" ")[4]
        if kind == "cgroup2":
            mounts.append(Mount(path, 2, frozenset()))
        elif kind == "cgroup":
            mounts.append(Mount(path, 1, frozenset(options.split(","))))
    return mounts


def _probe_v1(mounts: list[Mount], kill: str | None) -> Mechanism:
    parents = {}
    for mount in mounts:
        for controller in mount.controllers & _NEEDED_V1.keys():
            parent = f"{mount.path}/{GROUP}"
            if _offers(parent, _NEEDED_V1[controller]):
                parents[controller] = parent
    if not parents and kill is None:
        return Mechanism()
    missing = sorted(_NEEDED_V1.keys() - parents.keys())
    detail = "cgroup v1 limits" + (f", watched only: {', '.join(missing)}" if missing else "")
    if not parents:
        return Mechanism(1, {}, kill)
    return Mechanism(1, parents, kill, detail, "cgroup v1")


def _home(own: str) -> str | None:
    """Return the version 2 group that a ``/proc/PID/cgroup`` names."""
    return next((line[3:] for line in own.splitlines() if line.startswith("0::")), None)


def _base(mount: str, home: str) -> Path:
    base = Path(mount, home.lstrip("/"))
    return base.parent if base.name == _LEAF else base


def _may_divide(mount: str, home: str) -> bool:
    """Tell whether the group of this process is ours to divide.

    Where systemd runs the system, only what it delegated is, which it marks; root could write to
    any group, and a user to each of their own session's, but systemd would undo it. And it must
    have started us in a group below that one (DelegateSubgroup, since version 254). It starts a
    unit's process in the unit's own group otherwise, which takes none while tasks are below it: the
    agent could not be started again until they had ended.
    """
    if not Path("/run/systemd/system").is_dir():
        return True
    base = _base(mount, home)
    if base.name == Path(home).name:
        return False
    for name in ("user.delegate", "trusted.delegate"):
        with contextlib.suppress(OSError):
            return os.getxattr(base, name) == b"1"
    return False


def _probe_v2(mount: str, home: str, pid: int) -> Mechanism | None:
    """Return a mechanism of version 2 if controllers were given to us there.

    Args:
        mount: where version 2 is mounted.
        home: the group that was given to us, as ``/proc/PID/cgroup`` names it.
        pid: the process that is in it.
    """
    base = _base(mount, home)
    try:
        controllers = set((base / "cgroup.controllers").read_text().split()) & _NEEDED_V2.keys()
        if not controllers:
            return None
        # A group that has controllers for its children may hold no process, but for the root.
        if home != "/" and not _make_room(base, pid):
            return None
        _enable(base, controllers)
        parent = base / GROUP
        parent.mkdir(exist_ok=True)
        _enable(parent, controllers)
    except OSError:
        return None
    parents = {name: str(parent) for name in controllers if _offers(str(parent), _NEEDED_V2[name])}
    if not parents:
        return None
    missing = sorted(_NEEDED_V2.keys() - parents.keys())
    detail = "cgroup v2 limits" + (f", watched only: {', '.join(missing)}" if missing else "")
    kill = str(parent) if _offers(str(parent), "cgroup.kill") else None
    return Mechanism(2, parents, kill, detail, "cgroup v2")


def _make_room(base: Path, pid: int) -> bool:
    """Move a process into a group of its own below ``base`` if nobody else is in there."""
    present = set((base / "cgroup.procs").read_text().split())
    if not present:
        return True
    if present != {str(pid)}:
        return False  # a session's group, with the terminal in it: not ours to rearrange
    leaf = base / _LEAF
    leaf.mkdir(exist_ok=True)
    (leaf / "cgroup.procs").write_text(str(pid))
    return True


def _enable(group: Path, controllers: set[str]) -> None:
    (group / "cgroup.subtree_control").write_text(" ".join(f"+{name}" for name in controllers))


def _kill_parent(unified: str) -> str | None:
    parent = f"{unified}/{GROUP}"
    return parent if _offers(parent, "cgroup.kill") else None


def _offers(parent: str, file: str) -> bool:
    """Tell whether a group made in ``parent`` has a file that can be written."""
    with contextlib.suppress(OSError), _trial(parent) as group:
        return os.access(f"{group}/{file}", os.W_OK)
    return False


@contextmanager
def _trial(parent: str) -> Iterator[str]:
    Path(parent).mkdir(exist_ok=True)
    group = Path(parent, f"probe-{os.getpid()}")
    group.mkdir(exist_ok=True)
    try:
        yield str(group)
    finally:
        group.rmdir()
