import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cnet_agent.wire.task import MASK
from cnet_ui.widgets.pairs import PairsEditor, parse_pairs

pytestmark = pytest.mark.gui


@pytest.fixture
def pairs(qtbot: QtBot) -> PairsEditor:
    editor = PairsEditor("Variables", "NAME")
    qtbot.addWidget(editor)
    return editor


def test_there_is_always_an_empty_row_to_write_into(pairs: PairsEditor) -> None:
    pairs._rows[0].first.setText("LEVEL")
    pairs._rows[0]._value.setText("1")
    assert pairs.value == {"LEVEL": "1"}
    assert len(pairs._rows) == 2
    assert not pairs._rows[1].name


def test_values_that_look_secret_are_covered_until_one_wants_to_see_them(
    pairs: PairsEditor,
) -> None:
    pairs.set_value({"API_KEY": "abc", "LEVEL": "1"})
    secret, plain = pairs._rows[0], pairs._rows[1]
    assert secret._value.echoMode() is QLineEdit.EchoMode.Password
    assert plain._value.echoMode() is QLineEdit.EchoMode.Normal
    secret._reveal.click()
    assert secret._value.echoMode() is QLineEdit.EchoMode.Normal


def test_a_row_can_be_removed(pairs: PairsEditor) -> None:
    pairs.set_value({"A": "1", "B": "2"})
    pairs._rows[0]._remove.click()
    assert pairs.value == {"B": "2"}


def test_lines_that_are_pasted_into_a_name_become_rows(pairs: PairsEditor) -> None:
    QGuiApplication.clipboard().setText("export A=1\nB='two words'\n# no\n")
    pairs._rows[0].first.paste()
    assert pairs.value == {"A": "1", "B": "two words"}
    assert not pairs._rows[-1].name


def test_a_masked_value_is_asked_for_again(pairs: PairsEditor) -> None:
    pairs.set_value({"API_KEY": MASK})
    assert pairs.missing == ["API_KEY"]
    assert pairs.value == {"API_KEY": ""}
    pairs._rows[0]._value.textEdited.emit("x")
    assert pairs.missing == []


def test_names_that_stand_there_twice_and_values_without_one_are_known(
    pairs: PairsEditor,
) -> None:
    pairs.set_value({"A": "1", "B": "2"})
    pairs._rows[1].first.setText("A")
    assert pairs.doubles == ["A"]
    pairs._rows[-1]._value.setText("lost")
    assert pairs.is_unfinished


def test_what_is_no_assignment_is_no_pair() -> None:
    assert list(parse_pairs(["A=1=2", "nothing", "=x", "#A=1"])) == [("A", "1=2")]
