"""The Python for tasks: offered, and tried."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QMenu

from cnet_ui.pages.places import SETTINGS
from cnet_ui.pages.settings.placement import Place
from cnet_ui.pages.settings.python_row import PythonRow
from cnet_ui.widgets.buttons import IconButton
from helpers.console import Console, console
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "python3.9"
    program.write_text("#!/bin/sh\necho Python 3.9.99\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return program


@pytest.fixture
async def shown(qapp: object, tmp_path: Path, python: Path) -> AsyncIterator[Console]:
    async with console(FakeAgent(), tmp_path, SETTINGS) as found:
        found.window.settings.show_section(Place.PYTHON)
        await until(lambda: "tasks.python" in found.window.settings.configuration)
        yield found


def row(shown: Console) -> PythonRow:
    found = shown.window.settings.findChild(PythonRow)
    assert isinstance(found, PythonRow)
    return found


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu without a screen
async def test_a_python_that_was_found_is_chosen_and_says_its_version(
    shown: Console, python: Path
) -> None:
    offer = shown.window.findChild(IconButton, "found-pythons")
    assert isinstance(offer, IconButton)
    offer.click()
    menu = await until(lambda: row(shown).findChild(QMenu))
    (action,) = menu.actions()
    assert action.text() == f"Python 3.9.99  ·  {python}"
    action.trigger()
    menu.close()
    await until(lambda: shown.agent.questions("change_config") == [{"tasks.python": str(python)}])
    shown.window.hide()
    shown.window.show()
    await until(lambda: row(shown).note == "Python 3.9.99")


async def test_what_is_no_python_is_said(shown: Console) -> None:
    shown.agent.set_setting("tasks.python", value="/bin/no-such-program")
    await shown.window.settings.configuration.load()
    control = row(shown).editor.control
    assert isinstance(control, QLineEdit)
    await until(lambda: row(shown).note == "This cannot be run, or is no Python.")
