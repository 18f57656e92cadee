"""A real agent in a process of its own, over a data directory that outlives it."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helpers.waiting import until_sync

ROOT = Path(__file__).resolve().parents[2]
FINAL = {"completed", "failed", "stopped"}


class Refused(Exception):
    """The agent answered with an error."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(f"{status}: {body}")
        self.status = status
        self.body = body


class LiveAgent:
    """Starts, kills and asks an agent. Requests are synchronous; a dead agent raises OSError."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        self.data_dir = folder / "data"
        self.workspace = folder / "workspace"
        self.workspace.mkdir(parents=True, exist_ok=True)
        self.config = folder / "config.yaml"
        self.config.write_text(json.dumps({"training": {"port": 0}, **settings}))
        self.url = ""
        self.environment: dict[str, str] = {}
        self.prefix: list[str] = []  # a command that runs the agent
        self.output = ""
        self._process: subprocess.Popen[str] | None = None

    @property
    def pid(self) -> int:
        """The agent's process."""
        assert self._process is not None
        return self._process.pid

    def command(self) -> list[str]:
        """Return the command that starts the agent."""
        command = [*self.prefix, sys.executable, str(ROOT / "app"), "--agent-only", "--port", "0"]
        command += ["--config", str(self.config), "--data-dir", str(self.data_dir)]
        return [*command, "--workspace", str(self.workspace)]

    def start(self, *arguments: str) -> "LiveAgent":
        """Start the agent and wait until it is ready."""
        with (self.data_dir.parent / "stderr.txt").open("a") as errors:
            self._process = subprocess.Popen(
                [*self.command(), *arguments],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env={**os.environ, **self.environment},
                start_new_session=True,
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert "ready at" in line, (self._process.wait(5), self.stderr())
        self.output = line
        self.url = line.split()[-1]
        return self

    def kill(self, how: int = signal.SIGKILL) -> int:
        """End the agent with a signal and return its exit status."""
        assert self._process is not None
        self._process.send_signal(how)
        status = self._process.wait(15)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return status

    def stderr(self) -> str:
        """Return everything the agents over this directory said on standard error."""
        return (self.data_dir.parent / "stderr.txt").read_text()

    def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> Any:
        """Return the JSON answer to a request.

        Raises:
            OSError: nobody answered.
            Refused: the answer was an error.
        """
        host, port = self.url.removeprefix("http://").split(":")
        connection = http.client.HTTPConnection(host, int(port), timeout=20)
        try:
            data = None if body is None else json.dumps(body)
            sent = {"Content-Type": "application/json"} if body is not None else {}
            connection.request(method, path, data, {**sent, **(headers or {})})
            answer = connection.getresponse()
            text = answer.read()
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error
        finally:
            connection.close()
        content = json.loads(text) if text else None
        if answer.status >= 400:
            raise Refused(answer.status, content)
        return content

    def submit(self, command: str, *args: str, **more: Any) -> str:
        """Submit a process task and return its id."""
        task_id = self.ask("POST", "/api/tasks", {"command": command, "args": args, **more})["id"]
        assert isinstance(task_id, str)
        return task_id

    def shell(self, script: str, **more: Any) -> str:
        """Submit a shell script and return its task's id."""
        return self.submit("sh", "-c", script, **more)

    def task(self, task_id: str) -> Any:
        """Return a task as the API answers it."""
        return self.ask("GET", f"/api/tasks/{task_id}")

    def log(self, task_id: str, query: str = "") -> list[str]:
        """Return a task's log lines."""
        lines = self.ask("GET", f"/api/tasks/{task_id}/logs{query}")
        assert isinstance(lines, list)
        return lines

    def reaches(self, task_id: str, *statuses: str, seconds: float = 20.0) -> Any:
        """Wait until a task has one of ``statuses`` and return it."""
        wanted = set(statuses) or FINAL

        def there() -> Any:
            task = self.task(task_id)
            return task if task["status"] in wanted else None

        return until_sync(there, seconds, f"task {task_id} {wanted}")

    def cpu_seconds(self) -> float:
        """Return the processor time that the agent took since it started."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def rss(self) -> int:
        """Return the bytes of memory that the agent holds now."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def processes(self) -> list[int]:
        """Return every process that belongs to a task or supervisor of this data directory."""
        return [pid for pid in processes_of(self.data_dir) if pid != self.pid]

    def clean_up(self) -> None:
        """End the agent and everything it started."""
        if self._process is not None and self._process.poll() is None:
            self.kill()
        elif self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def processes_of(data_dir: Path) -> list[int]:
    """Return the processes whose environment or open files show that they serve ``data_dir``."""
    marker = str(data_dir / "tasks").encode()
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            with contextlib.suppress(OSError):
                environ = (folder / "environ").read_bytes()
                held = [bytes(fd.readlink()) for fd in (folder / "fd").iterdir()]
                if marker in environ or any(marker in path for path in held):
                    found.append(int(folder.name))
    return found


@contextlib.contextmanager
def live_agent(folder: Path, **settings: Any) -> Iterator[LiveAgent]:
    """Give a running agent with ``settings`` in its configuration file; clean up afterwards."""
    agent = LiveAgent(folder, **settings)
    try:
        yield agent.start()
    finally:
        agent.clean_up()
