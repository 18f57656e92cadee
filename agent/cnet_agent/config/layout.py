"""Where things lie in an agent's data directory."""

from dataclasses import dataclass
from pathlib import Path

AGENT_LOG = "agent.log"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one data directory."""

    root: Path

    @property
    def lock(self) -> Path:
        """Locked by the agent that owns the directory; holds its pid."""
        return self.root / "agent.lock"

    @property
    def run_file(self) -> Path:
        """Port, instance and key of the running agent, as JSON, readable by its user only."""
        return self.root / "agent.json"

    @property
    def settings(self) -> Path:
        """Settings that were changed through the API, over those of the configuration file."""
        return self.root / "settings.yaml"

    @property
    def token(self) -> Path:
        """The administrator's token."""
        return self.root / "token"

    @property
    def database(self) -> Path:
        """Tasks, timelines, tokens."""
        return self.root / "agent.db"

    @property
    def history(self) -> Path:
        """Samples of the node's resources."""
        return self.root / "history.db"

    @property
    def node_id(self) -> Path:
        """The node's id, made on first start."""
        return self.root / "node_id"

    @property
    def boot_mark(self) -> Path:
        """Under which boot of the system the directory was used last."""
        return self.root / "boot_id"

    @property
    def certificate(self) -> Path:
        """Certificate of the TLS listener; its key lies beside it as ``tls.key``."""
        return self.root / "tls.crt"

    @property
    def tasks(self) -> Path:
        """One folder per task, see ``TaskPaths``."""
        return self.root / "tasks"

    @property
    def environments(self) -> Path:
        """Cached Python environments."""
        return self.root / "environments"

    @property
    def models(self) -> Path:
        """The models that are registered, a file each."""
        return self.root / "models"

    @property
    def model_files(self) -> Path:
        """Files of models that tasks had made, copied: ``MODEL/…/FILE``."""
        return self.root / "model_files"

    @property
    def model_tokens(self) -> Path:
        """Roles by the hashes of tokens, for the ports of models; readable by its user only."""
        return self.root / "model_tokens.json"

    @property
    def presets(self) -> Path:
        """A person's own presets, as YAML."""
        return self.root / "presets"

    @property
    def logs(self) -> Path:
        """The agent's own log files."""
        return self.root / "logs"

    @property
    def agent_log(self) -> Path:
        """The agent's own log; earlier files lie beside it with a number."""
        return self.logs / AGENT_LOG

    @property
    def audit(self) -> Path:
        """Who did what, as lines of JSON; earlier files lie beside it."""
        return self.logs / "audit.jsonl"

    def task(self, task_id: str) -> "TaskPaths":
        """Return the paths of one task."""
        return TaskPaths(self.tasks / task_id)


@dataclass(frozen=True, slots=True)
class TaskPaths:
    """The files of one task: a record and log segments per attempt, and its own directory."""

    root: Path

    @property
    def work(self) -> Path:
        """``CNET_TASK_DIR``: measured against the disk limit; ``TMPDIR`` lies in it."""
        return self.root / "work"

    def record(self, attempt: int) -> Path:
        """Return the attempt record: intent, stop request, exit, specification, and the lock."""
        return self.root / f"{attempt}.record"

    @property
    def collected(self) -> Path:
        """Of a training job: its curve, and how far its log was collected."""
        return self.root / "collected.json"

    def log_prefix(self, attempt: int) -> str:
        """Return what the path of each log segment begins with; its index, which grows, follows."""
        return str(self.root / f"{attempt}.log.")
