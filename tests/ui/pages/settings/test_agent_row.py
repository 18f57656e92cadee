"""One setting of the agent: typed, checked, changed, refused, reset."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from cnet_ui.pages.places import LOGS
from cnet_ui.pages.settings.agent_row import AgentRow
from cnet_ui.pages.settings.placement import Place
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.switch import Switch
from helpers.console import Console, console
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    async with console(FakeAgent(), tmp_path, LOGS) as found:
        yield found


async def row(shown: Console, key: str, place: Place = Place.TASKS) -> AgentRow:
    shown.window.show_page("settings")
    page = shown.window.settings
    page.show_section(place)
    await until(lambda: key in page.configuration)
    rows = page.findChildren(AgentRow)
    return next(each for each in rows if each.key == key)


def line(found: AgentRow) -> QLineEdit:
    assert isinstance(found.editor.control, QLineEdit)
    return found.editor.control


async def test_what_is_typed_is_checked_at_once_and_sent_by_enter(shown: Console) -> None:
    found = await row(shown, "tasks.max_concurrent")
    line(found).setText("many")
    assert found.note == 'Must be a whole number, not "many".'
    QTest.keyClick(line(found), Qt.Key.Key_Return)
    line(found).setText("4")
    assert "Not saved yet" in found.note
    QTest.keyClick(line(found), Qt.Key.Key_Return)
    await until(lambda: found.note == "Saved; in force now.")
    assert shown.agent.questions("change_config") == [{"tasks.max_concurrent": 4}]


async def test_escape_brings_back_what_is_in_force(shown: Console) -> None:
    found = await row(shown, "tasks.max_concurrent")
    line(found).setText("4")
    QTest.keyClick(line(found), Qt.Key.Key_Escape)
    assert (line(found).text(), found.note) == ("10", "")


async def test_a_refused_change_keeps_what_was_typed_and_says_why(shown: Console) -> None:
    found = await row(shown, "agent.address", Place.NETWORK)
    shown.agent.refused_settings["agent.address"] = "agent.address: nothing here has that address."
    line(found).setText("10.9.9.9")
    QTest.keyClick(line(found), Qt.Key.Key_Return)
    await until(lambda: found.note == "Nothing here has that address.")
    assert line(found).text() == "10.9.9.9"
    await shown.window.settings.configuration.load()
    assert (line(found).text(), found.note) == ("10.9.9.9", "Nothing here has that address.")


async def test_what_is_not_live_says_that_it_waits(shown: Console) -> None:
    found = await row(shown, "agent.region", Place.AGENT)
    line(found).setText("north")
    QTest.keyClick(line(found), Qt.Key.Key_Return)
    await until(lambda: found.note == "Takes effect when the agent starts again.")


async def test_a_switch_is_applied_at_once(shown: Console) -> None:
    found = await row(shown, "tasks.cleanup", Place.STORAGE)
    assert isinstance(found.editor.control, Switch)
    found.editor.control.click()
    await until(lambda: shown.agent.questions("change_config") == [{"tasks.cleanup": False}])


async def test_a_choice_is_applied_at_once(shown: Console) -> None:
    found = await row(shown, "logging.level", Place.LOGGING)
    assert isinstance(found.editor.control, DropDown)
    found.editor.control.setCurrentIndex(found.editor.control.findText("Error"))
    await until(lambda: shown.agent.questions("change_config") == [{"logging.level": "ERROR"}])


async def test_one_of_two_is_applied_at_once(shown: Console) -> None:
    found = await row(shown, "agent.local_trust", Place.NETWORK)
    assert isinstance(found.editor.control, Choices)
    found.editor.control.chosen.emit("same-user")  # as it is: nothing to change
    found.editor.control.choose("token")
    found.editor.control.chosen.emit("token")
    await until(lambda: shown.agent.questions("change_config") == [{"agent.local_trust": "token"}])


async def test_a_size_may_be_written_in_other_words_without_a_change(shown: Console) -> None:
    found = await row(shown, "tasks.disk_reserve", Place.STORAGE)
    assert line(found).text() == "500 MB"
    line(found).setText("1 GB")
    QTest.keyClick(line(found), Qt.Key.Key_Return)
    await until(lambda: shown.agent.questions("change_config") == [{"tasks.disk_reserve": "1 GB"}])


async def test_a_change_is_taken_back_by_reset(shown: Console) -> None:
    shown.agent.set_setting("tasks.keep", value=7, source="api")
    found = await row(shown, "tasks.keep", Place.STORAGE)
    assert line(found).text() == "7"
    assert found.reset.toolTip() == "Reset to 10000"
    found.reset.click()
    await until(lambda: line(found).text() == "10000")
    assert shown.agent.questions("change_config") == [{"tasks.keep": None}]
    assert not found.reset.isVisible()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("environment", "Set by the environment variable CNET_AGENT__PORT; change it there."),
        ("flag", "Set by --port on the command line; change it there."),
    ],
)
async def test_what_would_be_overruled_cannot_be_changed_and_says_where(
    shown: Console, source: str, said: str
) -> None:
    shown.agent.set_setting("agent.port", source=source)
    found = await row(shown, "agent.port", Place.NETWORK)
    assert not line(found).isEnabled()
    assert found.note == found.editor.toolTip() == said


async def test_what_the_file_says_may_be_changed_and_is_said(shown: Console) -> None:
    shown.agent.set_setting("agent.port", source="file")
    found = await row(shown, "agent.port", Place.NETWORK)
    assert line(found).isEnabled()
    assert found.note == "From config.yaml; what is set here goes before it."


async def test_the_data_directory_is_shown_as_it_is_and_stays(shown: Console) -> None:
    found = await row(shown, "agent.data_dir", Place.STORAGE)
    assert line(found).text() == "/data"
    assert not line(found).isEnabled()
    assert "--data-dir" in found.note


async def test_without_an_agent_what_is_known_stays_and_cannot_be_changed(shown: Console) -> None:
    found = await row(shown, "tasks.max_concurrent")
    line(found).setText("4")
    shown.agent.go_away()
    await until(lambda: not shown.session.is_live)
    assert not line(found).isEnabled()
    assert "does not answer" in found.editor.toolTip()
    assert line(found).text() == "4"
    shown.agent.come_back()
    await until(lambda: line(found).isEnabled())
    assert line(found).text() == "4"
    assert shown.agent.questions("change_config") == []


async def test_what_happens_elsewhere_is_shown_unless_one_types(shown: Console) -> None:
    found = await row(shown, "tasks.max_concurrent")
    shown.agent.set_setting("tasks.max_concurrent", value=3)
    await shown.window.settings.configuration.load()
    assert line(found).text() == "3"


def test_a_list_is_edited_by_the_line(qtbot: object) -> None:
    from cnet_ui.pages.settings.editors import SettingEditor
    from cnet_ui.pages.settings.texts import SettingText

    editor = SettingEditor("discovery.servers", SettingText("Servers"))
    editor.show_value(["a:1"])
    assert isinstance(editor.control, QPlainTextEdit)
    editor.control.setPlainText("a:1\nb:2\n")
    assert editor.value == ["a:1", "b:2"]
    assert editor.is_edited
