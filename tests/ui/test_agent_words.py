"""What an agent says, in the console's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from cnet_agent.model.explain import explain_end
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.sentence import Sentence
from cnet_agent.wire.node import ExecutorView
from cnet_agent.wire.task import WaitingView
from cnet_ui.agent_words import error_text, worded
from cnet_ui.language import Language, Speech
from cnet_ui.pages.places import TASKS
from cnet_ui.pages.task_details import OVERVIEW
from helpers.console import console
from helpers.factories import make_outcome, make_task
from helpers.fake_agent import NODE, FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speech = Speech(qapp)
    speech.use(Language.SIMPLIFIED)
    yield
    speech.use(Language.ENGLISH)


def test_english_stays_as_the_agent_said_it(qapp: QApplication) -> None:
    assert worded(Sentence("Stopped; it ended with {signal}.", signal="SIGTERM")) == (
        "Stopped; it ended with SIGTERM."
    )


def test_a_sentence_is_translated_with_the_sentences_in_it(chinese: None) -> None:
    why = Sentence("{text}.", text=Sentence("No such file or directory"))
    assert worded(Sentence("It could not be started: {why}", why=why)) == (
        "无法启动：没有那个文件或目录。"
    )


def test_what_is_no_sentence_of_the_agent_stays(chinese: None) -> None:
    assert worded("Segmentation fault") == "Segmentation fault"
    assert worded(Sentence("A later agent says {this}.", this="so")) == "A later agent says so."
    assert error_text(ValueError(Sentence("There is no such file."))) == "没有这样的文件。"


async def test_a_page_has_no_sentence_in_english(chinese: None, tmp_path: Path) -> None:
    outcome = make_outcome(reason=Reason.EXIT, exit_code=3)
    failed = make_task(phase=Phase.FAILED)
    message = explain_end(failed, outcome, Phase.FAILED)
    waiting = WaitingView(
        on="slots",
        message=Sentence(
            "Waits for a slot: all {slots} are taken, number {position} in the queue.",
            slots=2,
            position=1,
        ),
    )
    absent = ExecutorView(available=False, detail=Sentence("Not part of this version"))
    node = NODE.model_copy(update={"executors": {**NODE.executors, "vm": absent}})
    agent = FakeAgent(
        make_view(1, Phase.FAILED, message=message, reason=Reason.EXIT, exit_code=3),
        make_view(2, Phase.QUEUED, waiting=waiting),
    )
    agent.view = node
    async with console(agent, tmp_path) as shown:
        window = shown.window

        def texts() -> str:
            return " ".join(each.text() for each in window.findChildren(QLabel))

        await until(lambda: "不属于此版本" in texts())
        window.show_page(TASKS)
        window.tasks.choose(make_view(1).id, OVERVIEW)
        await until(lambda: "以退出码 3 结束" in texts())
        window.tasks.choose(make_view(2).id, OVERVIEW)
        await until(lambda: "2 个名额已全部占用" in texts())
