"""The groups of the section Network and security."""

from PySide6.QtCore import QCoreApplication

from cnet_ui.pages.settings.agent_groups import rows_of
from cnet_ui.pages.settings.audit import AuditGroup
from cnet_ui.pages.settings.configuration import Configuration
from cnet_ui.pages.settings.group import Group
from cnet_ui.pages.settings.placement import Place
from cnet_ui.pages.settings.tokens import TokenGroup

translate = QCoreApplication.translate


def network_groups(configuration: Configuration) -> list[Group]:
    """Return the groups of the section."""
    listening = Group(translate("settings", "Where the agent listens"))
    listening.add_rows(rows_of(Place.NETWORK, "listening", configuration))
    trust = Group(translate("settings", "Who is trusted"))
    trust.add_rows(rows_of(Place.NETWORK, "trust", configuration))
    session = configuration.session
    return [listening, trust, TokenGroup(session), AuditGroup(session)]
