"""The row of the Python for tasks: offers what was found, and tries what is named."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu

from cnet_ui.background import spawn
from cnet_ui.dispose import dispose
from cnet_ui.interpreters import find_interpreters, version_of
from cnet_ui.pages.settings.agent_row import AgentRow
from cnet_ui.pages.settings.configuration import Configuration
from cnet_ui.widgets.buttons import IconButton

_QUIET = 400  # milliseconds without a key before a program is run


class PythonRow(AgentRow):
    """Says which version the named interpreter is, where it is of this machine."""

    _tried = ""
    _said: str | None = None  # by what was tried; None if it is no Python

    def __init__(self, key: str, configuration: Configuration) -> None:
        super().__init__(key, configuration)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._try)
        self.editor.edited.connect(self._quiet.start)
        configuration.changed.connect(self._quiet.start)
        self.offer = IconButton("list", self.tr("Choose one of the Pythons found on this machine"))
        self.offer.setObjectName("found-pythons")
        self.offer.clicked.connect(lambda: spawn(self._offer(), self))
        self.controls.insertWidget(1, self.offer, 0, Qt.AlignmentFlag.AlignTop)
        self.local_only.append(self.offer)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look which Python it is."""
        super().showEvent(event)
        self._quiet.start()

    def state_note(self) -> tuple[str, str]:
        """Say which Python it is, and that one cannot be run."""
        path = str(self.editor.value)
        if not path or path != self._tried:
            return "", ""
        if self._said is None:
            return self.tr("This cannot be run, or is no Python."), "triangle-alert"
        return self._said, "check"

    async def _offer(self) -> None:
        self.offer.setEnabled(False)
        try:
            found = await find_interpreters()
        finally:
            self.offer.setEnabled(True)
        menu = QMenu(self)
        menu.setAccessibleName(self.offer.accessibleName())
        for each in found:
            action = menu.addAction(f"{each.version}  ·  {each.path}")
            action.triggered.connect(lambda _=False, path=each.path: self.editor.take(path))
        if not found:
            menu.addAction(self.tr("None was found on the path")).setEnabled(False)
        menu.aboutToHide.connect(lambda: dispose(menu))
        menu.popup(self.offer.mapToGlobal(QPoint(0, self.offer.height() + 4)))

    def _try(self) -> None:
        path = str(self.editor.value)
        if path != self._tried and self.isVisible() and self._configuration.session.is_local:
            spawn(self._ask_version(path), self)

    async def _ask_version(self, path: str) -> None:
        said = await version_of(path) if path else ""
        if str(self.editor.value) == path:
            self._tried, self._said = path, said
            self._show_state()
