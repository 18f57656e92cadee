"""Asks systemd for a scope, where the agent's own control group is not for it to divide.

One scope for all of the agent's tasks, not one for each: ``systemd-run`` takes some ten
milliseconds, and each of them could fail. The launcher runs in it, and with it the supervisors it
forks; the scope is delegated, so that below it each attempt gets its groups as anywhere else.

It is apart from the agent's unit, so systemd ends nothing of it when the agent is stopped,
restarted or killed: the scope lives for as long as anything in it does. The launcher ends with its
agent; what then is left are the supervisors of running tasks, and with the last of them the scope
is gone. The next agent asks for another one, and finds the groups of the earlier one in the
records. A user's scopes end when their last session does, unless they linger.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import replace

from cnet_agent.supervisor.limits.plan import Mechanism
from cnet_agent.supervisor.limits.probe import probe_process
from cnet_agent.supervisor.linux import read_file

NAME = "systemd scope"
_BOOTED = "/run/systemd/system"  # there if systemd is the system's first process
_PATIENCE = 10.0  # seconds for systemd to make the scope
_LOOK_EVERY = 0.005  # seconds


class NoScope(OSError):
    """Systemd gives no scope, for this reason."""


def wrapped(command: Sequence[str], unit: str) -> list[str]:
    """Return the command that becomes ``command`` in a new scope.

    Raises:
        NoScope: there is no systemd to ask.
    """
    program = shutil.which("systemd-run")
    if program is None or not os.path.isdir(_BOOTED):
        raise NoScope("systemd does not run this system")
    whose = [] if os.geteuid() == 0 else ["--user"]
    wishes = ["--property=Delegate=yes", "--property=TasksMax=infinity"]
    return [
        program,
        *whose,
        *("--scope", "--quiet", "--collect", "--no-ask-password", f"--unit={unit}"),
        *wishes,
        "--",
        *command,
    ]


def environment() -> dict[str, str]:
    """Return what ``systemd-run`` needs to find the user's systemd, also without a session."""
    folder = f"/run/user/{os.getuid()}"
    known = "XDG_RUNTIME_DIR" in os.environ or not os.path.isdir(folder)
    return {} if known else {"XDG_RUNTIME_DIR": folder}


def enter(process: subprocess.Popen[bytes], unit: str) -> Mechanism:
    """Wait until ``process``, started as ``wrapped``, is in its scope; return how to limit there.

    Raises:
        NoScope: it does not come there, or the scope does not limit.
    """
    deadline = time.monotonic() + _PATIENCE
    while f"/{unit}" not in _group_of(process.pid):
        if process.poll() is not None:
            raise NoScope(f"systemd-run ended with {process.returncode}")
        if time.monotonic() > deadline:
            raise NoScope(f"systemd made no scope within {_PATIENCE:.0f} s")
        time.sleep(_LOOK_EVERY)
    found = probe_process(process.pid)
    if found is None:
        raise NoScope("its scopes have no control groups of version 2 that limit")
    return replace(found, name=NAME, detail=f"{found.detail}, in a scope of systemd")


def _group_of(pid: int) -> str:
    try:
        return read_file(f"/proc/{pid}/cgroup").decode()
    except OSError:
        return ""
