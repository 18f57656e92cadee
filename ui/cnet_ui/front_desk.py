"""What the window has for every page: the palette, notifications, toasts and their keys."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnet_ui.command_sources import (
    TaskCommands,
    agent_commands,
    language_commands,
    model_commands,
    page_commands,
    preset_commands,
    theme_commands,
    training_commands,
)
from cnet_ui.commands import Command, Commands, Kind
from cnet_ui.dispose import dispose
from cnet_ui.notice_feed import NoticeFeed
from cnet_ui.notifications import Notice, Notifications
from cnet_ui.pages.places import TASKS, places
from cnet_ui.preferences import Preferences
from cnet_ui.progress_feed import ProgressFeed
from cnet_ui.session import AgentSession
from cnet_ui.shortcuts import keys_of, page_action, shortcuts
from cnet_ui.theme import Theme, ThemeChoice
from cnet_ui.widgets.search_button import SearchButton
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.toast import Offer, Toasts

if TYPE_CHECKING:
    from cnet_ui.dialogs.palette import Palette
    from cnet_ui.main_window import MainWindow

RECENT = "recent-commands"  # as the preferences have them
REMEMBERED = 12  # commands


class FrontDesk(QObject):
    """Serves one window.

    Pages add commands of their own with ``commands.add``; ``actions`` are what the table of
    shortcuts may call.

    Args:
        window: whose title row gets the search box, and whose status bar the bell.
        theme: can be chosen by a command.
        preferences: where recent commands and do-not-disturb are kept.
    """

    def __init__(self, window: "MainWindow", theme: Theme, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._preferences = preferences
        self._feeds: dict[AgentSession, NoticeFeed] = {}
        self.toasts = Toasts(window)
        self.notifications = Notifications(
            lambda: preferences.notifies and not window.isActiveWindow(), self
        )
        self.notifications.be_quiet(preferences.do_not_disturb)
        preferences.changed.connect(self._follow_preferences)
        self.notifications.added.connect(self._pop_up)
        self.notifications.changed.connect(self._refresh_bell)
        self.search = SearchButton(keys_of("palette"))
        self.search.clicked.connect(lambda _: self._unless_covered(self.open_palette))
        window.head.insertWidget(window.head.count() - 1, self.search)
        window.status.bell.clicked.connect(lambda _: self._unless_covered(self.open_notices))
        self.progress = ProgressFeed(window.connections.current, window)
        self.progress.changed.connect(self._show_progress)
        window.connections.changed.connect(self._follow)
        window.connections.switched.connect(self._switch)
        window.connections.disconnected.connect(self._leave)
        self.commands = Commands()
        self._add_commands()
        self._follow()
        self._refresh_bell()

    @property
    def actions(self) -> dict[str, Callable[[], object]]:
        """What the keys do, by the names in the table of shortcuts."""
        return {
            "palette": partial(self._unless_covered, self.open_palette),
            "shortcuts": partial(self._unless_covered, self.open_shortcuts),
            "notices": partial(self._unless_covered, self.open_notices),
            "dismiss": self.toasts.leave_newest,
        }

    def tell(self, sentence: str) -> None:
        """Say that something did not work, and keep it in the history."""
        self.toasts.tell(sentence)
        title = self.tr("That did not work")
        self.notifications.add(Notice(time.time(), title, sentence, "bad", "circle-alert"))

    # -- what can be opened -------------------------------------------------------------------

    def open_palette(self) -> "Palette":
        """Show the command palette."""
        from cnet_ui.dialogs.palette import Palette

        palette = Palette(self._window, self.commands, self._recent())
        palette.ran.connect(self._remember)
        self._open(palette)
        return palette

    def open_shortcuts(self) -> Sheet:
        """Show the sheet of shortcuts."""
        from cnet_ui.dialogs.shortcut_sheet import ShortcutLine, ShortcutSheet

        lines = [ShortcutLine(keys_of(k.action), k.words, k.group) for k in shortcuts()]
        sheet = ShortcutSheet(self._window, lines)
        self._open(sheet)
        return sheet

    def open_notices(self) -> Sheet:
        """Show the history of notifications."""
        from cnet_ui.dialogs.notices import NoticePanel

        panel = NoticePanel(self._window, self.notifications)
        panel.opened.connect(self.show_task_of)
        panel.quiet_chosen.connect(self._be_quiet)
        self._open(panel)
        return panel

    def show_task_of(self, notice: Notice) -> None:
        """Go to the task that a notice is about, on its node."""
        connections = self._window.connections
        for session in connections.sessions:
            if session.address == notice.address:
                connections.switch_to(session)
                self._window.node.show_task(notice.task_id)
                return
        self.toasts.tell(self.tr("{node} is not connected any more.").format(node=notice.node))

    def _open(self, sheet: Sheet) -> None:
        sheet.finished.connect(lambda _: dispose(sheet))
        sheet.open()

    def _unless_covered(self, act: Callable[[], object]) -> None:
        if not any(sheet.isVisible() for sheet in self._window.findChildren(Sheet)):
            act()

    # -- commands -----------------------------------------------------------------------------

    def _add_commands(self) -> None:
        window, connections = self._window, self._window.connections
        self.commands.add(self._page_commands)
        self.commands.add(self._node_commands)
        self.commands.add(self._actions)
        self.commands.add(
            lambda: preset_commands(connections.current, window.new_task, window.run_preset)
        )
        self.commands.add(lambda: self._task_commands().actions())
        self.commands.add(lambda: self._task_commands().all(), is_long=True)

    def _page_commands(self) -> Iterator[Command]:
        keys = {place.key: keys_of(page_action(place.key)) for place in places()}
        return page_commands(places(), keys, self._window.show_page)

    def _task_commands(self) -> TaskCommands:
        window = self._window
        return TaskCommands(window.connections.current, window.node.show_task, window)

    def _node_commands(self) -> Iterator[Command]:
        connections = self._window.connections
        for session in connections.sessions:
            if session is not connections.current:
                yield Command(
                    f"node:{session.url}",
                    connections.name_of(session),
                    Kind.NODE,
                    partial(connections.switch_to, session),
                    hint=session.address,
                    keywords=session.address,
                    icon="server",
                )
        switching = self._window.switching
        for recent in connections.recents:
            yield Command(
                f"node:{recent.url}",
                recent.name,
                Kind.NODE,
                partial(switching.connect_again, recent),
                hint=self.tr("connect to {url}").format(url=recent.url),
                keywords=recent.url,
                icon="plug",
            )
        yield Command(
            "connect",
            self.tr("Connect to another node…"),
            Kind.NODE,
            switching.open_dialog,
            icon="plug",
        )

    def _actions(self) -> Iterator[Command]:
        window, live = self._window, self._window.connections.current.is_live
        quiet = self.notifications.is_quiet
        yield Command(
            "new-task",
            self.tr("New task"),
            Kind.ACTION,
            window.new_task,
            icon="plus",
            shortcut=keys_of("new-task"),
            disabled="" if live else self.tr("The agent does not answer."),
        )
        node = window.node
        yield from training_commands(window.connections.current, node.new_job, node.build_image)
        yield from model_commands(window.connections.current, node.load_model, node.show_model)
        yield from theme_commands(self._choose_theme)
        yield from language_commands(lambda choice: window.language_chosen.emit(str(choice)))
        yield from agent_commands(window.connections.current)
        yield Command(
            "notices",
            self.tr("Show the notifications"),
            Kind.ACTION,
            self.open_notices,
            icon="bell",
        )
        yield Command(
            "quiet",
            self.tr("Disturb me again") if quiet else self.tr("Do not disturb"),
            Kind.ACTION,
            partial(self._be_quiet, not quiet),
            icon="bell" if quiet else "bell-off",
        )
        yield Command(
            "shortcuts",
            self.tr("Keyboard shortcuts"),
            Kind.ACTION,
            self.open_shortcuts,
            keywords=self.tr("help keys"),
            icon="keyboard",
            shortcut=keys_of("shortcuts"),
        )
        yield Command(
            "quit",
            self.tr("Quit"),
            Kind.ACTION,
            window.quitting.emit,
            icon="log-out",
            shortcut=keys_of("quit"),
        )

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._theme.use(choice)
        self._preferences.theme = choice

    def _recent(self) -> list[str]:
        return self._preferences.recall(RECENT).split()

    def _remember(self, key: str) -> None:
        keys = [key, *(each for each in self._recent() if each != key)]
        self._preferences.remember(RECENT, " ".join(keys[:REMEMBERED]))

    # -- notifications ------------------------------------------------------------------------

    def _follow(self) -> None:
        for session in self._window.connections.sessions:
            if session not in self._feeds:
                self._feeds[session] = NoticeFeed(session, self.notifications, self)

    def _switch(self) -> None:
        self.progress.follow(self._window.connections.current)

    def _leave(self, session: AgentSession) -> None:
        feed = self._feeds.pop(session, None)
        if feed is not None:
            dispose(feed)

    def _pop_up(self, notice: Notice) -> None:
        """Show a loud notice, unless one looks elsewhere, or at its task, or wants none."""
        wanted = notice.is_loud and not self.notifications.is_quiet
        if wanted and self._window.isActiveWindow() and not self._is_seen(notice):
            show = Offer(self.tr("Show"), lambda: self.show_task_of(notice))
            offer = show if notice.task_id else None
            self.toasts.tell(notice.title, offer, icon_name=notice.icon, token=notice.tone)

    def _is_seen(self, notice: Notice) -> bool:
        """Whether the task of a notice is what one looks at."""
        node = self._window.node
        on_page = node.key == TASKS and node.session.address == notice.address
        return on_page and node.tasks.chosen == notice.task_id != ""

    def _be_quiet(self, quiet: bool) -> None:
        self._preferences.do_not_disturb = quiet

    def _follow_preferences(self) -> None:
        self.notifications.be_quiet(self._preferences.do_not_disturb)

    def _refresh_bell(self) -> None:
        notifications = self.notifications
        self._window.status.bell.show_state(notifications.unread, quiet=notifications.is_quiet)

    def _show_progress(self) -> None:
        task = self.progress.task
        self._window.status.show_progress(task.id if task else "", self.progress.progress)
