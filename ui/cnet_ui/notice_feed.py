"""Makes notices out of what a session tells: tasks that ended, a connection, an agent's words."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from cnet_agent.client.stream import Live, Refused, Stale
from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView
from cnet_ui.agent_words import worded
from cnet_ui.notifications import Notice, Notifications
from cnet_ui.session import AgentSession
from cnet_ui.words import Tone, cause, run_time, task_run_time

LONG = 60.0  # seconds; the end of a task that ran longer is worth a notice
AT_ONCE = 3  # ends told one by one; more at a time are told as one


class NoticeFeed(QObject):
    """Follows one session.

    What had ended before the session was first live is history, and no notice.
    """

    def __init__(
        self,
        session: AgentSession,
        notifications: Notifications,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notifications = notifications
        self._now = now
        self._ended: set[str] | None = None  # tasks whose end is known; None before the first
        self._lost_at: float | None = None
        self._said: set[str] = set()
        session.connection_changed.connect(self._follow_connection)
        session.tasks_changed.connect(self._follow_tasks)
        session.tasks_removed.connect(self._forget)
        session.notices_changed.connect(self._pass_on)
        self._follow_connection()
        self._pass_on()

    # -- the connection -----------------------------------------------------------------------

    def _follow_connection(self) -> None:
        match self._session.connection:
            case Live():
                if self._ended is None:
                    self._ended = {t.id for t in self._session.tasks.values() if t.phase.is_final}
                self._say_back()
            case Stale(_, reason) | Refused(reason) if self._ended is not None:
                self._say_lost(worded(reason))

    def _say_lost(self, reason: str) -> None:
        if self._lost_at is None:
            self._lost_at = self._now()
            title = self.tr("Connection to {node} lost").format(node=self._node())
            self._add(title, reason, "waiting", "unplug", is_loud=True)

    def _say_back(self) -> None:
        if self._lost_at is not None:
            away, self._lost_at = self._now() - self._lost_at, None
            title = self.tr("Connection to {node} is back").format(node=self._node())
            self._add(title, self.tr("It was gone for {time}.").format(time=run_time(away)))

    # -- tasks --------------------------------------------------------------------------------

    def _follow_tasks(self, ids: Iterable[str]) -> None:
        if self._ended is None:
            return
        tasks = [self._session.tasks[each] for each in sorted(ids) if each in self._session.tasks]
        ended = [task for task in tasks if task.phase.is_final and task.id not in self._ended]
        self._ended.update(task.id for task in ended)
        failed = [task for task in ended if task.phase is Phase.FAILED]
        others = [task for task in ended if task.phase is not Phase.FAILED and self._is_long(task)]
        if len(failed) > AT_ONCE:
            title = self.tr("{count} tasks failed").format(count=len(failed))
            self._add(title, _names(failed), "bad", "x", failed[-1].id, is_loud=True)
        else:
            for task in failed:
                self._say_failed(task)
        if len(others) > AT_ONCE:
            title = self.tr("{count} tasks ended").format(count=len(others))
            self._add(title, _names(others), "good", "check", others[-1].id, is_loud=True)
        else:
            for task in others:
                self._say_ended(task)

    def _say_failed(self, task: TaskView) -> None:
        title = self.tr("{name} failed").format(name=task.name)
        heading, icon_name = cause(task.reason, task.cause)
        self._add(title, worded(task.message) or heading, "bad", icon_name, task.id, is_loud=True)

    def _say_ended(self, task: TaskView) -> None:
        ran = run_time(task_run_time(task, self._now()) or 0.0)
        text = self.tr("It ran for {time}.").format(time=ran)
        text = f"{text} {worded(task.message)}".strip()
        if task.phase is Phase.SUCCEEDED:
            title = self.tr("{name} completed").format(name=task.name)
            self._add(title, text, "good", "check", task.id, is_loud=True)
        else:
            title = self.tr("{name} was stopped").format(name=task.name)
            self._add(title, text, "neutral", "square", task.id, is_loud=True)

    def _is_long(self, task: TaskView) -> bool:
        return (task_run_time(task, self._now()) or 0.0) > LONG

    def _forget(self, ids: Iterable[str]) -> None:
        if self._ended is not None:
            self._ended.difference_update(ids)

    # -- the agent's own words ----------------------------------------------------------------

    def _pass_on(self) -> None:
        for sentence in self._session.notices:
            if sentence not in self._said:
                self._said.add(sentence)
                title = self.tr("{node} says").format(node=self._node())
                self._add(title, worded(sentence), "waiting", "info")

    # -- adding -------------------------------------------------------------------------------

    def _node(self) -> str:
        return self._session.node.name if self._session.node else self.tr("the agent")

    def _add(
        self,
        title: str,
        text: str,
        tone: Tone = "neutral",
        icon_name: str = "plug",
        task_id: str = "",
        *,
        is_loud: bool = False,
    ) -> None:
        node = self._session.node.name if self._session.node else ""
        address = self._session.address
        self._notifications.add(
            Notice(
                self._now(), title, text, tone, icon_name, node, address, task_id, is_loud=is_loud
            )
        )


def _names(tasks: list[TaskView]) -> str:
    shown = ", ".join(task.name for task in tasks[-AT_ONCE:])
    return f"{shown} …" if len(tasks) > AT_ONCE else shown
