"""What somebody who helps needs to know: versions, system, connection. Nothing secret."""

import platform
import sys
from collections import Counter
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from cnet_agent import __version__
from cnet_agent.client.stream import Connecting, Live, Refused, Stale
from cnet_ui.session import AgentSession
from cnet_ui.words import full_moment


def diagnostics(session: AgentSession) -> str:
    """Return it as lines of text, in English whatever the language: others are to read it."""
    return "\n".join([*_console(), "", *_agent(session)]) + "\n"


def _console() -> list[str]:
    screen = QGuiApplication.primaryScreen()
    size = screen.size() if screen is not None else None
    return [
        f"CNET Console {__version__}{' (bundle)' if getattr(sys, 'frozen', False) else ''}",
        f"Python {platform.python_version()} ({platform.python_implementation()})",
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}, {QGuiApplication.platformName()}",
        f"System {platform.platform()}, {platform.machine()}",
        f"Screen {size.width()} × {size.height()} at {screen.devicePixelRatio():g}"
        if size is not None
        else "Screen none",
    ]


def _agent(session: AgentSession) -> list[str]:
    lines = [f"Connection {_connection(session)}"]
    node = session.node
    if node is None:
        return lines
    where = "on this machine" if session.is_local else "elsewhere"
    cpu = f"{node.cpu.threads} threads of {node.cpu.model}"
    lines += [
        f"Agent {node.version}, {where}, running since {full_moment(node.started_at)}",
        f"Node {node.os} {node.kernel} {node.arch}, {cpu}, {node.memory / 1e9:.1f} GB",
        f"Data directory {_short(node.data_dir)}",
        f"Workspace {_short(node.workspace)}",
    ]
    for kind, view in node.executors.items():
        lines.append(f"{kind} {'available' if view.available else 'unavailable'}: {view.detail}")
    counts = Counter(str(task.status) for task in session.tasks.values())
    known = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
    lines.append(f"Tasks {known or 'none'}")
    lines += [f"Notice {notice}" for notice in session.notices]
    return lines


def _connection(session: AgentSession) -> str:
    match session.connection:
        case Live():
            return "live"
        case Connecting():
            return "connecting"
        case Stale(since, reason):
            return f"stale since {full_moment(since)}: {reason}"
        case Refused(reason):
            return f"refused: {reason}"
    return "unknown"


def _short(path: str) -> str:
    """Return a path without the name of the user whose home it starts with."""
    home = str(Path.home())
    inside = path == home or path.startswith(home.rstrip("/\\") + ("\\" if "\\" in home else "/"))
    return f"~{path[len(home) :]}" if inside else path
