from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cnet_ui.language import Language
from cnet_ui.preset_translation import choice_word, in_our_language
from helpers.console import builtin_presets
from helpers.languages import speaking

pytestmark = pytest.mark.gui


@pytest.fixture
def in_chinese(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp) as speech:
        speech.use(Language.SIMPLIFIED)
        yield


async def test_the_form_of_a_preset_speaks_the_language(in_chinese: None, tmp_path: Path) -> None:
    preset = (await builtin_presets(tmp_path))[0]
    shown = in_our_language(preset)
    assert (shown.name, shown.category) == ("ML: Linear Regression", "机器学习")
    labels = {field.id: field.label for field in shown.fields}
    assert labels["model_file"] == "模型文件"
    assert shown.fields[1].choices == ("train", "predict", "evaluate"), "what is sent stays"
    assert shown.task == preset.task


async def test_a_preset_of_ones_own_says_what_one_wrote(in_chinese: None, tmp_path: Path) -> None:
    own = (await builtin_presets(tmp_path))[0].model_copy(update={"builtin": False})
    assert in_our_language(own) is own


async def test_in_english_a_preset_is_as_it_was_written(qapp: object, tmp_path: Path) -> None:
    for preset in await builtin_presets(tmp_path):
        assert in_our_language(preset) == preset


def test_choices_are_words_on_buttons(qapp: object) -> None:
    assert [choice_word(each) for each in ("train", "sh", "bash")] == ["Train", "sh", "bash"]
    assert choice_word("0 · NVIDIA H100") == "0 · NVIDIA H100"
    assert choice_word("fit of the NIGHT") == "Fit of the NIGHT"


def test_choices_are_translated(in_chinese: None) -> None:
    assert [choice_word(each) for each in ("train", "sh")] == ["训练", "sh"]
