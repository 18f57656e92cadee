"""The form of a training job."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.wire.task import MASK
from cnet_ui.dialogs.new_job import NewJobDialog
from cnet_ui.dispose import dispose
from cnet_ui.preferences import Preferences
from helpers.console import connected, theme
from helpers.fake_agent import FakeAgent
from helpers.waiting import until

pytestmark = pytest.mark.gui


@asynccontextmanager
async def showing(
    agent: FakeAgent, folder: Path, values: dict[str, Any] | None = None
) -> AsyncIterator[NewJobDialog]:
    theme()
    async with connected(agent) as session:
        window = QWidget()
        window.resize(1100, 760)
        window.show()
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        dialog = NewJobDialog(window, session, Preferences(settings), values)
        dialog.open()
        try:
            yield dialog
        finally:
            dialog.form.is_edited = False
            dialog.reject()
            window.hide()
            dispose(window)


async def test_the_seeds_job_is_one_key_away(qapp: object, tmp_path: Path) -> None:
    agent = FakeAgent()
    started: list[str] = []
    async with showing(agent, tmp_path) as dialog:
        dialog.started.connect(started.append)
        await until(lambda: "Starts at once" in dialog.line.outlook.text)
        assert "It runs as a process." in dialog.line.outlook.more
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: started)
    (asked,) = [body for what, body in agent.training.asked if what == "submit"]
    assert (asked["epochs"], asked["batch_size"], asked["learning_rate"]) == (5, 32, 0.001)
    assert started == ["new-job"]


async def test_what_was_asked_for_last_stands_there_again(qapp: object, tmp_path: Path) -> None:
    agent = FakeAgent()
    async with showing(agent, tmp_path, {"epochs": 77, "name": "mine"}) as dialog:
        dialog.run_button.click()
        await until(lambda: any(what == "submit" for what, _ in agent.training.asked))
    async with showing(agent, tmp_path) as dialog:
        assert dialog.form.editors["epochs"].value == "77"
        assert dialog.form.editors["name"].value == ""


async def test_what_the_agent_refuses_stands_at_its_field(qapp: object, tmp_path: Path) -> None:
    agent = FakeAgent()
    agent.training.refusal = InvalidRequest(
        "No.", errors=(FieldError(("learning_rate",), "is too great"),)
    )
    async with showing(agent, tmp_path) as dialog:
        await until(dialog.form.told)
        assert not dialog.run_button.isEnabled()
        assert "is too great" in dialog.line.outlook.text
        agent.training.refusal = None
        dialog.form.editors["learning_rate"].set_value("0.5")
        dialog.form.editors["learning_rate"].changed.emit()
        await until(dialog.run_button.isEnabled)


async def test_a_line_that_is_no_variable_is_said(qapp: object, tmp_path: Path) -> None:
    async with showing(FakeAgent(), tmp_path) as dialog:
        dialog.form.editors["env"].set_value("nonsense")
        dialog.form.editors["env"].changed.emit()
        await until(lambda: "nonsense is no variable" in dialog.line.outlook.text)
        assert not dialog.run_button.isEnabled()


async def test_a_value_that_the_agent_keeps_is_asked_for_again(
    qapp: object, tmp_path: Path
) -> None:
    values = {"epochs": 5, "env": f"TOKEN={MASK}"}
    async with showing(FakeAgent(), tmp_path, values) as dialog:
        await until(lambda: "Give TOKEN again" in dialog.line.outlook.text)
        dialog.form.editors["env"].set_value("TOKEN=mine")
        dialog.form.editors["env"].changed.emit()
        await until(dialog.run_button.isEnabled)


async def test_an_unfinished_form_says_what_is_missing(qapp: object, tmp_path: Path) -> None:
    async with showing(FakeAgent(), tmp_path) as dialog:
        dialog.form.editors["epochs"].set_value("")
        dialog.form.editors["epochs"].changed.emit()
        await until(lambda: "Epochs" in dialog.line.outlook.text)
        assert not dialog.run_button.isEnabled()


async def test_a_program_could_ask_the_same(qapp: object, tmp_path: Path) -> None:
    async with showing(FakeAgent(), tmp_path) as dialog:
        dialog.preview.tabs.choose("curl")
        dialog.preview.tabs.chosen.emit("curl")
        await until(lambda: "/train" in dialog.preview.text.toPlainText())
        assert '"epochs": 5' in dialog.preview.text.toPlainText()
