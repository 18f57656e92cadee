"""The settings page: sections at the left, a search over all of them, and what one chose."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from cnet_ui.autostart import Autostart, autostart
from cnet_ui.background import spawn
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.icons import icon
from cnet_ui.pages.settings.about import AboutGroup
from cnet_ui.pages.settings.agent_groups import (
    agent_groups,
    logging_groups,
    task_groups,
    training_groups,
)
from cnet_ui.pages.settings.configuration import Configuration
from cnet_ui.pages.settings.console_groups import ConsoleGroups
from cnet_ui.pages.settings.contents import WIDTH, Contents, Entry
from cnet_ui.pages.settings.editors import is_escape
from cnet_ui.pages.settings.group import Group, Section
from cnet_ui.pages.settings.network_groups import network_groups
from cnet_ui.pages.settings.placement import Place
from cnet_ui.pages.settings.python_groups import python_groups
from cnet_ui.pages.settings.row import Row
from cnet_ui.pages.settings.state_line import StateLine
from cnet_ui.pages.settings.storage_groups import storage_groups
from cnet_ui.pages.settings.texts import name_of
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.labels import label

WIDEST = 860  # pixels: longer lines are hard to follow
_LABELS = 2  # above the sections in their column
OF_CONSOLE = (Place.APPEARANCE, Place.CONSOLE, Place.ABOUT)


class SettingsPage(QWidget):
    """The console's settings and those of the session's agent.

    ``theme_chosen`` carries a ``ThemeChoice``, ``language_chosen`` the key of a language.

    Args:
        session: the agent.
        preferences: where the console's own are kept.
        parent: what shows it.
        at_login: starts the console with the session; the system's way if None.
    """

    theme_chosen = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self,
        session: AgentSession,
        preferences: Preferences,
        parent: QWidget | None = None,
        at_login: Autostart | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self.configuration = Configuration(session, self)
        self._console = ConsoleGroups(preferences, at_login or autostart(), self)
        self._console.theme_chosen.connect(self.theme_chosen)
        self._console.language_chosen.connect(self.language_chosen)
        self.sections: dict[Place, Section] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(22, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(self._make_side())
        layout.addWidget(self._make_scroll(), 1)
        session.connection_changed.connect(self._load)
        self.configuration.changed.connect(self._say_state)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    def show_theme(self, choice: ThemeChoice) -> None:
        """Show which theme is chosen."""
        self._console.show_theme(choice)

    def show_section(self, key: str) -> None:
        """Go to a section."""
        self.search.clear()
        self.contents.choose(key)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make the sections when somebody first looks, and ask the agent."""
        super().showEvent(event)
        self._show()
        QTimer.singleShot(0, self, self._fill)
        self._console.refresh()
        self._load()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Clear the search on Escape."""
        if is_escape(event) and self.search.text():
            self.search.clear()
            return True
        return super().eventFilter(watched, event)

    # -- parts --------------------------------------------------------------------------------

    def _make_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(10)
        self.search = QLineEdit()
        self.search.setObjectName("settings-search")
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(WIDTH)
        self.search.addAction(
            icon("search", "text_muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(lambda _: self._show())
        self.search.returnPressed.connect(self._enter)
        self.search.installEventFilter(self)
        entries = self._entries()
        self._titles = {entry.key: entry.word for entry in entries}
        self.contents = Contents(entries, self.tr("Sections"))
        self.contents.setFixedWidth(WIDTH)
        self.contents.chosen.connect(self._go)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        return column

    def _entries(self) -> Sequence[Entry]:
        words = {
            Place.APPEARANCE: (self.tr("Appearance"), "sun-moon"),
            Place.CONSOLE: (self.tr("Console"), "monitor"),
            Place.AGENT: (self.tr("Agent"), "server"),
            Place.TASKS: (self.tr("Tasks"), "list-checks"),
            Place.TRAINING: (self.tr("Training and containers"), "graduation-cap"),
            Place.PYTHON: (self.tr("Python and environments"), "package"),
            Place.STORAGE: (self.tr("Storage and retention"), "hard-drive"),
            Place.NETWORK: (self.tr("Network and security"), "lock"),
            Place.LOGGING: (self.tr("Logging"), "scroll-text"),
            Place.ABOUT: (self.tr("About"), "info"),
        }
        return [Entry(str(place), *words[place]) for place in Place]

    def _make_scroll(self) -> QScrollArea:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        page = plain()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 22, 16)
        self._inner = plain()
        self._inner.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(22)
        self._state = StateLine()
        self._state.restart.clicked.connect(lambda: spawn(self._ask_to_restart(), self))
        self._column.addWidget(self._state)
        self._nothing = label(self.tr("No setting has these words."), tone="muted", wrap=True)
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        row.addWidget(self._inner, 1)
        row.addStretch(0)
        self._scroll.setWidget(page)
        return self._scroll

    def _fill(self) -> None:
        """Make the section that is wanted at once, and the others when there is time."""
        self._section(Place(self.contents.current))
        missing = [place for place in Place if place not in self.sections]
        if missing:
            self._section(missing[0])
            QTimer.singleShot(0, self, self._fill)

    def _section(self, place: Place) -> Section:
        """Return a section, and make it if nobody asked for it before."""
        if place not in self.sections:
            section = Section(self._titles[place], self._groups(place))
            section.hide()
            before = sum(each in self.sections for each in list(Place)[: list(Place).index(place)])
            self._column.insertWidget(_LABELS + before, section)
            self.sections[place] = section
        return self.sections[place]

    def _groups(self, place: Place) -> list[Group]:
        match place:
            case Place.APPEARANCE:
                return self._console.appearance()
            case Place.CONSOLE:
                return self._console.console()
            case Place.AGENT:
                return agent_groups(self.configuration)
            case Place.TASKS:
                return task_groups(self.configuration)
            case Place.TRAINING:
                return training_groups(self.configuration)
            case Place.PYTHON:
                return python_groups(self.configuration)
            case Place.STORAGE:
                return storage_groups(self.configuration)
            case Place.NETWORK:
                return network_groups(self.configuration)
            case Place.LOGGING:
                return [*logging_groups(self.configuration), *self._console.logs()]
        return [AboutGroup(self._session)]

    # -- keeping up ---------------------------------------------------------------------------

    def _load(self) -> None:
        if self.isVisible() and self._session.is_live:
            spawn(self.configuration.load(), self)

    def _go(self, key: str) -> None:
        """Go to a section; during a search, to what was found in it."""
        if not self.search.text().strip():
            self._show()
            self._scroll.verticalScrollBar().setValue(0)
            return
        section = self._section(Place(key))
        if section.isVisible():
            top = section.mapTo(self._inner, section.rect().topLeft()).y()
            self._scroll.verticalScrollBar().setValue(top)

    def _show(self) -> None:
        """Show the chosen section, or everything that a search finds."""
        words = self.search.text().casefold().split()
        if words or self.isVisible():
            for place in Place if words else [Place(self.contents.current)]:
                self._section(place)
        hits = {key: section.narrow(words) for key, section in self.sections.items()}
        for key, section in self.sections.items():
            section.setVisible(bool(hits[key]) if words else key == self.contents.current)
        self.contents.show_hits({str(key): count for key, count in hits.items()} if words else None)
        self._nothing.setVisible(bool(words) and not any(hits.values()))
        self._say_state()

    def _enter(self) -> None:
        """Go from the search to the first setting that it found."""
        rows = [row for place in Place for row in self._section(place).findChildren(Row)]
        found = next((row for row in rows if row.isVisible()), None)
        if found is not None:
            found.take_focus()

    def _say_state(self) -> None:
        """Say over the settings of the agent why there is nothing in them, or what waits."""
        of_agent = self.contents.current not in OF_CONSOLE and not self.search.text().strip()
        text = self.configuration.refusal
        if not text and self.configuration.pending:
            names = [name_of(setting.key) for setting in self.configuration.pending]
            text = self.tr("Takes effect when the agent starts again: {names}").format(
                names=", ".join(names)
            )
        self._state.show_state(
            text if of_agent else "",
            can_restart=self._session.restart is not None and not self.configuration.refusal,
        )

    async def _ask_to_restart(self) -> None:
        answer = await choose(
            self.window(),
            self.tr("Start the agent again?"),
            self.tr(
                "Tasks that run go on, and their logs stay complete. Waiting and retrying pause"
                " for a moment."
            ),
            [
                Answer(CANCEL, self.tr("Cancel")),
                Answer("restart", self.tr("Start again"), "primary"),
            ],
        )
        if answer == "restart" and self._session.restart is not None:
            self._session.restart()
