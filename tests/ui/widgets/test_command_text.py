import pytest
from pytestqt.qtbot import QtBot

from cnet_ui.theme import tokens
from cnet_ui.widgets.command_text import FEW_LINES, MOST, CommandText
from helpers.console import theme

pytestmark = pytest.mark.gui


@pytest.fixture
def shown(qtbot: QtBot) -> CommandText:
    theme()
    made = CommandText(["python", "train.py", "--epochs", "50", "<b>&"], "Command")
    qtbot.addWidget(made)
    return made


def test_program_options_and_numbers_have_colours(shown: CommandText) -> None:
    colours = tokens()
    assert f'color:{colours.memory}">python<' in shown.text()
    assert f'color:{colours.accent}">--epochs<' in shown.text()
    assert f'color:{colours.disk}">50<' in shown.text()


def test_an_argument_is_never_taken_for_html(shown: CommandText) -> None:
    assert "<b>" not in shown.text()
    assert "&lt;b&gt;&amp;" in shown.text()
    assert shown.accessibleDescription() == "python train.py --epochs 50 '<b>&'"


def test_a_script_in_an_argument_is_cut_until_one_wants_all_of_it(qtbot: QtBot) -> None:
    script = "\n".join(f"line {number}" for number in range(30))
    made = CommandText(["sh", "-c", script, "last"], "Command")
    qtbot.addWidget(made)
    assert made.is_cut
    assert f"line {FEW_LINES - 1}" in made.text()
    assert f"line {FEW_LINES}" not in made.text()
    made.show_all()
    assert not made.is_cut
    assert "last" in made.text()


def test_a_command_of_any_length_costs_little(qtbot: QtBot) -> None:
    made = CommandText(["sh", "-c", "x" * 100_000], "Command")
    qtbot.addWidget(made)
    assert len(made.text()) < MOST + 1000
    assert made.text().count("…") == 1
