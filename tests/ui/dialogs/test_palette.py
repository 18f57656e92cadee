from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.commands import Command, Kind
from cnet_ui.dialogs.palette import Palette
from cnet_ui.models.command_rows import CommandRows, Heading
from cnet_ui.models.roles import ROW_ROLE
from cnet_ui.words import Look
from helpers.console import theme

pytestmark = pytest.mark.gui

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Scene:
    """A palette over a window, and which commands were run."""

    def __init__(self, qtbot: QtBot, commands: Iterator[Command] | None = None) -> None:
        theme()
        self.done: list[str] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1024, 680)
        self.window.show()
        self.palette = Palette(self.window, commands or self.commands())
        self.palette.open()
        self.bot = qtbot

    def make(self, title: str, kind: Kind, **fields: object) -> Command:
        run = lambda: self.done.append(title)  # noqa: E731
        return Command(title, title, kind, run, **fields)  # type: ignore[arg-type]

    def commands(self) -> Iterator[Command]:
        yield self.make("Dashboard", Kind.PAGE, shortcut="Ctrl+1")
        yield self.make("Training", Kind.PAGE)
        yield self.make(
            "neural-network-train",
            Kind.TASK,
            look=lambda: Look("Stopped", "square", "neutral"),
            more=lambda: [self.make("Stop it", Kind.ACTION), self.make("Copy the id", Kind.ACTION)],
        )
        at_once = lambda: self.done.append("at once")  # noqa: E731
        yield self.make("ML: Linear Regression", Kind.PRESET, at_once=at_once)
        yield self.make("Stop mnist", Kind.ACTION, disabled="The agent does not answer.")
        yield self.make("Quit", Kind.ACTION)

    @property
    def rows(self) -> list[str]:
        model = self.palette.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def current(self) -> str:
        return str(self.palette.list.currentIndex().data())

    def type(self, text: str) -> None:
        QTest.keyClicks(self.palette.query, text)
        self.bot.waitUntil(lambda: not self.palette._slices.isActive())

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.palette.query, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_everything_is_there_before_one_types_and_the_first_is_chosen(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    headings = ["Pages", "Tasks", "Presets", "Actions"]
    assert [row for row in scene.rows if row in headings] == headings
    assert scene.current == "Dashboard"
    assert scene.window.focusWidget() is scene.palette.query


def test_typing_finds_and_enter_runs_what_is_chosen(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    ran: list[str] = []
    scene.palette.ran.connect(ran.append)
    scene.type("train")
    assert scene.rows == ["Pages", "Training", "Tasks", "neural-network-train"]
    scene.press(Qt.Key.Key_Down)
    scene.press(Qt.Key.Key_Return)
    assert scene.done == ran == ["neural-network-train"]
    assert not scene.palette.isVisible()


def test_arrows_pass_over_headings_and_go_round(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.press(Qt.Key.Key_Up)
    assert scene.current == "Quit"
    scene.press(Qt.Key.Key_Down)
    assert scene.current == "Dashboard"
    scene.press(Qt.Key.Key_Down)
    scene.press(Qt.Key.Key_Down)
    assert scene.current == "neural-network-train"


def test_a_page_further_stops_at_the_end(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.press(Qt.Key.Key_PageDown)
    assert scene.current == "Quit"
    scene.press(Qt.Key.Key_PageUp)
    assert scene.current == "Dashboard"


def test_what_cannot_be_done_says_why_and_does_nothing(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.type("stop mnist")
    index = scene.palette.list.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Stop mnist, The agent does not answer."
    scene.press(Qt.Key.Key_Return)
    assert scene.done == []
    assert scene.palette.isVisible()


def test_control_and_enter_runs_a_preset_at_once(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.type("linear")
    scene.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert scene.done == ["at once"]


def test_tab_shows_what_else_can_be_done_and_escape_goes_back(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.type("neural")
    scene.press(Qt.Key.Key_Tab)
    assert scene.rows == ["Actions", "Stop it", "Copy the id"]
    assert scene.palette.query.text() == ""
    scene.press(Qt.Key.Key_Escape)
    assert scene.palette.isVisible()
    assert "Dashboard" in scene.rows
    scene.press(Qt.Key.Key_Escape)
    assert not scene.palette.isVisible()


def test_backspace_in_an_empty_line_goes_back_as_well(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.type("neural")
    scene.press(Qt.Key.Key_Tab)
    scene.press(Qt.Key.Key_Down)
    scene.press(Qt.Key.Key_Backspace)
    assert "Dashboard" in scene.rows
    scene.type("neural")
    scene.press(Qt.Key.Key_Tab)
    scene.press(Qt.Key.Key_Return)
    assert scene.done == ["Stop it"]


def test_nothing_found_says_what_was_searched(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.type("xyzzy")
    nothing = scene.palette.findChild(QLabel, "nothing-found")
    assert nothing is not None
    assert nothing.isVisible()
    assert "“xyzzy”" in nothing.text()
    scene.press(Qt.Key.Key_Return)
    assert scene.palette.isVisible()


def test_a_click_runs_a_command_and_one_beside_the_palette_closes_it(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.type("quit")
    place = scene.palette.list.visualRect(scene.palette.list.currentIndex()).center()
    QTest.mouseClick(scene.palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert scene.done == ["Quit"]
    again = Scene(qtbot)
    QTest.mouseClick(again.palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not again.palette.isVisible()
    assert again.done == []


def test_ten_thousand_tasks_are_found_while_one_types(qtbot: QtBot) -> None:
    def many() -> Iterator[Command]:
        for number in range(10_000):
            name = f"task-{number:05}"
            yield Command(name, name, Kind.TASK, lambda: None)

    scene = Scene(qtbot, many())
    scene.type("task-09")
    heading = scene.palette.list.model().index(0, 0).data(ROW_ROLE)
    assert heading == Heading("Tasks", "800 more")
    scene.type("999")
    assert scene.rows == ["Tasks", "task-09999"]


def test_the_rows_are_a_model_as_qt_wants_it(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    model = scene.palette.list.model()
    assert isinstance(model, CommandRows)
    tester = QAbstractItemModelTester(model, FATAL)
    scene.type("train")
    assert tester.model() is model
    assert scene.palette.grab().width() == 1024
