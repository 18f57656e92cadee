"""The form that loads a model, or a new version of one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.phase import Phase
from cnet_agent.wire.models import ModelView
from cnet_ui.dialogs.load_model import LoadModelDialog
from cnet_ui.dispose import dispose
from cnet_ui.models.model_form import TASK
from helpers.console import connected, theme
from helpers.fake_agent import FakeAgent, make_view
from helpers.fake_models import make_model
from helpers.waiting import until

pytestmark = pytest.mark.gui


@asynccontextmanager
async def showing(
    agent: FakeAgent, model: ModelView | None = None, values: dict[str, Any] | None = None
) -> AsyncIterator[LoadModelDialog]:
    theme()
    async with connected(agent) as session:
        window = QWidget()
        window.resize(1100, 760)
        window.show()
        dialog = LoadModelDialog(window, session, model, values)
        dialog.open()
        try:
            yield dialog
        finally:
            dialog.form.is_edited = False
            dialog.reject()
            window.hide()
            dispose(window)


async def test_a_model_is_loaded_from_a_file_with_one_key(qapp: object) -> None:
    agent = FakeAgent()
    loaded: list[str] = []
    async with showing(agent) as dialog:
        dialog.loaded.connect(loaded.append)
        await until(dialog.isActiveWindow)
        assert dialog.line.outlook.text == "Still to be filled in: Name, File"
        assert not dialog.run_button.isEnabled()
        dialog.form.editors["name"].set_value("line")
        dialog.form.editors["model_path"].set_value("models/line.joblib")
        dialog.typed()
        assert '"model_path": "models/line.joblib"' in dialog.preview.text.toPlainText()
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: loaded)
    assert agent.models.questions("register") == [
        {"name": "line", "version": "1", "model_path": "models/line.joblib"}
    ]


async def test_what_was_filled_in_for_a_person_is_closed_without_a_question(qapp: object) -> None:
    async with showing(FakeAgent(), make_model(1, version="1")) as dialog:
        assert dialog.form.editors["version"].value == "2"
        dialog.reject()
        assert not dialog.isVisible()


async def test_what_a_person_typed_is_closed_after_one(qapp: object) -> None:
    async with showing(FakeAgent(), make_model(1, version="1")) as dialog:
        dialog.form.editors["version"].set_value("2-beta")
        dialog.reject()
        window = dialog.parentWidget()
        assert window is not None
        discard = await until(lambda: window.findChild(QPushButton, "answer-discard"))
        assert dialog.isVisible()
        discard.click()
        await until(lambda: not dialog.isVisible())


async def test_the_next_version_of_a_model_has_the_next_number(qapp: object) -> None:
    agent = FakeAgent()
    model = make_model(1, version="3", wanted={"3": 100})
    async with showing(agent, model) as dialog:
        assert dialog.form.editors["version"].value == "4"
        assert "name" not in dialog.form.editors
        dialog.form.editors["model_path"].set_value("new.joblib")
        dialog.typed()
        assert f"/api/ml/models/{model.id}/versions" in dialog.preview._shown["curl"]
        dialog.run_button.click()
        await until(lambda: agent.models.questions("add_version"))
    assert agent.models.questions("add_version") == [
        (model.id, {"version": "4", "live": True, "model_path": "new.joblib"})
    ]


async def test_the_model_of_a_finished_job_is_filled_in(qapp: object) -> None:
    agent = FakeAgent()
    async with showing(agent, values={"source": TASK, "task_id": "t1", "name": "digits"}) as dialog:
        assert dialog.run_button.isEnabled()
        dialog.run_button.click()
        await until(lambda: agent.models.questions("register"))
    (body,) = agent.models.questions("register")
    assert (body["name"], body["source"]) == ("digits", {"task_id": "t1"})


async def test_a_finished_task_is_chosen_by_its_name(qapp: object) -> None:
    agent = FakeAgent(make_view(1, Phase.SUCCEEDED, name="train"), make_view(2))
    async with showing(agent, values={"source": TASK, "name": "m"}) as dialog:
        dialog.run_button.click()
        await until(lambda: agent.models.questions("register"))
    (body,) = agent.models.questions("register")
    assert body["source"] == {"task_id": make_view(1).id}


async def test_what_the_agent_refuses_stands_at_its_field_and_all_that_was_typed_stays(
    qapp: object,
) -> None:
    agent = FakeAgent()
    agent.models.refusal = InvalidRequest(
        "No.", errors=(FieldError(("model_path",), "There is no such file."),)
    )
    values = {"name": "line", "model_path": "none.joblib"}
    async with showing(agent, values=values) as dialog:
        dialog.run_button.click()
        await until(dialog.form.told)
        assert "There is no such file." in dialog.line.outlook.text
        assert dialog.form.editors["name"].value == "line"
        assert dialog.isVisible()


async def test_an_unfinished_variable_is_said_before_anything_is_sent(qapp: object) -> None:
    agent = FakeAgent()
    values = {"name": "line", "model_path": "line.joblib", "env": "A"}
    async with showing(agent, values=values) as dialog:
        assert "A is no variable" in dialog.line.outlook.text
        assert not dialog.run_button.isEnabled()
    assert agent.models.questions("register") == []


async def test_what_was_typed_is_not_lost_by_a_key(qapp: object) -> None:
    async with showing(FakeAgent()) as dialog:
        dialog.form.is_edited = True
        dialog.reject()
        keep = await until(lambda: dialog._window.findChild(QPushButton, "answer-cancel"))
        keep.click()
        assert dialog.isVisible()
