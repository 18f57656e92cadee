"""supervisor: programs of its configuration, started over XML-RPC."""

import subprocess
import threading
import time
from pathlib import Path
from typing import Any
from xmlrpc.client import ServerProxy

from _harness.peers import Peers
from _harness.ports import free_port
from _launch import loop
from _launch.loop import Work

CONFIGURATION = """
[supervisord]
nodaemon=true
logfile={folder}/supervisord.log
pidfile={folder}/supervisord.pid
childlogdir={folder}

[rpcinterface:supervisor]
supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

[inet_http_server]
port=127.0.0.1:{port}

[program:short]
command=/bin/true
numprocs={tasks}
process_name=%(process_num)d
autostart=false
autorestart=false
startsecs=0

[program:stamp]
command={stamp}
numprocs={single}
process_name=%(process_num)d
autostart=false
autorestart=false
startsecs=0
"""
EXITED = 100
CLIENTS = 2


class Supervisor:
    """Starts the next of the configured programs for each command; it knows no others."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._next = {"short": 0, "stamp": 0}
        self._lock = threading.Lock()
        self._own = threading.local()

    def server(self) -> Any:
        """Return this thread's connection."""
        if not hasattr(self._own, "server"):
            self._own.server = ServerProxy(self._url)
        return self._own.server.supervisor

    def submit(self, command: list[str]) -> None:
        """Start one."""
        name = "short" if command == ["/bin/true"] else "stamp"
        with self._lock:
            number = self._next[name]
            self._next[name] += 1
        self.server().startProcess(f"{name}:{number}", False)

    def drain(self) -> None:
        """Wait until as many have exited as were started."""
        started = sum(self._next.values())
        while sum(one["state"] == EXITED for one in self.server().getAllProcessInfo()) < started:
            time.sleep(0.02)


def measure(peers: Peers, folder: Path, work: Work) -> dict[str, float]:
    """Return the figures of a supervisor of its own."""
    python = peers.python("supervisor")
    port = free_port()
    file = folder / "supervisord.conf"
    values = {"tasks": work.tasks, "single": work.single, "stamp": " ".join(work.stamp)}
    file.write_text(CONFIGURATION.format(folder=folder, port=port, **values))
    command = [str(python.with_name("supervisord")), "-c", str(file)]
    with (folder / "output.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        supervisor = Supervisor(f"http://127.0.0.1:{port}")
        _await(supervisor)
        return loop.measure(supervisor, work, CLIENTS)
    finally:
        process.terminate()
        process.wait()


def _await(supervisor: Supervisor) -> None:
    deadline = time.monotonic() + 20
    while True:
        try:
            supervisor.server().getState()
            return
        except OSError as error:
            if time.monotonic() > deadline:
                raise TimeoutError("supervisord does not answer") from error
            time.sleep(0.05)
