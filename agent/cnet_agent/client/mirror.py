"""What a client knows of an agent: a snapshot, and every change since. Pure."""

from dataclasses import dataclass, field

from cnet_agent.client.stream import Change, ModelRemoved, TaskRemoved
from cnet_agent.wire.models import ModelView
from cnet_agent.wire.node import NodeUsage, NodeView, PeerView, SnapshotView, UsageEvent
from cnet_agent.wire.task import TaskView


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change touched."""

    tasks: frozenset[str] = frozenset()  # ids of new and changed ones
    removed: frozenset[str] = frozenset()  # ids
    models: bool = False
    node: bool = False
    usage: bool = False
    nodes: bool = False
    notices: bool = False


@dataclass(slots=True)
class Mirror:
    """The state of one agent as last heard."""

    tasks: dict[str, TaskView] = field(default_factory=dict)
    models: dict[str, ModelView] = field(default_factory=dict)
    node: NodeView | None = None
    usage: NodeUsage | None = None
    nodes: list[PeerView] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def apply(self, change: Change) -> Changes:
        """Take a change over and return what it touched; nothing where nothing is new."""
        match change:
            case SnapshotView():
                return self._replace(change)
            case TaskView():
                if self.tasks.get(change.id) == change:
                    return Changes()
                self.tasks[change.id] = change
                return Changes(tasks=frozenset({change.id}))
            case TaskRemoved(task_id):
                known = self.tasks.pop(task_id, None) is not None
                return Changes(removed=frozenset({task_id}) if known else frozenset())
            case ModelView():
                is_new = self.models.get(change.id) != change
                self.models[change.id] = change
                return Changes(models=is_new)
            case ModelRemoved(model_id):
                return Changes(models=self.models.pop(model_id, None) is not None)
            case NodeView():
                changed, self.node = change != self.node, change
                return Changes(node=changed)
            case UsageEvent():
                return self._use(change)

    def _use(self, event: UsageEvent) -> Changes:
        changed, self.usage = event.node != self.usage, event.node
        touched = set()
        for task_id, usage in event.tasks.items():
            task = self.tasks.get(task_id)
            if task is not None and not task.phase.is_final and task.usage != usage:
                self.tasks[task_id] = task.model_copy(update={"usage": usage})
                touched.add(task_id)
        return Changes(tasks=frozenset(touched), usage=changed)

    def _replace(self, snapshot: SnapshotView) -> Changes:
        tasks = {task.id: task for task in snapshot.tasks}
        models = {model.id: model for model in snapshot.models}
        changes = Changes(
            tasks=frozenset(i for i, task in tasks.items() if self.tasks.get(i) != task),
            removed=frozenset(self.tasks.keys() - tasks.keys()),
            models=models != self.models,
            node=snapshot.node != self.node,
            usage=snapshot.usage != self.usage,
            nodes=snapshot.nodes != self.nodes,
            notices=snapshot.notices != self.notices,
        )
        self.tasks = tasks
        self.models = models
        self.node = snapshot.node
        self.usage = snapshot.usage
        self.nodes = list(snapshot.nodes)
        self.notices = list(snapshot.notices)
        return changes
