"""The Models page: the list, the details of a model, its versions, and asking it by hand."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from cnet_agent.model.errors import InvalidRequest, Unreachable
from cnet_agent.model.phase import Phase
from cnet_agent.wire.models import ModelMetrics, Percentiles, TensorView
from cnet_ui.dialogs.divide_traffic import DivideTraffic
from cnet_ui.dispose import dispose
from cnet_ui.pages.models import ModelsPage
from helpers.console import connected, theme
from helpers.fake_agent import FakeAgent, make_view
from helpers.fake_models import make_info, make_model, make_version
from helpers.waiting import until

pytestmark = pytest.mark.gui

CHURN = make_model(1, name="churn")
IRIS = make_model(2, name="iris", status="loading", reason="The model is being loaded.")
OLD = make_model(3, name="old", status="stopped")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnet_ui.pages.models.PACE", 20)


@pytest.fixture
def agent() -> FakeAgent:
    made = FakeAgent(make_view(7, id=CHURN.task_id, type="ml"))
    made.models.serve(CHURN, IRIS, OLD)
    made.models.infos[CHURN.id] = make_info(CHURN)
    return made


@asynccontextmanager
async def showing(agent: FakeAgent) -> AsyncIterator[ModelsPage]:
    theme()
    async with connected(agent) as session:
        window = QWidget()
        window.resize(1050, 740)
        page = ModelsPage(session, window)
        page.resize(1050, 740)
        window.show()
        try:
            yield page
        finally:
            window.hide()
            dispose(window)


def button(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


async def answer(page: QWidget, name: str) -> None:
    """Answer the question that lies over the window."""
    found = await until(lambda: page.window().findChild(QPushButton, f"answer-{name}"))
    found.click()


def names(page: ModelsPage) -> list[str]:
    return [model.name for model in page.list.table.records]


def has_rate(page: ModelsPage, rate: float) -> bool:
    return page.list.models[CHURN.id].metrics.rate == rate


def has_calls(page: ModelsPage, count: int) -> bool:
    return len(page.trial.call_table.records) == count


# -- the list -----------------------------------------------------------------------------------


async def test_models_stand_by_name_and_the_first_is_shown(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        assert names(page) == ["churn", "iris", "old"]
        assert page.list.chosen == CHURN
        await until(lambda: page.details._values["signature"].accessibleName() != "—")
        assert page.details._values["signature"].accessibleName() == "2 columns → predict"
        assert page.details._values["errors"].accessibleName() == "2.0 % of 200 calls"


async def test_what_is_chosen_stays_while_figures_change_and_the_chart_grows(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        page.choose(IRIS.id)
        for rate in (0.0, 1.0, 2.0):
            metrics = ModelMetrics(rate=rate, latency=Percentiles(p50=1.0, p95=2.0))
            agent.models.models[CHURN.id] = CHURN.model_copy(update={"metrics": metrics})
            await until(partial(has_rate, page, rate))
        assert page.list.chosen is not None
        assert page.list.chosen.id == IRIS.id
        page.choose(CHURN.id)
        await until(lambda: len(page.details.charts.latency._runs) == 2)


async def test_a_change_of_state_is_seen_at_once(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page._pace.stop()
        agent.models.serve(IRIS.model_copy(update={"status": "running", "reason": ""}))
        await until(lambda: page.list.models[IRIS.id].status == "running")


async def test_the_list_is_narrowed_by_words_and_by_state(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.list.bar.search.setText("iri")
        assert names(page) == ["iris"]
        page.list.bar.search.setText("")
        page.list.bar.chips.chosen.emit("stopped")
        assert names(page) == ["old"]
        assert page.list.bar.chips._buttons["all"].text() == "All 3"


async def test_without_models_the_page_says_what_to_do_and_offers_it(qapp: object) -> None:
    async with showing(FakeAgent()) as page:
        asked: list[bool] = []
        page.load.connect(lambda: asked.append(True))
        assert page._pages.currentIndex() == 0
        empty = page._pages.currentWidget()
        assert empty is not None
        empty.findChildren(QPushButton)[0].click()
        assert asked == [True]


async def test_an_example_is_trained_and_served_at_a_click(qapp: object) -> None:
    agent = FakeAgent()
    async with showing(agent) as page:
        page._example.click()
        await until(lambda: agent.questions("run_preset"))
        assert page._example.text() == "Training…"
        assert not page._example.isEnabled()
        (preset, wanted) = agent.questions("run_preset")[0]
        assert (preset, wanted["operation"]) == ("ml-linear-regression", "train")
        assert not agent.models.questions("register")
        (task,) = agent.tasks.values()
        agent.change(task.model_copy(update={"phase": Phase.RUNNING}))
        agent.change(task.model_copy(update={"phase": Phase.SUCCEEDED}))
        await until(lambda: names(page) == ["linear-regression"])
        assert page.list.chosen is not None
        assert page._example.text() == "Train and serve an example"


async def test_an_example_that_fails_is_shown(qapp: object) -> None:
    agent = FakeAgent()
    async with showing(agent) as page:
        opened: list[str] = []
        page.open_task.connect(opened.append)
        page._example.click()
        await until(lambda: agent.tasks)
        (task,) = agent.tasks.values()
        agent.change(task.model_copy(update={"phase": Phase.FAILED}))
        await until(lambda: opened == [task.id])
        assert page._example.isEnabled()


async def test_nothing_is_asked_while_nobody_looks(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        await until(lambda: agent.models.questions("all"))
        page.hide()
        assert not page._pace.isActive()


async def test_a_running_model_is_stopped_after_a_question_and_started_again(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        switch = button(page, "switch-model")
        switch.click()
        await answer(page, "do")
        await until(lambda: agent.models.questions("stop") == [CHURN.id])
        await until(lambda: switch.text() == "Start")
        switch.click()
        await until(lambda: agent.models.questions("start") == [CHURN.id])


async def test_the_menu_offers_what_is_possible_and_removes_after_a_question(
    qapp: object, agent: FakeAgent, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr("cnet_ui.pages.model_list.popup", lambda menu, _: menus.append(menu))
    async with showing(agent) as page:
        page.choose(OLD.id)
        page.list._show_menu(QPoint(0, 0))
        can = {action.text(): action for action in menus[0].actions()}
        assert [text for text, action in can.items() if action.isEnabled()] == [
            *("Start", "Load new version…", "Open task", "Copy id", "Remove…"),
        ]
        can["Remove…"].trigger()
        await answer(page, "do")
        await until(lambda: names(page) == ["churn", "iris"])
        assert agent.models.questions("forget") == [OLD.id]


# -- versions -----------------------------------------------------------------------------------


@pytest.fixture
def versions(agent: FakeAgent) -> None:
    agent.models.models[CHURN.id] = CHURN.model_copy(update={"previous": {"1": 100}})
    agent.models.versions_of[CHURN.id] = [
        make_version("3", status="failed", reason="No such layer."),
        make_version("2"),
        make_version("1", traffic=100, wanted=100),
    ]


@pytest.mark.usefixtures("versions")
async def test_another_version_is_made_live_and_one_goes_back(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        page.show_versions()
        part = page.details.versions
        await until(lambda: part.chosen is not None)
        assert part.chosen is not None
        assert part.chosen.version == "1"
        assert not button(part, "make-live").isEnabled()
        assert not button(part, "remove-version").isEnabled()
        part.view.choose("2")
        button(part, "make-live").click()
        await until(lambda: agent.models.questions("divide") == [(CHURN.id, {"2": 100})])
        button(part, "roll-back").click()
        await until(lambda: agent.models.questions("roll_back") == [CHURN.id])


@pytest.mark.usefixtures("versions")
async def test_a_version_that_failed_says_why_and_is_removed_after_a_question(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        page.show_versions()
        part = page.details.versions
        await until(lambda: part.table.records)
        part.view.choose("3")
        assert "No such layer." in part._said.text()
        button(part, "remove-version").click()
        await answer(page, "do")
        await until(lambda: agent.models.questions("remove_version") == [(CHURN.id, "3")])


@pytest.mark.usefixtures("versions")
async def test_requests_are_divided_in_a_dialog(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.show_versions()
        part = page.details.versions
        await until(lambda: part.chosen is not None)
        button(part, "divide").click()
        form = await until(lambda: page.window().findChild(DivideTraffic))
        form.second_version.setCurrentText("2")
        form.slider.setValue(30)
        form.apply_button.click()
        await until(lambda: agent.models.questions("divide") == [(CHURN.id, {"1": 70, "2": 30})])


# -- asking by hand -----------------------------------------------------------------------------


async def fields(page: ModelsPage) -> dict[str, QLineEdit]:
    return dict(await until(lambda: page.trial.fields.editors))


async def test_a_form_made_of_the_signature_asks_the_model_and_shows_the_answer(
    qapp: object, agent: FakeAgent
) -> None:
    agent.models.answers = [{"churn": True}]
    async with showing(agent) as page:
        editors = await fields(page)
        assert list(editors) == ["tenure", "charge"]
        QTest.keyClicks(editors["tenure"], "18")
        QTest.keyClicks(editors["charge"], "64.9")
        assert json.loads(page.trial.json.toPlainText()) == {"tenure": 18, "charge": 64.9}
        QTest.keyClick(page.trial, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: page.trial.call_table.records)
        asked = [(CHURN.id, {"tenure": 18, "charge": 64.9})]
        assert agent.models.questions("predict") == asked
        assert json.loads(page.trial.answer.text.toPlainText()) == {"churn": True}
        assert "version 1" in page.trial.answer.figures.text()


async def test_what_is_wrong_with_the_input_is_said_before_anything_is_sent(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        editors = await fields(page)
        QTest.keyClicks(editors["tenure"], "many")
        await until(page.trial._send.isEnabled)
        page.trial.send()
        await until(lambda: page.trial._problem.text() == "tenure needs a number.")
        page.trial.show_tab("json")
        page.trial.json.setPlainText("[1,")
        await until(page.trial._send.isEnabled)
        page.trial.send()
        await until(lambda: page.trial._problem.text().startswith("This is not JSON"))
        assert agent.models.questions("predict") == []


async def test_errors_stand_among_the_last_calls_and_each_can_be_used_again(
    qapp: object, agent: FakeAgent
) -> None:
    agent.models.answers = [InvalidRequest("It does not fit."), Unreachable("Nobody."), 0.5]
    async with showing(agent) as page:
        await fields(page)
        page.trial.show_tab("json")
        for number in range(3):
            page.trial.json.setPlainText(f"[{number}, 1]")
            await until(page.trial._send.isEnabled)
            page.trial.send()
            await until(partial(has_calls, page, number + 1))
        calls: list[Any] = list(page.trial.call_table.records)
        assert [call.status for call in calls] == [200, 0, 422]
        page.trial.calls.choose(calls[2].id)
        assert "It does not fit." in page.trial.answer.text.toPlainText()
        button(page, "use-as-input").click()
        assert page.trial.json.toPlainText() == "[0, 1]"
        assert page.trial.fields.texts == {"tenure": "0", "charge": "1"}


async def test_what_was_typed_and_asked_is_there_again_with_its_model(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        await fields(page)
        page.trial.json.setPlainText("[5, 6]")
        await until(page.trial._send.isEnabled)
        page.trial.send()
        await until(lambda: page.trial.call_table.records)
        page.choose(OLD.id)
        assert page.trial.json.toPlainText() == ""
        assert not page.trial.call_table.records
        assert not page.trial._send.isEnabled()
        assert page.trial._send.toolTip() == "It is not being served; start it."
        page.choose(CHURN.id)
        assert page.trial.json.toPlainText() == "[5, 6]"
        assert len(page.trial.call_table.records) == 1


async def test_a_large_input_is_written_as_json(qapp: object, agent: FakeAgent) -> None:
    image = TensorView(name="image", datatype="FP32", shape=[-1, 28, 28])
    agent.models.infos[CHURN.id] = make_info(CHURN, inputs=[image], features=None)
    async with showing(agent) as page:
        await until(lambda: "too large for a form" in page.trial.fields._said.text())
        assert not page.trial.fields.editors


async def test_the_request_is_copied_for_a_shell_and_for_python(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        await fields(page)
        page.trial.json.setPlainText("[5, 6]")
        page.trial._copy_curl.click()
        assert "curl -X POST" in QGuiApplication.clipboard().text()
        page.trial._copy_python.click()
        assert "urllib.request" in QGuiApplication.clipboard().text()


async def test_the_log_of_the_server_is_read_while_one_looks_at_it(
    qapp: object, agent: FakeAgent
) -> None:
    agent.write(CHURN.task_id, "Loaded churn in 0.42 s", at=1)
    async with showing(agent) as page:
        page.details.show_part("log")
        await until(lambda: "Loaded churn" in page.details.log.text.toPlainText())
