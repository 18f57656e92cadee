"""The groups of the section Python and environments."""

from PySide6.QtCore import QCoreApplication

from cnet_ui.pages.settings.agent_groups import rows_of
from cnet_ui.pages.settings.configuration import Configuration
from cnet_ui.pages.settings.environments import EnvironmentGroup
from cnet_ui.pages.settings.group import Group
from cnet_ui.pages.settings.placement import Place, keys_of
from cnet_ui.pages.settings.python_row import PythonRow

translate = QCoreApplication.translate


def python_groups(configuration: Configuration) -> list[Group]:
    """Return the groups of the section."""
    python = Group(translate("settings", "Python"))
    (key,) = keys_of(Place.PYTHON, "python")
    python.add_rows([PythonRow(key, configuration)])
    environments = EnvironmentGroup(configuration.session)
    kept = Group(translate("settings", "Unused environments"))
    kept.add_rows(rows_of(Place.PYTHON, "environments", configuration))
    return [python, environments, kept]
