"""Keeps what surrounds the pages true to the node that is shown: rail, status bar, banner."""

from PySide6.QtCore import QObject, Signal

from cnet_agent.model.phase import Status
from cnet_ui.agent_words import worded
from cnet_ui.connection_words import state_word, status_text, token_of, trouble_text
from cnet_ui.connections import Connections
from cnet_ui.pages.places import MODELS, TASKS, TRAINING
from cnet_ui.session import AgentSession
from cnet_ui.widgets.banner import Banner
from cnet_ui.widgets.rail import Rail
from cnet_ui.widgets.status_bar import StatusBar


class Frame(QObject):
    """Follows the current session of ``connections``; ``refreshed`` where its state changed."""

    refreshed = Signal()

    def __init__(
        self,
        window: QObject,
        connections: Connections,
        rail: Rail,
        status: StatusBar,
        banner: Banner,
    ) -> None:
        super().__init__(window)
        self._connections = connections
        self._rail = rail
        self._status = status
        self._banner = banner
        self._seen: dict[AgentSession, list[str]] = {}  # notices that were sent away
        self._session = connections.current
        connections.switched.connect(self._switch)
        connections.changed.connect(self._refresh_node)
        connections.disconnected.connect(self._forget)
        banner.dismissed.connect(self._dismiss)
        self._follow()

    def _switch(self) -> None:
        session = self._session
        session.connection_changed.disconnect(self._refresh_connection)
        session.node_changed.disconnect(self._refresh_connection)
        session.notices_changed.disconnect(self._refresh_banner)
        session.tasks_changed.disconnect(self._refresh_tasks)
        session.tasks_removed.disconnect(self._refresh_tasks)
        self._session = self._connections.current
        self._follow()

    def _forget(self, session: AgentSession) -> None:
        self._seen.pop(session, None)

    def _follow(self) -> None:
        session = self._session
        session.connection_changed.connect(self._refresh_connection)
        session.node_changed.connect(self._refresh_connection)
        session.notices_changed.connect(self._refresh_banner)
        session.tasks_changed.connect(self._refresh_tasks)
        session.tasks_removed.connect(self._refresh_tasks)
        self._refresh_connection()
        self._refresh_tasks()
        self._refresh_node()

    def _refresh_connection(self) -> None:
        session = self._session
        self._status.show_agent(status_text(session), token_of(session))
        self._status.show_runtimes(session.node.executors if session.node else {})
        self._refresh_banner()
        self.refreshed.emit()

    def _refresh_node(self) -> None:
        session = self._session
        here = session is self._connections.home
        where = self.tr("Local node") if here and session.address else session.address
        name, state = self._connections.name_of(session), state_word(session)
        if name == where:  # nothing else is known of it
            where = state
        where = where or self.tr("Starting…")
        self._rail.node.show_node(name, where, token_of(session), state)

    def _refresh_banner(self) -> None:
        trouble, icon_name = trouble_text(self._session)
        if self._session.node is None and self._session is not self._connections.home:
            trouble, icon_name = "", ""  # said in place of the pages
        if trouble:
            self._banner.show_sentence(trouble, icon_name, can_dismiss=False)
            return
        seen = self._seen.get(self._session, [])
        notices = [each for each in self._session.notices if each not in seen]
        self._banner.show_sentence(" ".join(map(worded, notices)), "info", can_dismiss=True)

    def _dismiss(self) -> None:
        self._seen[self._session] = list(self._session.notices)
        self._refresh_banner()

    def _refresh_tasks(self, _: object = None) -> None:
        tasks = self._session.tasks.values()
        running = [task for task in tasks if task.status is Status.RUNNING]
        waiting = sum(task.status is Status.PENDING for task in tasks)
        self._rail.show_count(TASKS, len(running))
        jobs = sum(task.training is not None and not task.phase.is_final for task in tasks)
        self._rail.show_count(TRAINING, jobs)
        models = sum(task.model is not None for task in running)
        self._rail.show_count(MODELS, models)
        text = self.tr("{count} running").format(count=len(running))
        if waiting:
            text += " · " + self.tr("{count} waiting").format(count=waiting)
        self._status.show_counts(text)
        newest = max(running, key=lambda task: task.id, default=None)
        self._status.show_job(newest.id if newest else "", newest.name if newest else "")
