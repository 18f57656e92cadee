import pytest
from pytestqt.qtbot import QtBot

from cnet_agent.model.phase import Phase, Status
from cnet_ui.models.task_filter import TaskFilter
from cnet_ui.models.task_table import TaskTable
from cnet_ui.session import AgentSession
from helpers.fake_agent import make_view

pytestmark = pytest.mark.gui


@pytest.fixture
def tasks(qtbot: QtBot) -> TaskFilter:
    session = AgentSession()
    for task in (
        make_view(1, Phase.RUNNING, name="train", labels={"team": "vision"}),
        make_view(2, Phase.FAILED, name="predict", command="python3", args=["predict.py"]),
        make_view(3, Phase.SUCCEEDED, name="train again"),
    ):
        session._mirror.apply(task)
    table = TaskTable(session)
    found = TaskFilter(table)
    table.setParent(found)
    session.setParent(found)
    return found


def names(tasks: TaskFilter) -> list[str]:
    return [tasks.index(row, 0).data() for row in range(tasks.rowCount())]


def test_a_chip_shows_the_tasks_of_its_status(tasks: TaskFilter) -> None:
    tasks.show_status(Status.FAILED)
    assert names(tasks) == ["predict"]
    tasks.show_status(None)
    assert len(names(tasks)) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TRAIN", ["train again", "train"]),
        ("again train", ["train again"]),
        ("predict.py", ["predict"]),
        ("team=vision", ["train"]),
        ("nothing of the kind", []),
    ],
)
def test_a_text_is_found_in_name_command_and_labels(
    tasks: TaskFilter, text: str, found: list[str]
) -> None:
    tasks.show_text(text)
    assert names(tasks) == found


def test_the_chips_count_what_the_text_lets_through(tasks: TaskFilter) -> None:
    tasks.show_text("train")
    tasks.show_status(Status.RUNNING)
    assert tasks.counts() == {Status.RUNNING: 1, Status.COMPLETED: 1}
