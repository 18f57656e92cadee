"""The console's own settings: how it looks, what closing does, when it starts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from cnet_ui.autostart import Autostart
from cnet_ui.language import NAMES, Language
from cnet_ui.log_options import log_options
from cnet_ui.pages.settings.group import Group
from cnet_ui.pages.settings.row import Row
from cnet_ui.preferences import Closing, Preferences
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.switch import Switch


class ConsoleGroups(QObject):
    """Makes the groups, and keeps what is chosen in them.

    ``theme_chosen`` carries a ``ThemeChoice``, ``language_chosen`` the key of a language.
    """

    theme_chosen = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, preferences: Preferences, autostart: Autostart, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._autostart = autostart
        self._themes: Choices | None = None
        self._refreshers: list[Callable[[], None]] = []
        preferences.changed.connect(self.refresh)
        log_options().changed.connect(self.refresh)

    def appearance(self) -> list[Group]:
        """Return the groups of the section Appearance."""
        group = Group(self.tr("Appearance"))
        group.add_rows([self._theme_row(), self._language_row()])
        return [group]

    def console(self) -> list[Group]:
        """Return the groups of the section Console."""
        life = Group(self.tr("Window"))
        life.add_rows([self._closing_row(), self._autostart_row()])
        notices = Group(self.tr("Notifications"))
        notices.add_rows([self._notify_row(), self._quiet_row()])
        return [life, notices]

    def logs(self) -> list[Group]:
        """Return the groups of the section Logging that are the console's."""
        group = Group(self.tr("Logs in the console"))
        group.add_rows(
            [
                self._log_row("times", self.tr("Show the time of each line")),
                self._log_row("wrap", self.tr("Wrap long lines")),
            ]
        )
        return [group]

    def show_theme(self, choice: ThemeChoice) -> None:
        """Show which theme is chosen."""
        if self._themes is not None:
            self._themes.choose(choice)

    def refresh(self) -> None:
        """Show what was chosen elsewhere meanwhile."""
        for refresh in self._refreshers:
            refresh()

    # -- rows ---------------------------------------------------------------------------------

    def _theme_row(self) -> Row:
        name = self.tr("Theme")
        options = [
            (ThemeChoice.SYSTEM, self.tr("System")),
            (ThemeChoice.LIGHT, self.tr("Light")),
            (ThemeChoice.DARK, self.tr("Dark")),
        ]
        self._themes = Choices([(str(key), word) for key, word in options], name)
        self._themes.setObjectName("theme")
        self._themes.choose(self._preferences.theme)
        self._themes.chosen.connect(lambda key: self.theme_chosen.emit(ThemeChoice(key)))
        return Row(
            name, self.tr("System follows the desktop, also while it changes."), self._themes
        )

    def _language_row(self) -> Row:
        name = self.tr("Language")
        languages = DropDown()
        languages.setObjectName("language")
        languages.setAccessibleName(name)
        languages.view().setAccessibleName(name)
        languages.setFixedWidth(180)
        for key, word in {Language.SYSTEM: self.tr("System"), **NAMES}.items():
            languages.addItem(word, str(key))
        self._refreshers.append(
            lambda: languages.setCurrentIndex(languages.findData(str(self._preferences.language)))
        )
        languages.activated.connect(
            lambda row: self.language_chosen.emit(str(languages.itemData(row)))
        )
        return Row(name, "", languages, searched="language english 中文 语言 語言")

    def _closing_row(self) -> Row:
        name = self.tr("When the window is closed")
        options = [
            (Closing.ASK, self.tr("Ask")),
            (Closing.TRAY, self.tr("Stay in the tray")),
            (Closing.QUIT, self.tr("Quit")),
        ]
        choices = Choices([(str(key), word) for key, word in options], name)
        choices.setObjectName("closing")
        choices.choose(self._preferences.closing)
        if not QSystemTrayIcon.isSystemTrayAvailable():
            choices.disable(str(Closing.TRAY), self.tr("This desktop has no tray."))
        choices.chosen.connect(lambda key: setattr(self._preferences, "closing", Closing(key)))
        self._refreshers.append(lambda: choices.choose(self._preferences.closing))
        return Row(
            name,
            self.tr("Tasks run on in any case. Where there is no tray, the window stays."),
            choices,
        )

    def _autostart_row(self) -> Row:
        name = self.tr("Start at login")
        switch = Switch(name)
        switch.setObjectName("start-at-login")
        row = Row(name, self.tr("Opens CNET Console when you log in to this machine."), switch)

        def show() -> None:
            switch.blockSignals(True)
            try:
                switch.setChecked(self._autostart.is_on())
            except OSError as error:
                row.show_note(_reason(error), "circle-alert", "bad")
                switch.setChecked(False)
            finally:
                switch.blockSignals(False)

        def turn(on: bool) -> None:
            row.show_note("")
            try:
                self._autostart.turn(on=on)
            except OSError as error:
                row.show_note(_reason(error), "circle-alert", "bad")
            show()

        switch.toggled.connect(turn)
        show()
        self._refreshers.append(show)
        return row

    def _notify_row(self) -> Row:
        return self._switch(
            "notifies",
            self.tr("Tell when a long task has ended"),
            self.tr("For tasks that ran longer than a minute."),
        )

    def _quiet_row(self) -> Row:
        return self._switch(
            "do_not_disturb",
            self.tr("Do not disturb"),
            self.tr("Nothing pops up; the list of notifications goes on."),
        )

    def _log_row(self, option: str, name: str) -> Row:
        switch = Switch(name)
        switch.setObjectName(f"log-{option}")
        switch.toggled.connect(lambda on: log_options().choose(option, on=on))
        self._refreshers.append(lambda: switch.setChecked(log_options().is_on(option)))
        switch.setChecked(log_options().is_on(option))
        return Row(name, "", switch)

    def _switch(self, preference: str, name: str, explanation: str) -> Row:
        switch = Switch(name)
        switch.setObjectName(preference)
        switch.setChecked(getattr(self._preferences, preference))
        switch.toggled.connect(lambda on: setattr(self._preferences, preference, on))
        self._refreshers.append(lambda: switch.setChecked(getattr(self._preferences, preference)))
        return Row(name, explanation, switch)


def _reason(error: OSError) -> str:
    return f"{error.strerror or error}: {error.filename}" if error.filename else str(error)
