"""The section About: versions, licences, and what to send to somebody who helps."""

import platform

from PySide6.QtCore import QCoreApplication, Qt, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from cnet_agent import __version__
from cnet_ui.diagnostics import diagnostics
from cnet_ui.dispose import dispose
from cnet_ui.icons import application_icon
from cnet_ui.pages.settings.group import Group
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import label
from cnet_ui.words import NONE

translate = QCoreApplication.translate

_ICON = 56  # pixels
_COPIED = 2000  # milliseconds for which a button says so


class AboutGroup(Group):
    """Says what this is; copies diagnostics, opens the licences."""

    def __init__(self, session: AgentSession) -> None:
        super().__init__(
            "", searched=translate("settings", "about version licences diagnostics documentation")
        )
        self._session = session
        self.body.addLayout(self._make_title())
        self.body.addSpacing(8)
        self.body.addLayout(self._make_facts())
        self.body.addSpacing(8)
        self.body.addLayout(self._make_buttons())
        session.connection_changed.connect(self._refresh)
        session.node_changed.connect(self._refresh)
        self._refresh()

    def _make_title(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(_ICON, _ICON))
        picture.setFixedSize(_ICON, _ICON)
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("CNET Console", "title"))
        version = self.tr("Version {version}").format(version=__version__)
        words.addWidget(label(version, tone="secondary"))
        words.addWidget(label(self.tr("Run and watch work on your own machines."), tone="muted"))
        row.addLayout(words, 1)
        return row

    def _make_facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        self._agent, self._calls = label(NONE, wrap=True), label(NONE, wrap=True)
        system = f"{platform.system()} {platform.release()}, {platform.machine()}"
        licence = self.tr("MIT; bundled parts have their own, below under Licences.")
        for row, (word, value) in enumerate(
            (
                (self.tr("Agent"), self._agent),
                ("Qt", label(str(qVersion()))),
                ("Python", label(platform.python_version())),
                (self.tr("System"), label(system, wrap=True)),
                (self.tr("API and its documentation"), self._calls),
                (self.tr("Fonts and icons"), label("Inter, JetBrains Mono, Lucide", wrap=True)),
                (self.tr("Licence"), label(licence, wrap=True)),
            )
        ):
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(word, tone="secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        return grid

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        licences = Button(self.tr("Licences…"), icon_name="scroll-text")
        licences.setObjectName("licences")
        licences.clicked.connect(self._open_licences)
        self.copy = Button(self.tr("Copy diagnostics"), icon_name="copy")
        self.copy.setObjectName("copy-diagnostics")
        self.copy.setToolTip(self.tr("Versions, system and connection; nothing secret."))
        self.copy.clicked.connect(self._copy)
        row.addWidget(licences)
        row.addWidget(self.copy)
        row.addStretch(1)
        self._copied = QTimer(self, singleShot=True, interval=_COPIED)
        self._copied.timeout.connect(lambda: self.copy.set_text(self.tr("Copy diagnostics")))
        return row

    def _refresh(self) -> None:
        node = self._session.node
        self._agent.setText(node.version if node is not None else NONE)
        known = bool(self._session.address)
        self._calls.setText(f"{self._session.client.url}/docs" if known else NONE)

    def _open_licences(self) -> None:
        from cnet_ui.dialogs.licences import LicencesDialog

        dialog = LicencesDialog(self.window())
        dialog.finished.connect(lambda _: dispose(dialog))
        dialog.open()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics(self._session))
        self.copy.set_text(self.tr("Copied"))
        self._copied.start()
