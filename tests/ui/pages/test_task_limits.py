import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnet_agent.model.spec import Resources
from cnet_ui.pages.task_limits import TaskLimits
from helpers.fake_agent import make_view

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(
    ("limit", "words"), [(0.5, "0.5 cores"), (1.0, "1 core"), (2.0, "2 cores")]
)
def test_one_core_is_one_core(qtbot: QtBot, limit: float, words: str) -> None:
    limits = TaskLimits(make_view(1, resources=Resources(cpu_limit=limit)))
    qtbot.addWidget(limits)
    assert words in [each.text() for each in limits.findChildren(QLabel)]
