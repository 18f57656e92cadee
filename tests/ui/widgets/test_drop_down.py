from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from cnet_ui.widgets.drop_down import DropDown


def test_the_wheel_changes_nothing_that_has_no_focus(qtbot: QtBot) -> None:
    box = DropDown()
    qtbot.addWidget(box)
    box.addItems(["a", "b", "c"])
    box.show()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    box.clearFocus()
    QApplication.sendEvent(box, turn)
    assert box.currentText() == "a"


def test_the_list_that_drops_down_has_the_name_of_its_box(qtbot: QtBot) -> None:
    box = DropDown()
    qtbot.addWidget(box)
    box.setAccessibleName("Shell")
    assert box.view().accessibleName() == "Shell"


def test_a_text_that_has_no_room_is_shortened_and_not_cut(qtbot: QtBot) -> None:
    box = DropDown()
    qtbot.addWidget(box)
    box.addItem("Validation accuracy")
    option = QStyleOptionComboBox()
    box.resize(400, 30)
    box.initStyleOption(option)
    assert option.currentText == "Validation accuracy"
    box.resize(90, 30)
    box.initStyleOption(option)
    assert option.currentText.endswith("…")
    assert box.currentText() == "Validation accuracy"
