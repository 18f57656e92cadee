import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from cnet_ui.dialogs.notices import NoticePanel
from cnet_ui.models.notice_list import NoticeList
from cnet_ui.notifications import KEPT, Notice, Notifications
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.notice_delegate import NoticeDelegate
from helpers.console import theme

pytestmark = pytest.mark.gui


class Scene:
    def __init__(self, qtbot: QtBot, *titles: str) -> None:
        theme()
        self.notifications = Notifications(lambda: False)
        for title in titles:
            self.add(title)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1024, 680)
        self.window.show()
        self.panel = NoticePanel(self.window, self.notifications)
        self.opened: list[str] = []
        self.panel.opened.connect(lambda notice: self.opened.append(notice.task_id))
        self.panel.open()

    def add(self, title: str, task_id: str = "t1") -> None:
        self.notifications.add(Notice(1_790_000_000.0, title, "Why.", "bad", "x", task_id=task_id))

    @property
    def view(self) -> QListView:
        found = self.panel.findChild(QListView, "notices")
        assert isinstance(found, QListView)
        return found

    @property
    def rows(self) -> list[str]:
        model = self.view.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_opening_the_panel_is_seeing_what_is_new_and_it_stays_marked(qtbot: QtBot) -> None:
    scene = Scene(qtbot, "a", "b")
    assert scene.rows == ["b", "a"]
    assert scene.notifications.unread == 0
    delegate = scene.view.itemDelegate()
    assert isinstance(delegate, NoticeDelegate)
    assert delegate.unread == 2
    scene.add("c")
    assert scene.notifications.unread == 0
    assert delegate.unread == 3


def test_a_notice_leads_to_its_task_by_a_click_or_by_enter(qtbot: QtBot) -> None:
    scene = Scene(qtbot, "a")
    index = scene.view.model().index(0, 0)
    QTest.mouseClick(
        scene.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=scene.view.visualRect(index).center(),
    )
    assert scene.opened == ["t1"]
    assert not scene.panel.isVisible()
    other = Scene(qtbot, "a")
    other.view.setCurrentIndex(other.view.model().index(0, 0))
    QTest.keyClick(other.view, Qt.Key.Key_Return)
    assert other.opened == ["t1"]


def test_a_notice_without_a_task_leads_nowhere(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.add("lost", task_id="")
    scene.view.activated.emit(scene.view.model().index(0, 0))
    assert scene.opened == []
    assert scene.panel.isVisible()


def test_all_can_be_cleared_and_the_panel_says_what_it_is_for(qtbot: QtBot) -> None:
    scene = Scene(qtbot, "a", "b")
    clear = scene.panel.findChild(Button, "clear-notices")
    assert clear is not None
    clear.click()
    assert scene.rows == []
    assert not scene.view.isVisible()
    assert not clear.isEnabled()
    assert clear.toolTip()


def test_do_not_disturb_is_chosen_in_the_panel(qtbot: QtBot) -> None:
    scene = Scene(qtbot, "a")
    chosen: list[bool] = []
    scene.panel.quiet_chosen.connect(chosen.append)
    quiet = scene.panel.findChild(IconButton, "do-not-disturb")
    assert quiet is not None
    quiet.click()
    assert chosen == [True]


def test_the_list_follows_what_is_added_row_by_row(qtbot: QtBot) -> None:
    scene = Scene(qtbot, *map(str, range(KEPT)))
    model = scene.view.model()
    assert isinstance(model, NoticeList)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    scene.add("new")
    assert scene.rows[:2] == ["new", str(KEPT - 1)]
    assert len(scene.rows) == KEPT
    assert resets == []
    assert tester.model() is model
    text = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("new, Why., ")


def test_escape_closes_the_panel_and_so_does_a_click_beside_it(qtbot: QtBot) -> None:
    scene = Scene(qtbot, "a")
    QTest.keyClick(scene.view, Qt.Key.Key_Escape)
    assert not scene.panel.isVisible()
    other = Scene(qtbot, "a")
    QTest.mouseClick(other.panel, Qt.MouseButton.LeftButton, pos=other.window.rect().topLeft())
    assert not other.panel.isVisible()


def test_the_panel_stands_over_the_bell(qtbot: QtBot) -> None:
    scene = Scene(qtbot, "a")
    place = scene.panel.panel.geometry()
    assert scene.window.rect().contains(place)
    assert place.right() > scene.window.width() - 20
    assert place.bottom() < scene.window.height() - 28
