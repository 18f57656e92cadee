"""The groups of the section Storage and retention."""

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from cnet_ui.pages.settings.agent_groups import rows_of
from cnet_ui.pages.settings.agent_row import FIXED, AgentRow
from cnet_ui.pages.settings.configuration import Configuration
from cnet_ui.pages.settings.group import Group
from cnet_ui.pages.settings.orphans import OrphanGroup
from cnet_ui.pages.settings.placement import Place, keys_of
from cnet_ui.pages.settings.storage_use import StorageUse
from cnet_ui.widgets.buttons import IconButton

translate = QCoreApplication.translate


def storage_groups(configuration: Configuration) -> list[Group]:
    """Return the groups of the section."""
    data = Group(translate("settings", "Location"))
    data.add_rows(
        DataDirectoryRow(key, configuration) if key == FIXED else AgentRow(key, configuration)
        for key in keys_of(Place.STORAGE, "data")
    )
    kept = Group(translate("settings", "Finished tasks"))
    kept.add_rows(rows_of(Place.STORAGE, "kept", configuration))
    return [data, StorageUse(configuration.session), kept, OrphanGroup(configuration.session)]


class DataDirectoryRow(AgentRow):
    """Shows where the data lie, and opens the folder where it is of this machine."""

    def __init__(self, key: str, configuration: Configuration) -> None:
        super().__init__(key, configuration)
        self.open_folder = IconButton("folder-open", self.tr("Open the data directory"))
        self.open_folder.setObjectName("open-data-directory")
        self.open_folder.clicked.connect(self._open)
        if self.editor.browse is not None:  # it cannot be changed here
            self.editor.browse.hide()
        self.controls.insertWidget(1, self.open_folder)
        self.local_only = [self.open_folder]
        self.refresh()
        configuration.session.node_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show where the data lie in fact, whatever the setting says."""
        super().refresh()
        node = self._configuration.session.node
        if node is not None:
            self.editor.show_value(node.data_dir)

    def _open(self) -> None:
        node = self._configuration.session.node
        if node is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(node.data_dir))
