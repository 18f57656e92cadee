"""The form for a new task before a real agent: what it says, what it copies, what it keeps."""

import json
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from cnet_agent.model.phase import Phase
from cnet_ui.dialogs.new_task import NewTaskDialog
from cnet_ui.dialogs.preset_gallery import BY_HAND
from cnet_ui.dialogs.save_preset import SavePresetDialog
from cnet_ui.main_window import MainWindow
from cnet_ui.models.request import Request
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.fields import FieldEditor
from cnet_ui.widgets.preset_form import PresetForm
from cnet_ui.widgets.spec_form import SpecForm
from helpers.live_agent import LiveAgent, live_agent
from helpers.real_window import real_window
from helpers.waiting import until

pytestmark = [pytest.mark.gui, pytest.mark.integration]
needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    with live_agent(tmp_path, tasks={"max_concurrent": 1}) as started:
        yield started


@pytest.fixture
async def window(qapp: object, agent: LiveAgent, tmp_path: Path) -> AsyncIterator[MainWindow]:
    async with real_window(agent, tmp_path) as shown:
        yield shown.window


async def by_hand(window: MainWindow) -> tuple[NewTaskDialog, SpecForm]:
    window.new_task(BY_HAND)
    dialog = await until(lambda: window.findChild(NewTaskDialog))
    assert isinstance(dialog, NewTaskDialog)
    assert isinstance(dialog.form, SpecForm)
    return dialog, dialog.form


def write(form: SpecForm, loc: tuple[str, ...], text: str) -> None:
    editor = form.editors[loc]
    assert isinstance(editor, FieldEditor)
    editor.set_value(text)


def said(dialog: NewTaskDialog, text: str) -> bool:
    return text in dialog._line.outlook.reason


async def test_a_form_says_what_would_happen_runs_it_and_keeps_it_as_a_preset(
    window: MainWindow, agent: LiveAgent
) -> None:
    dialog, form = await by_hand(window)
    write(form, ("command",), "no-such-program")
    await until(lambda: said(dialog, "was not found. Give its whole path"))
    write(form, ("command",), "sh")
    write(form, ("args",), '-c\necho "it\'s $LEVEL"; sleep 60')
    form.editors["env",].set_value({"LEVEL": "4"})
    memory = ("resources", "memory_limit")
    write(form, memory, "900 TB")
    await until(lambda: said(dialog, "this node has"))
    assert not dialog.run_button.isEnabled()
    write(form, memory, "")
    await until(lambda: said(dialog, "Starts at once: 0 of 1 slots used."))
    dialog.run_button.click()
    await until(lambda: window.findChild(NewTaskDialog) is None)
    (task_id,) = window.session.tasks
    await until(lambda: window.session.tasks[task_id].phase is Phase.RUNNING)
    await until(lambda: agent.log(task_id) == ["it's 4"])

    window.duplicate_task(task_id)
    dialog = await until(lambda: window.findChild(NewTaskDialog))
    await until(lambda: said(dialog, "Held by echo"))
    button = dialog.findChild(Button, "save-as-preset")
    assert button is not None
    button.click()
    saving = await until(lambda: window.findChild(SavePresetDialog))
    saving._lines["name"].edit.setText("Sleeper")
    saving._lines["id"].edit.setText("sleeper")
    saving._rows[3].box.setChecked(True)
    saving.save_button.click()
    await until(lambda: dialog.gallery.current == "sleeper")
    assert isinstance(dialog.form, PresetForm)
    assert dialog.form.values() == {"argument_2": 'echo "it\'s $LEVEL"; sleep 60'}
    answer = agent.ask("POST", "/api/presets/sleeper/run", {"params": {"argument_2": "true"}})
    assert answer["args"] == ["-c", "true"]


@needs_curl
async def test_what_is_copied_as_curl_works_as_it_is_pasted(
    window: MainWindow, agent: LiveAgent
) -> None:
    dialog, form = await by_hand(window)
    write(form, ("command",), "sh")
    write(form, ("args",), "-c\necho 'it is' \"$API_KEY\" $((1 + 1))\n")
    form.editors["env",].set_value({"API_KEY": "a'b\"c!"})
    form.changed.emit()
    button = dialog.findChild(Button, "copy-as-curl")
    assert button is not None
    button.click()
    task = json.loads(paste(QGuiApplication.clipboard().text(), {}))
    await until(lambda: agent.log(task["id"]) == ["it is a'b\"c! 2"])


@needs_curl
def test_the_token_of_a_copied_line_is_read_from_a_variable(tmp_path: Path) -> None:
    with live_agent(tmp_path, agent={"local_trust": "token"}) as agent:
        token = (agent.data_dir / "token").read_text().strip()
        line = Request({"command": "true"}).as_curl(agent.url, with_token=True)
        assert json.loads(paste(line, {"CNET_TOKEN": token}))["command"] == "true"


def paste(line: str, environment: dict[str, str]) -> str:
    """Return what a shell prints when a line is pasted into it."""
    done = subprocess.run(
        ["sh", "-c", line],
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    return done.stdout
