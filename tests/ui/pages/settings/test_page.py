"""The settings page as a whole: its sections, its search, the console's own settings."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from cnet_agent.model.errors import Forbidden
from cnet_ui.log_options import log_options
from cnet_ui.notifications import Notice
from cnet_ui.pages.places import SETTINGS
from cnet_ui.pages.settings.agent_row import AgentRow
from cnet_ui.pages.settings.page import SettingsPage
from cnet_ui.pages.settings.placement import Place
from cnet_ui.pages.settings.row import Row
from cnet_ui.preferences import Closing
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.switch import Switch
from helpers.console import Console, console, theme
from helpers.factories import EPOCH
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Console]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with console(FakeAgent(), tmp_path, SETTINGS) as found:
        await until(lambda: "agent.port" in found.window.settings.configuration)
        await until(lambda: len(found.window.settings.sections) == len(Place))
        yield found


def page(shown: Console) -> SettingsPage:
    return shown.window.settings


def visible_rows(shown: Console) -> list[Row]:
    return [row for row in page(shown).findChildren(Row) if row.isVisible()]


def names(shown: Console) -> list[str]:
    return [row.name.text() for row in visible_rows(shown)]


async def test_one_section_is_shown_at_a_time(shown: Console) -> None:
    assert names(shown) == ["Theme", "Language"]
    page(shown).show_section(Place.TASKS)
    assert names(shown)[:2] == ["Tasks at a time", "Tasks that may wait"]


async def test_sections_are_chosen_with_the_keyboard(shown: Console) -> None:
    page(shown).contents.setFocus()
    QTest.keyClick(page(shown).contents, Qt.Key.Key_Down)
    assert "Start at login" in names(shown)


async def test_a_search_shows_what_has_all_its_words_wherever_it_is(shown: Console) -> None:
    page(shown).search.setText("keep EARLIER")
    assert names(shown) == ["Earlier log files to keep", "Keep earlier log files for"]
    page(shown).search.setText("tasks.keep_bytes")
    assert names(shown) == ["Room for finished tasks"]
    page(shown).search.setText("zebra")
    assert names(shown) == []
    assert page(shown)._nothing.isVisible()
    QTest.keyClick(page(shown).search, Qt.Key.Key_Escape)
    assert names(shown) == ["Theme", "Language"]


async def test_enter_leads_from_the_search_to_what_was_found(shown: Console) -> None:
    page(shown).search.setText("tasks at a time")
    QTest.keyClick(page(shown).search, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "setting-tasks.max_concurrent"


async def test_what_only_this_machine_has_is_not_offered_for_another_one(
    qapp: object, tmp_path: Path
) -> None:
    agent = FakeAgent()
    agent.url = "https://node-7:8080"
    async with console(agent, tmp_path, SETTINGS) as found:
        for place in Place:
            found.window.settings.show_section(place)
            await until(found.window.settings.sections[place].isVisible)
            buttons = [b for b in found.window.settings.findChildren(IconButton) if b.isVisible()]
            local = ("folder-open", "list")
            assert [b.toolTip() for b in buttons if b._icon_name in local] == [], place


async def test_what_is_not_made_yet_is_found_as_well(qapp: object, tmp_path: Path) -> None:
    """Sections are made when there is time; a search does not wait for that."""
    async with console(FakeAgent(), tmp_path, SETTINGS) as found:
        assert list(found.window.settings.sections) == [Place.APPEARANCE]
        found.window.settings.search.setText("log files")
        assert "Earlier log files to keep" in names(found)
        found.window.settings.search.clear()
        order = [found.window.settings.sections[place] for place in Place]
        places = [found.window.settings._column.indexOf(section) for section in order]
        assert places == sorted(places)


async def test_a_section_is_found_by_its_name(shown: Console) -> None:
    page(shown).search.setText("appearance")
    assert names(shown) == ["Theme", "Language"]


async def test_every_control_has_a_name(shown: Console) -> None:
    for place in Place:
        page(shown).show_section(place)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    unnamed = [
        f"{type(each).__name__} {each.objectName()} in {type(each.parent()).__name__}"
        for each in page(shown).findChildren(QWidget)
        if isinstance(each, kinds)
        and not each.accessibleName()
        and not isinstance(each.parentWidget(), QAbstractItemView | QLineEdit)
    ]
    assert unnamed == []


async def test_nothing_is_cut_off_in_the_smallest_window(shown: Console) -> None:
    shown.window.resize(shown.window.minimumSize())
    for place in Place:
        page(shown).show_section(place)
        await until(page(shown).sections[place].isVisible)
        room = page(shown)._scroll.viewport().width()
        assert page(shown)._inner.width() <= room, place
        for each in page(shown).findChildren(QWidget):
            if isinstance(each, Button | IconButton | Choices | Switch) and each.isVisible():
                assert each.width() >= min(each.sizeHint().width(), each.maximumWidth()), (
                    place,
                    each.accessibleName(),
                )


async def test_an_agent_that_does_not_tell_its_settings_is_said_so(
    qapp: object, tmp_path: Path
) -> None:
    agent = FakeAgent()
    async with console(agent, tmp_path) as found:
        agent.error = Forbidden("This token may read only.")
        found.window.show_page("settings")
        found.window.settings.show_section(Place.TASKS)
        await until(found.window.settings._state.isVisible)
        assert found.window.settings._state.text == "This token may read only."
        rows = found.window.settings.findChildren(AgentRow)
        assert not any(row.isEnabled() for row in rows)
        agent.error = None


async def test_what_waits_for_the_next_start_is_said_above(shown: Console) -> None:
    shown.agent.set_setting("agent.region", pending=True, source="api")
    await page(shown).configuration.load()
    page(shown).show_section(Place.AGENT)
    assert page(shown)._state.text == "Takes effect when the agent starts again: Region"
    page(shown).show_section(Place.APPEARANCE)
    assert not page(shown)._state.isVisible()


async def test_the_agent_is_started_again_where_that_can_be_done_and_is_wanted(
    shown: Console,
) -> None:
    wanted: list[None] = []
    shown.agent.set_setting("agent.region", pending=True, source="api")
    await page(shown).configuration.load()
    page(shown).show_section(Place.AGENT)
    restart = page(shown)._state.restart
    assert not restart.isVisible()
    shown.session.restart = lambda: wanted.append(None)
    await page(shown).configuration.load()
    restart.click()
    (await until(lambda: shown.window.findChild(Button, "answer-restart"))).click()
    await until(lambda: wanted)


# -- the console's own ------------------------------------------------------------------------


def find(shown: Console, kind: type[QWidget], name: str) -> QWidget:
    found = page(shown).findChild(kind, name)
    assert isinstance(found, QWidget), name
    return found


async def test_a_theme_is_told(shown: Console) -> None:
    told: list[object] = []
    page(shown).theme_chosen.connect(told.append)
    themes = find(shown, Choices, "theme")
    assert isinstance(themes, Choices)
    themes.chosen.emit("light")
    assert told == [ThemeChoice.LIGHT]
    theme().use(ThemeChoice.DARK)
    assert themes.current == "dark"


async def test_a_language_is_told(shown: Console) -> None:
    told: list[object] = []
    page(shown).language_chosen.connect(told.append)
    languages = find(shown, DropDown, "language")
    assert isinstance(languages, DropDown)
    languages.activated.emit(languages.findData("zh_TW"))
    assert [str(each) for each in told] == ["zh_TW"]


async def test_what_closing_does_is_remembered(shown: Console) -> None:
    closing = find(shown, Choices, "closing")
    assert isinstance(closing, Choices)
    closing.chosen.emit("quit")
    assert shown.window._preferences.closing is Closing.QUIT


async def test_starting_at_login_is_off_until_it_is_turned_on(
    shown: Console, tmp_path: Path
) -> None:
    switch = find(shown, Switch, "start-at-login")
    assert isinstance(switch, Switch)
    entry = tmp_path / "config" / "autostart" / "cnet-console.desktop"
    assert (switch.isChecked(), entry.exists()) == (False, False)
    switch.click()
    assert entry.exists()
    switch.click()
    assert not entry.exists()


async def test_a_login_entry_that_cannot_be_written_is_said(shown: Console, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("no folder")
    switch = find(shown, Switch, "start-at-login")
    assert isinstance(switch, Switch)
    switch.click()
    assert not switch.isChecked()
    row = next(each for each in page(shown).findChildren(Row) if each.isAncestorOf(switch))
    assert str(tmp_path) in row.note


@pytest.mark.parametrize("name", ["notifies", "do_not_disturb"])
async def test_notifications_are_switched(shown: Console, name: str) -> None:
    switch = find(shown, Switch, name)
    assert isinstance(switch, Switch)
    before = switch.isChecked()
    switch.click()
    assert getattr(shown.window._preferences, name) is not before


async def test_what_was_chosen_elsewhere_is_shown_when_one_comes_back(shown: Console) -> None:
    shown.window.show_page("dashboard")
    shown.window._preferences.do_not_disturb = True
    shown.window.show_page("settings")
    switch = find(shown, Switch, "do_not_disturb")
    assert isinstance(switch, Switch)
    assert switch.isChecked()


async def test_do_not_disturb_is_one_choice_in_the_settings_and_in_the_panel(
    shown: Console,
) -> None:
    switch = find(shown, Switch, "do_not_disturb")
    assert isinstance(switch, Switch)
    switch.click()
    assert shown.window.desk.notifications.is_quiet
    shown.window.desk._be_quiet(False)
    assert not switch.isChecked()


async def test_the_desktop_is_told_of_long_tasks_unless_that_is_turned_off(
    shown: Console,
) -> None:
    told: list[str] = []
    shown.window.desk.notifications.desktop = lambda title, _text: told.append(title)
    shown.window.hide()
    notice = Notice(EPOCH, "train has ended", is_loud=True)
    shown.window.desk.notifications.add(notice)
    shown.window._preferences.notifies = False
    shown.window.desk.notifications.add(notice)
    assert told == ["train has ended"]


@pytest.mark.parametrize("option", ["times", "wrap"])
async def test_logs_look_as_is_chosen_here_or_in_any_log(shown: Console, option: str) -> None:
    switch = find(shown, Switch, f"log-{option}")
    assert isinstance(switch, Switch)
    before = switch.isChecked()
    switch.click()
    assert log_options().is_on(option) is not before
    log_options().choose(option, on=before)
    assert switch.isChecked() is before
