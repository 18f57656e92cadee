"""What Qt and its Python binding need from us, and from each other."""

import ast
import sys

import pytest
from PySide6.QtCore import QObject, QTimerEvent
from pytestqt.qtbot import QtBot

from helpers import tree


@pytest.mark.gui
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_timer_events_take_no_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12 drops one with every event; after some thousands Python aborts."""

    class Ticking(QObject):
        ticks = 0

        def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802
            self.ticks += 1

    ticking = Ticking()
    before = sys.getrefcount(None)
    timer = ticking.startTimer(0)
    qtbot.waitUntil(lambda: ticking.ticks >= 500)
    ticking.killTimer(timer)
    assert sys.getrefcount(None) > before - 250


def test_what_is_translated_can_be_found_by_the_translators() -> None:
    """An f-string is another text each time; no translation matches it."""
    found = []
    ui = tree.ROOT / "ui" / "cnet_ui"
    apart = {ui / "preset_translation.py", ui / "agent_words.py"}  # their texts have other tests
    for path in [path for path in tree.sources("ui", "app") if path not in apart]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in {"tr", "translate"}:
                texts = node.args[:1] if _name(node.func) == "tr" else node.args[:2]
                if not all(isinstance(text, ast.Constant) for text in texts):
                    found.append(f"{tree.name(path)}:{node.lineno}")
    assert found == []


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))
