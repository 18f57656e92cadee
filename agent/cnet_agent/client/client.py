"""The one way into an agent: a method for each thing it can be asked."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Self

from cnet_agent.client.answers import LogLines, TaskList
from cnet_agent.client.models import ModelsClient
from cnet_agent.client.parts import (
    body_of,
    file_path,
    key_header,
    log_place,
    path_part,
    task_path,
    time_text,
)
from cnet_agent.client.training import TrainingClient
from cnet_agent.client.transport import Query, Transport
from cnet_agent.model.log_level import Level
from cnet_agent.model.phase import Status
from cnet_agent.model.preset import Preset
from cnet_agent.model.spec import SignalName, TaskSpec
from cnet_agent.wire.audit import AuditView
from cnet_agent.wire.log_search import LogSearchView
from cnet_agent.wire.node import (
    ConfigView,
    EnvironmentInfo,
    HealthView,
    HistoryView,
    NodeUsage,
    NodeView,
    OrphanView,
    PeerView,
    ProofView,
    ResourcesView,
    SnapshotView,
    StorageView,
    TokenView,
)
from cnet_agent.wire.requests import Role
from cnet_agent.wire.sse import Frame
from cnet_agent.wire.task import (
    DryRunView,
    FileView,
    LogRecord,
    OutputView,
    TaskView,
    TimelineView,
    UsageHistoryView,
)

LONG = 60.0  # seconds for what reads or renders much
PAGE = 100_000  # lines of a log at a time


class AgentClient:
    """Asks one agent. Every method raises the ``AgentError`` that the agent answered.

    ``Unreachable`` is raised where nobody answered in time, and ``CertificateChanged`` where
    somebody else did. See ``Transport`` for the arguments.
    """

    def __init__(
        self, url: str, *, token: str | None = None, fingerprint: str | None = None
    ) -> None:
        self._transport = Transport(url, token, fingerprint)
        self._ask = self._transport.ask
        self.training = TrainingClient(self._transport)
        self.models = ModelsClient(self._transport)

    @property
    def url(self) -> str:
        """The agent's address."""
        return self._transport.url

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections."""
        await self._transport.close()

    # -- node ---------------------------------------------------------------------------------

    async def health(self) -> HealthView:
        """Return whether the agent works; without a token only its status."""
        return await self._ask(HealthView, "GET", "/api/health")

    async def proof(self, nonce: str) -> ProofView:
        """Ask which agent this is, before anything secret is sent to it."""
        return await self._ask(ProofView, "GET", "/api/proof", query={"nonce": nonce})

    async def node(self, *, look: bool = False) -> NodeView:
        """Return who the node is, as of the last look at what it can do or of a new one."""
        if look:
            query = {"look": True}
            return await self._ask(NodeView, "GET", "/api/node", query=query, deadline=LONG)
        return await self._ask(NodeView, "GET", "/api/node")

    async def resources(self) -> ResourcesView:
        """Return the hardware, and what of it is reserved."""
        return await self._ask(ResourcesView, "GET", "/api/resources")

    async def usage(self) -> NodeUsage:
        """Return the latest sample."""
        return await self._ask(NodeUsage, "GET", "/api/resources/usage")

    async def history(
        self, window: float = 3600.0, points: int = 600, *, markers: int | None = None
    ) -> HistoryView:
        """Return the last ``window`` seconds, thinned to about ``points`` samples.

        With the last ``markers`` starts and ends of tasks; None leaves the number to the agent.
        """
        query = {"window": window, "points": points, "markers": markers}
        return await self._ask(HistoryView, "GET", "/api/resources/history", query=query)

    async def nodes(self) -> list[PeerView]:
        """Return the nodes that the agent knows."""
        return await self._ask(list[PeerView], "GET", "/api/discovery/nodes")

    async def snapshot(self) -> SnapshotView:
        """Return all that a console needs to start."""
        return await self._ask(SnapshotView, "GET", "/api/snapshot", deadline=LONG)

    def events(self, after: str) -> AbstractAsyncContextManager[AsyncIterator[Frame]]:
        """Open the stream of events after ``epoch-seq``; ``watch`` is made of it."""
        return self._transport.frames("/api/events", {"after": after})

    async def config(self) -> ConfigView:
        """Return the settings in force."""
        return await self._ask(ConfigView, "GET", "/api/config")

    async def change_config(self, settings: Mapping[str, Any]) -> ConfigView:
        """Change settings by their dotted key; None takes an earlier change back."""
        body = {"settings": dict(settings)}
        return await self._ask(ConfigView, "PATCH", "/api/config", body=body)

    async def tokens(self) -> list[TokenView]:
        """Return the named tokens."""
        return await self._ask(list[TokenView], "GET", "/api/tokens")

    async def create_token(self, name: str, role: Role) -> TokenView:
        """Make a token; its secret is in this answer only."""
        return await self._ask(TokenView, "POST", "/api/tokens", body={"name": name, "role": role})

    async def revoke_token(self, token_id: str) -> None:
        """Forget a token at once."""
        await self._ask(None, "DELETE", f"/api/tokens/{path_part(token_id)}")

    async def audit(
        self,
        *,
        since: float | None = None,
        until: float | None = None,
        who: str | None = None,
        limit: int = 100,
    ) -> AuditView:
        """Return entries of the audit log, newest first; times are Unix seconds."""
        query = {"since": time_text(since), "until": time_text(until), "who": who, "limit": limit}
        return await self._ask(AuditView, "GET", "/api/audit", query=query, deadline=LONG)

    async def storage(self) -> StorageView:
        """Return what the data directory takes on disk."""
        return await self._ask(StorageView, "GET", "/api/storage", deadline=LONG)

    async def orphans(self, *, look: bool = False) -> list[OrphanView]:
        """Return what agents that died left behind, as of the last look or of a new one."""
        query = {"look": look}
        return await self._ask(list[OrphanView], "GET", "/api/orphans", query=query, deadline=LONG)

    async def remove_orphan(self, orphan_id: str) -> None:
        """Remove an orphan: end the process, remove the group or the folder."""
        path = f"/api/orphans/{path_part(orphan_id)}"
        await self._ask(None, "DELETE", path, deadline=LONG)

    # -- tasks --------------------------------------------------------------------------------

    async def submit(
        self, spec: TaskSpec | Mapping[str, Any], *, idempotency_key: str | None = None
    ) -> TaskView:
        """Submit a task. With a key, repeating the call after a lost answer is safe."""
        return await self._ask(
            TaskView, "POST", "/api/tasks", body=body_of(spec), headers=key_header(idempotency_key)
        )

    async def dry_run(self, spec: TaskSpec | Mapping[str, Any]) -> DryRunView:
        """Return what would happen to a task."""
        query = {"dry_run": True}
        return await self._ask(DryRunView, "POST", "/api/tasks", query=query, body=body_of(spec))

    async def tasks(
        self,
        *,
        statuses: Sequence[Status] = (),
        kind: str | None = None,
        labels: Sequence[str] = (),
        text: str = "",
        limit: int = 100,
        after: str | None = None,
    ) -> TaskList:
        """Return a page of tasks, newest first."""
        query = {
            "status": ",".join(statuses),
            "type": kind,
            "label": list(labels),
            "q": text,
            "limit": limit,
            "after": after,
        }
        tasks, headers = await self._transport.answer(
            list[TaskView], "GET", "/api/tasks", query=query
        )
        following = tasks[-1].id if tasks and "Link" in headers else None
        return TaskList(tasks, int(headers.get("X-Total-Count", len(tasks))), following)

    async def task(self, task_id: str) -> TaskView:
        """Return a task."""
        return await self._ask(TaskView, "GET", task_path(task_id))

    async def stop(self, task_id: str, grace: float | None = None) -> TaskView:
        """Stop a task; an ended one is returned as it is."""
        body = {"grace": grace}
        return await self._ask(TaskView, "POST", task_path(task_id, "/stop"), body=body)

    async def purge(self, task_id: str) -> TaskView:
        """Remove a finished task with its logs."""
        return await self._ask(TaskView, "DELETE", task_path(task_id), query={"purge": True})

    async def restart(self, task_id: str) -> TaskView:
        """Run a task again and return the new one."""
        return await self._ask(TaskView, "POST", task_path(task_id, "/restart"))

    async def signal(self, task_id: str, name: SignalName) -> TaskView:
        """Send a signal to a task's main process."""
        body = {"signal": name}
        return await self._ask(TaskView, "POST", task_path(task_id, "/signal"), body=body)

    async def edit(
        self, task_id: str, *, priority: int | None = None, labels: dict[str, str] | None = None
    ) -> TaskView:
        """Change priority or labels."""
        body = {"priority": priority, "labels": labels}
        return await self._ask(TaskView, "PATCH", task_path(task_id), body=body)

    async def timeline(self, task_id: str) -> list[TimelineView]:
        """Return a task's history, oldest first."""
        return await self._ask(list[TimelineView], "GET", task_path(task_id, "/events"))

    async def task_usage(self, task_id: str) -> UsageHistoryView:
        """Return a task's CPU and memory over time."""
        return await self._ask(UsageHistoryView, "GET", task_path(task_id, "/usage"))

    async def log(
        self,
        task_id: str,
        *,
        attempt: int | None = None,
        tail: int | None = None,
        stream: str | None = None,
        grep: str | None = None,
        since: str | None = None,
        before: str | None = None,
        cursor: str | None = None,
    ) -> LogLines:
        """Return lines of a task's log.

        They are the last ones, or the last ``before`` a record's cursor, or the first after
        ``cursor``.
        """
        query = {
            "format": "records",
            "attempt": attempt,
            "tail": tail,
            "stream": stream,
            "grep": grep,
            "since": since,
            "before": before,
            "cursor": cursor,
        }
        records, headers = await self._transport.answer(
            list[LogRecord], "GET", task_path(task_id, "/logs"), query=query, deadline=LONG
        )
        return LogLines(records, "X-Truncated" in headers, headers.get("X-Log-Cursor"))

    async def log_text(self, task_id: str, attempt: int) -> AsyncIterator[bytes]:
        """Yield all that is kept of an attempt's log, as text, up to its end as it is now."""
        end = (await self.log(task_id, attempt=attempt, tail=0)).cursor or ""
        path, cursor = task_path(task_id, "/logs"), f"{attempt}:0:0"
        while log_place(cursor) < log_place(end):
            query: Query = {"format": "text", "attempt": attempt, "tail": PAGE, "cursor": cursor}
            text, headers = await self._transport.read(path, query=query, deadline=LONG)
            if not text:
                return
            yield text
            cursor = headers.get("X-Log-Cursor", end)

    async def search_logs(
        self,
        *,
        sources: Sequence[str] = (),
        levels: Sequence[Level] = (),
        since: float | None = None,
        until: float | None = None,
        grep: str = "",
        limit: int = 1000,
        before: str | None = None,
    ) -> LogSearchView:
        """Return the newest lines of several logs; ``before`` is ``next`` of an earlier answer."""
        query = {
            "source": list(sources),
            "level": [*map(str, levels)],
            "since": time_text(since),
            "until": time_text(until),
            "grep": grep,
            "limit": limit,
            "before": before,
        }
        return await self._ask(LogSearchView, "GET", "/api/logs", query=query, deadline=LONG)

    def log_frames(
        self, task_id: str, cursor: str | None, stream: str | None = None
    ) -> AbstractAsyncContextManager[AsyncIterator[Frame]]:
        """Open a log as it grows after ``cursor``; ``follow_log`` is made of it."""
        query = {"follow": True, "cursor": cursor, "stream": stream}
        return self._transport.frames(task_path(task_id, "/logs"), query)

    async def files(self, task_id: str) -> list[FileView]:
        """Return what lies in a task's own directory."""
        return await self._ask(list[FileView], "GET", task_path(task_id, "/files"), deadline=LONG)

    async def outputs(self, task_id: str) -> list[OutputView]:
        """Return the files that a task made, wherever they lie."""
        path = task_path(task_id, "/outputs")
        return await self._ask(list[OutputView], "GET", path, deadline=LONG)

    def download(
        self, task_id: str, path: str
    ) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
        """Open a file of a task and give an iterator over its bytes."""
        return self._transport.open(file_path(task_id, path))

    # -- presets and environments -------------------------------------------------------------

    async def presets(self) -> list[Preset]:
        """Return all presets."""
        return await self._ask(list[Preset], "GET", "/api/presets")

    async def put_preset(self, preset: Preset) -> Preset:
        """Keep a person's own preset."""
        path = f"/api/presets/{path_part(preset.id)}"
        body = preset.model_dump(mode="json")
        return await self._ask(Preset, "PUT", path, body=body)

    async def delete_preset(self, preset_id: str) -> None:
        """Remove a person's own preset."""
        await self._ask(None, "DELETE", f"/api/presets/{path_part(preset_id)}")

    async def run_preset(
        self,
        preset_id: str,
        params: Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> TaskView:
        """Submit the task that a filled-in form describes."""
        return await self._ask(
            TaskView,
            "POST",
            f"/api/presets/{path_part(preset_id)}/run",
            body={"params": dict(params)},
            headers=key_header(idempotency_key),
        )

    async def dry_run_preset(self, preset_id: str, params: Mapping[str, Any]) -> DryRunView:
        """Return what would happen to the task that a filled-in form describes."""
        return await self._ask(
            DryRunView,
            "POST",
            f"/api/presets/{path_part(preset_id)}/run",
            query={"dry_run": True},
            body={"params": dict(params)},
        )

    async def environments(self) -> list[EnvironmentInfo]:
        """Return the cached Python environments."""
        return await self._ask(list[EnvironmentInfo], "GET", "/api/environments")

    async def delete_environment(self, environment_id: str) -> None:
        """Remove a cached environment."""
        await self._ask(None, "DELETE", f"/api/environments/{path_part(environment_id)}")
