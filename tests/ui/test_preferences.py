from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.preferences import RECENT, Closing, Preferences, Recent
from cnet_ui.theme import ThemeChoice

pytestmark = pytest.mark.gui


def settings(folder: Path) -> QSettings:
    return QSettings(str(folder / "console.ini"), QSettings.Format.IniFormat)


def make_window(qtbot: QtBot) -> tuple[QWidget, QSplitter]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 300)
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.setObjectName("parts")
    for _ in range(2):
        splitter.addWidget(QWidget())
    QVBoxLayout(window).addWidget(splitter)
    window.show()
    return window, splitter


def test_a_window_comes_back_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    window, splitter = make_window(qtbot)
    window.resize(500, 400)
    splitter.setSizes([100, 300])
    sizes = splitter.sizes()
    preferences = Preferences(settings(tmp_path))
    assert not preferences.has_place
    preferences.keep(window)
    again, parts = make_window(qtbot)
    preferences = Preferences(settings(tmp_path))
    preferences.restore(again)
    preferences.restore_parts(again)
    assert (again.width(), again.height()) == (500, 400)
    assert parts.sizes() == pytest.approx(sizes, abs=2)


def test_the_theme_is_remembered(qapp: object, tmp_path: Path) -> None:
    assert Preferences(settings(tmp_path)).theme is ThemeChoice.SYSTEM
    Preferences(settings(tmp_path)).theme = ThemeChoice.LIGHT
    assert Preferences(settings(tmp_path)).theme is ThemeChoice.LIGHT


def test_what_closing_does_is_remembered(qapp: object, tmp_path: Path) -> None:
    assert Preferences(settings(tmp_path)).closing is Closing.ASK
    Preferences(settings(tmp_path)).closing = Closing.TRAY
    assert Preferences(settings(tmp_path)).closing is Closing.TRAY


def test_a_few_recent_nodes_are_remembered(qapp: object, tmp_path: Path) -> None:
    recents = [Recent(f"https://node-{number}:8080", f"Knoten {number} ä") for number in range(10)]
    Preferences(settings(tmp_path)).recents = recents
    assert Preferences(settings(tmp_path)).recents == recents[:RECENT]


@pytest.mark.parametrize("text", ["", "{", '["a"]', '[{"of": "another time"}]'])
def test_recent_nodes_that_cannot_be_understood_are_none(
    qapp: object, tmp_path: Path, text: str
) -> None:
    kept = settings(tmp_path)
    kept.setValue("recents", text)
    assert Preferences(kept).recents == []


@pytest.mark.parametrize(("key", "value"), [("theme", "purple"), ("version", 99)])
def test_what_cannot_be_understood_is_forgotten(
    qapp: object, tmp_path: Path, key: str, value: object
) -> None:
    kept = settings(tmp_path)
    kept.setValue("theme", "dark")
    kept.setValue("version", 1)
    kept.setValue(key, value)
    assert Preferences(kept).theme is ThemeChoice.SYSTEM


def test_what_closing_does_is_asked_until_it_is_chosen(qapp: object, tmp_path: Path) -> None:
    assert Preferences(settings(tmp_path)).closing is Closing.ASK
    Preferences(settings(tmp_path)).closing = Closing.TRAY
    assert Preferences(settings(tmp_path)).closing is Closing.TRAY


def test_notifications_are_on_and_may_be_silenced(qapp: object, tmp_path: Path) -> None:
    kept = Preferences(settings(tmp_path))
    assert (kept.notifies, kept.do_not_disturb) == (True, False)
    kept.notifies, kept.do_not_disturb = False, True
    kept = Preferences(settings(tmp_path))
    assert (kept.notifies, kept.do_not_disturb) == (False, True)


def test_what_was_connected_is_remembered_and_what_is_broken_forgotten(tmp_path: Path) -> None:
    Preferences(settings(tmp_path)).connected = ["http://10.0.0.2:8080"]
    file = settings(tmp_path)
    assert Preferences(file).connected == ["http://10.0.0.2:8080"]
    for broken in ("{", "7", "[1]"):
        file.setValue("connected", broken)
        assert Preferences(file).connected == []
