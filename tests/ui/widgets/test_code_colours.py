import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from cnet_ui.theme import tokens
from cnet_ui.widgets.code_colours import CodeColours
from helpers.console import theme

pytestmark = pytest.mark.gui


def colours(editor: QPlainTextEdit) -> dict[str, str]:
    text = editor.toPlainText()
    formats = editor.document().firstBlock().layout().formats()
    return {
        text[each.start : each.start + each.length]: each.format.foreground().color().name()
        for each in formats
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "json",
            '{"name": "x", "n": 1.5, "on": true}',
            {
                '"name"': "accent",
                '"n"': "accent",
                '"on"': "accent",
                '"x"': "good",
                "1.5": "waiting",
                "true": "memory",
            },
        ),
        (
            "shell",
            "python3 train.py --epochs 5 'a -b 6'",
            {"python3": "memory", "--epochs": "accent", "5": "waiting", "'a -b 6'": "good"},
        ),
        ("shell", "# in /work", {"# in /work": "text_muted"}),
    ],
)
def test_words_are_coloured_by_what_they_are(
    qtbot: QtBot, language: str, text: str, expected: dict[str, str]
) -> None:
    theme()
    editor = QPlainTextEdit(text)
    qtbot.addWidget(editor)
    made = CodeColours(editor, language)
    made.rehighlight()
    assert colours(editor) == {word: getattr(tokens(), token) for word, token in expected.items()}
