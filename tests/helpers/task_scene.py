"""A session whose mirror a test changes by hand, and the task table over it."""

from cnet_agent.client.mirror import Changes
from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from cnet_ui.models.task_columns import Column
from cnet_ui.models.task_history import TaskHistory
from cnet_ui.models.task_table import TaskTable
from cnet_ui.session import AgentSession
from helpers.factories import EPOCH
from helpers.fake_agent import make_view


class TaskScene:
    """Starts with tasks that have ended; what is changed is told at once."""

    def __init__(self, count: int = 0) -> None:
        self.session = AgentSession()
        for number in range(1, count + 1):
            self.session._mirror.apply(make_view(number, Phase.SUCCEEDED))
        self.now = EPOCH + 100
        self.history = TaskHistory(self.session)
        self.table = TaskTable(self.session, self.history, now=lambda: self.now)

    def change(self, *tasks: TaskView) -> None:
        for task in tasks:
            self.session._take(self.session._mirror.apply(task))
        self.session._tell()

    def remove(self, *ids: str) -> None:
        """Let the agent remove tasks."""
        for each in ids:
            del self.session._mirror.tasks[each]
        self.session._purged |= set(ids)
        self.session._take(Changes(removed=frozenset(ids)))
        self.session._tell()

    def texts(self, column: Column) -> list[str]:
        """Return what a column says, from the top."""
        return [self.table.index(row, column).data() for row in range(self.table.rowCount())]
