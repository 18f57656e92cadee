"""The groups of the agent's settings that are rows and no more, and who the agent is."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout

from cnet_ui.pages.settings.agent_row import AgentRow
from cnet_ui.pages.settings.configuration import Configuration
from cnet_ui.pages.settings.group import Group
from cnet_ui.pages.settings.placement import Place, keys_of
from cnet_ui.session import AgentSession
from cnet_ui.widgets.labels import label
from cnet_ui.words import NONE, full_moment

translate = QCoreApplication.translate


def rows_of(place: Place, group: str, configuration: Configuration) -> list[AgentRow]:
    """Return the rows of a group."""
    return [AgentRow(key, configuration) for key in keys_of(place, group)]


def agent_groups(configuration: Configuration) -> list[Group]:
    """Return the groups of the section Agent."""
    node = Group(translate("settings", "Node"))
    node.add_rows(rows_of(Place.AGENT, "node", configuration))
    measured = Group(translate("settings", "What is measured"))
    measured.add_rows(rows_of(Place.AGENT, "measured", configuration))
    return [NodeGroup(configuration.session), node, measured]


def task_groups(configuration: Configuration) -> list[Group]:
    """Return the groups of the section Tasks."""
    queue = Group(translate("settings", "Queue"))
    queue.add_rows(rows_of(Place.TASKS, "queue", configuration))
    limits = Group(translate("settings", "Limits"))
    limits.add_rows(rows_of(Place.TASKS, "limits", configuration))
    return [queue, limits]


def training_groups(configuration: Configuration) -> list[Group]:
    """Return the groups of the section Training."""
    jobs = Group(translate("settings", "Jobs that name nothing else"))
    jobs.add_rows(rows_of(Place.TRAINING, "jobs", configuration))
    containers = Group(translate("settings", "Containers"))
    containers.add_rows(rows_of(Place.TRAINING, "containers", configuration))
    return [jobs, containers]


def logging_groups(configuration: Configuration) -> list[Group]:
    """Return the groups of the section Logging."""
    group = Group(translate("settings", "Log of the agent"))
    group.add_rows(rows_of(Place.LOGGING, "agent", configuration))
    return [group]


class NodeGroup(Group):
    """Who the agent is; nothing of it can be changed."""

    def __init__(self, session: AgentSession) -> None:
        super().__init__(
            translate("settings", "This connection"),
            searched=translate("settings", "address version system data directory workspace"),
        )
        self._session = session
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        self._values = {}
        words = {
            "name": translate("settings", "Node"),
            "address": translate("settings", "Address"),
            "version": translate("settings", "Version"),
            "system": translate("settings", "System"),
            "workspace": translate("settings", "Workspace"),
            "data": translate("settings", "Data directory"),
            "since": translate("settings", "Running since"),
        }
        for row, (key, word) in enumerate(words.items()):
            value = label(NONE, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._values[key] = value
            grid.addWidget(label(word, tone="secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        self.body.addLayout(grid)
        session.node_changed.connect(self._refresh)
        session.connection_changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        node = self._session.node
        if node is None:
            return
        values = {
            "name": node.name,
            "address": self._session.address,
            "version": node.version,
            "system": f"{node.os} {node.kernel}, {node.cpu.model}",
            "workspace": node.workspace,
            "data": node.data_dir,
            "since": full_moment(node.started_at),
        }
        for key, text in values.items():
            self._values[key].setText(text)
