"""Chooses what enforces the limits of process tasks on this node."""

from dataclasses import replace

from cnet_agent.executors.process_launcher import Launcher
from cnet_agent.supervisor.limits.plan import Mechanism
from cnet_agent.supervisor.limits.probe import Wanted, probe
from cnet_agent.supervisor.limits.scope import NoScope


def choose(wanted: Wanted, launcher: Launcher) -> Mechanism:
    """Return the best mechanism that works here, of those that ``wanted`` allows.

    Control groups of our own come first, then a scope of systemd, then the watch. In a scope the
    launcher is started by this. What was wanted and is not to be had is said in the detail.
    """
    found = probe(wanted)
    if wanted in ("auto", "systemd") and not found.parents:
        try:
            return launcher.enter_scope()
        except NoScope as error:
            why = f"tasks.limited_by is systemd, and {error}" if wanted == "systemd" else str(error)
            return replace(found, detail=f"{found.detail}; {why}")
    if wanted == "cgroups" and not found.parents:
        why = "tasks.limited_by is cgroups, and this user was given none"
        return replace(found, detail=f"{found.detail}; {why}")
    return found
