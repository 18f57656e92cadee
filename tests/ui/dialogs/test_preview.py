import json

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cnet_ui.dialogs.preview import Preview
from cnet_ui.models.request import Request
from cnet_ui.widgets.buttons import Button
from helpers.console import theme
from helpers.fake_agent import make_outlook

pytestmark = pytest.mark.gui
REQUEST = Request({"command": "x", "env": {"API_KEY": "abc"}})


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    theme()
    made = Preview()
    qtbot.addWidget(made)
    return made


def test_the_exact_command_is_shown_with_its_folder_and_environment(preview: Preview) -> None:
    answer = make_outlook(command=["sh", "-c", "a b"], environment="scikit-learn · cached")
    preview.show_command(answer, "1 GB of memory")
    assert preview.text.toPlainText().splitlines() == [
        "sh -c 'a b'",
        "# in /workspace",
        "# scikit-learn · cached",
        "# 1 GB of memory",
    ]


def test_secrets_are_covered_on_the_screen_and_whole_in_the_copy(preview: Preview) -> None:
    preview.show_request("http://here", REQUEST, with_token=False)
    preview.tabs._buttons["json"].click()
    assert "abc" not in preview.text.toPlainText()
    button = preview.findChild(Button, "copy-as-curl")
    assert button is not None
    button.click()
    assert '"API_KEY": "abc"' in QGuiApplication.clipboard().text()
    assert preview._note.text() == "Copied"
    preview._told.timeout.emit()
    assert preview._note.text() == "updates as you type"


def test_json_is_what_would_be_sent(preview: Preview) -> None:
    preview.show_request("http://here", Request({"command": "x"}), with_token=False)
    preview.tabs._buttons["json"].click()
    assert json.loads(preview.text.toPlainText()) == {"command": "x"}


def test_a_token_is_named_and_never_written(preview: Preview) -> None:
    preview.show_request("http://here", REQUEST, with_token=True)
    preview.tabs._buttons["curl"].click()
    assert preview.text.toPlainText().startswith("# CNET_TOKEN holds a token of this agent\ncurl")


def test_nothing_is_shown_of_what_cannot_be_told(preview: Preview) -> None:
    preview.show_request("http://here", None, with_token=False)
    preview.tabs._buttons["curl"].click()
    assert preview.text.toPlainText() == ""
