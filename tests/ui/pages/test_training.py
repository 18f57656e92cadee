"""The Training page: jobs, curves, attempts, images."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from cnet_agent.model.errors import InvalidRequest
from cnet_agent.model.phase import Phase
from cnet_agent.wire.sse import Frame
from cnet_agent.wire.training import JobView
from cnet_ui.dispose import dispose
from cnet_ui.pages.training import IMAGES, TrainingPage
from helpers.console import connected, theme
from helpers.fake_agent import FakeAgent, make_view
from helpers.fake_training import BUILD, job_of, make_points, make_training
from helpers.job_scene import make_job
from helpers.waiting import until

pytestmark = pytest.mark.gui

RUNNING = make_job(5, training=make_training(3), name="mnist")
FAILED = make_job(4, Phase.FAILED, message="A package is missing.", name="graph")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnet_ui.pages.compare_runs.PACE", 20)


@pytest.fixture
def agent() -> FakeAgent:
    made = FakeAgent(RUNNING, FAILED, make_view(1))
    made.training.points[RUNNING.id] = make_points(3)
    made.training.points[FAILED.id] = make_points(2)
    made.write(RUNNING.id, "[TRAIN] Epoch 1/5 started", at=1)
    return made


@asynccontextmanager
async def showing(agent: FakeAgent) -> AsyncIterator[TrainingPage]:
    theme()
    async with connected(agent) as session:
        page = TrainingPage(session)
        page.resize(1050, 740)
        page.show()
        try:
            yield page
        finally:
            page.hide()
            dispose(page)


def names(page: TrainingPage) -> list[str]:
    return [row.name for row in page.jobs.table.records]


async def test_the_newest_job_is_shown_with_its_curves_and_its_log(
    qapp: object, agent: FakeAgent
) -> None:
    async with showing(agent) as page:
        assert names(page) == ["mnist", "graph"]
        assert page.jobs.chosen == [RUNNING.id]
        await until(lambda: any(page.compare.jobs.values()))
        assert page.compare.panels[0].current == "loss"
        assert page.compare.panels[1].current == "accuracy"
        await until(lambda: "Epoch 1/5" in page.attempts.log.text.toPlainText())
        await until(lambda: "75.0 %" in _words(page))


async def test_a_job_that_tells_nothing_of_itself_has_no_charts_but_a_hint(
    qapp: object, agent: FakeAgent
) -> None:
    agent.training.points.clear()
    async with showing(agent) as page:
        await until(lambda: any(page.compare.jobs.values()))
        await until(page.compare._hint.isVisible)
        assert not page.compare.panels[0].isVisible()
        agent.training.points[RUNNING.id] = make_points(3)
        agent.change(make_job(5, training=make_training(4), name="mnist"))
        await until(page.compare.panels[0].isVisible)
        assert not page.compare._hint.isVisible()


async def test_what_a_job_does_is_followed(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        await until(lambda: any(page.compare.jobs.values()))
        agent.training.points[RUNNING.id] = make_points(4)
        agent.change(make_job(5, training=make_training(4), name="mnist"))
        await until(lambda: page.jobs.table.records[0].epoch == 4)
        await until(lambda: len(_job(page).metrics) == 4)
        agent.change(make_job(6, Phase.QUEUED, name="next"))
        await until(lambda: names(page) == ["next", "mnist", "graph"])
        assert page.jobs.chosen == [RUNNING.id]  # what one looks at stays


async def test_jobs_are_narrowed_and_what_one_reads_stays(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.jobs.bar.chips.chosen.emit("failed")
        assert names(page) == ["graph"]
        page.jobs.bar.chips.chosen.emit("all")
        QTest.keyClicks(page.jobs.bar.search, "grap")
        assert names(page) == ["graph"]
        assert next(iter(page.compare.jobs)) == RUNNING.id
        page.jobs.choose(FAILED.id)
        assert next(iter(page.compare.jobs)) == FAILED.id


async def test_jobs_of_before_are_listed_too(qapp: object, agent: FakeAgent) -> None:
    old = make_job(2, Phase.SUCCEEDED, name="old")
    agent.training.before = [job_of(old)]
    async with showing(agent) as page:
        await until(lambda: names(page) == ["mnist", "graph", "old"])


async def test_another_run_is_laid_over_and_taken_away(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        await until(lambda: any(page.compare.jobs.values()))
        page.compare.add_run(FAILED.id)
        await until(lambda: all(page.compare.jobs.values()))
        assert list(page.compare.jobs) == [RUNNING.id, FAILED.id]
        page.compare.axis.chosen.emit("time")
        page.compare.panels[0].plot.pointed.emit(1.0)
        page.compare.panels[0].plot.pointed.emit(None)
        page.compare.remove_run(FAILED.id)
        assert list(page.compare.jobs) == [RUNNING.id]


async def test_a_job_is_cancelled_run_again_and_put_first_from_its_menu(
    qapp: object, agent: FakeAgent
) -> None:
    waiting = make_job(7, Phase.QUEUED, name="waits")
    agent.tasks[waiting.id] = waiting
    async with showing(agent) as page:
        page.jobs.choose(waiting.id)
        acts = {action.text(): action for action in _menu(page).actions()}
        assert set(acts) == {
            *("Open task", "Cancel", "Run again", "Duplicate…", "Run next", "Copy id"),
            "Serve model…",
        }
        assert not acts.pop("Serve model…").isEnabled()  # it has not made one
        assert all(action.isEnabled() for action in acts.values())
        opened: list[str] = []
        duplicated: list[str] = []
        page.open_task.connect(opened.append)
        page.duplicate.connect(duplicated.append)
        acts["Open task"].trigger()
        acts["Duplicate…"].trigger()
        assert (opened, duplicated) == ([waiting.id], [waiting.id])
        acts["Cancel"].trigger()
        await until(lambda: agent.questions("stop"))


async def test_without_jobs_the_page_says_what_to_do(qapp: object) -> None:
    async with showing(FakeAgent()) as page:
        wanted: list[None] = []
        page.submit.connect(lambda: wanted.append(None))
        buttons = [each for each in page.findChildren(QPushButton) if each.isVisible()]
        by_word = {button.text(): button for button in buttons}
        by_word["Build the training image"].click()
        assert page.parts.currentIndex() == 1
        page.show_part("jobs")
        page.new_button.click()
        assert wanted


async def test_an_image_is_built_in_sight(qapp: object, agent: FakeAgent) -> None:
    async with showing(agent) as page:
        page.show_part(IMAGES)
        images = page.images
        await until(lambda: images.image_table.records)
        images.base.setText("base:1")
        images.build_button.click()
        await until(lambda: ("build_frames", "b1") in agent.training.asked)
        wanted = {"tag": "", "base_image": "base:1", "no_cache": False}
        assert ("build", wanted) in agent.training.asked
        assert images.cancel_button.isVisible()
        frames = agent.training.frames
        frames.put_nowait(Frame("lines", json.dumps(["Step 1/2 : FROM base"])))
        frames.put_nowait(Frame("build", BUILD.model_copy(update={"step": 1}).model_dump_json()))
        await until(lambda: "FROM base" in images.log.text.toPlainText())
        images.cancel_button.click()
        await until(lambda: ("cancel_build", "b1") in agent.training.asked)
        ended = BUILD.model_copy(update={"status": "cancelled", "message": "It was cancelled."})
        frames.put_nowait(Frame("build", ended.model_dump_json()))
        frames.put_nowait(None)
        await until(lambda: not images.cancel_button.isVisible())
        assert images.build_button.isEnabled()


async def test_a_refused_build_is_said_beside_its_button(qapp: object, agent: FakeAgent) -> None:
    agent.training.refusal = InvalidRequest("No image can be built here.")
    async with showing(agent) as page:
        page.build_image()
        await until(lambda: "No image can be built" in _words(page.images))


async def test_without_docker_the_images_say_how_to_mend_that(
    qapp: object, agent: FakeAgent
) -> None:
    agent.training.found = agent.training.found.model_copy(
        update={
            "available": False,
            "detail": "Docker is not running.",
            "mend": "Start it.",
            "command": "start docker",
            "images": [],
        }
    )
    async with showing(agent) as page:
        page.show_part(IMAGES)
        await until(lambda: "Docker is not running." in _words(page.images))
        assert not page.images.build_button.isEnabled()
        before = len(agent.training.asked)
        by_word = {button.text(): button for button in page.images.findChildren(QPushButton)}
        by_word["Check again"].click()
        await until(lambda: len(agent.training.asked) > before)
        assert agent.questions("node") == [True]


def _words(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def _job(page: TrainingPage) -> JobView:
    job = next(iter(page.compare.jobs.values()))
    assert job is not None
    return job


def _menu(page: TrainingPage) -> QMenu:
    view = page.jobs.view.view
    view.customContextMenuRequested.emit(QPoint(5, 5))
    menus = [menu for menu in page.jobs.findChildren(QMenu) if menu.isVisible()]
    assert menus
    return menus[-1]
