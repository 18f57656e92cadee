from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QMessageBox

from cnet_ui.language import NAMES, TRANSLATED, Language, Speech, fallbacks, spoken
from cnet_ui.theme import mono_font, ui_font
from cnet_ui.words import day
from helpers.languages import speaking

pytestmark = pytest.mark.gui


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    with speaking(qapp) as speech:
        yield speech


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], Language.SIMPLIFIED),
        (["zh"], Language.SIMPLIFIED),
        (["zh-SG"], Language.SIMPLIFIED),
        (["zh-Hans-HK"], Language.SIMPLIFIED),
        (["zh_CN.UTF-8"], Language.SIMPLIFIED),
        (["zh-Hant"], Language.TRADITIONAL),
        (["zh-Hant-TW"], Language.TRADITIONAL),
        (["zh_TW.UTF-8"], Language.TRADITIONAL),
        (["zh-HK"], Language.TRADITIONAL),
        (["zh-MO"], Language.TRADITIONAL),
        (["en-GB", "zh-TW"], Language.ENGLISH),
        (["de-DE", "zh-TW", "en"], Language.TRADITIONAL),
        (["de-DE"], Language.ENGLISH),
        (["C"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_system_says_which_language_is_spoken(wanted: list[str], language: Language) -> None:
    assert spoken(Language.SYSTEM, wanted) is language


@pytest.mark.parametrize("choice", list(NAMES))
def test_what_a_person_chose_is_spoken_whatever_the_system_says(choice: Language) -> None:
    assert spoken(choice, ["zh-TW", "en"]) is choice


def test_each_language_is_called_as_it_calls_itself() -> None:
    assert set(NAMES) == set(Language) - {Language.SYSTEM}
    assert NAMES[Language.TRADITIONAL] == "繁體中文"


@pytest.mark.parametrize(
    ("language", "running", "cancel", "of_november"),
    [
        (Language.ENGLISH, "Running", "Cancel", "21 Nov"),
        (Language.SIMPLIFIED, "运行中", "取消", "11月21日"),
        (Language.TRADITIONAL, "執行中", "取消", "11月21日"),
    ],
)
def test_the_console_qt_and_dates_speak_one_language(
    speech: Speech, language: Language, running: str, cancel: str, of_november: str
) -> None:
    speech.use(language)
    assert QCoreApplication.translate("words", "Running") == running
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text().replace("&", "") == cancel
    assert day(1_795_262_400.0) == of_november
    assert QLocale().toString(1234.5, "f", 1) == "1,234.5"


def test_only_another_language_is_a_change(speech: Speech) -> None:
    assert speech.use(Language.SIMPLIFIED)
    assert not speech.use(Language.SIMPLIFIED)
    assert speech.use(Language.TRADITIONAL)
    assert speech.use(Language.ENGLISH)


@pytest.mark.parametrize("language", TRANSLATED)
def test_characters_are_drawn_as_they_are_written_where_the_language_is(
    speech: Speech, language: Language
) -> None:
    speech.use(language)
    place = {Language.SIMPLIFIED: "SC", Language.TRADITIONAL: "TC"}[language]
    assert ui_font().families()[:2] == ["Inter", f"Noto Sans CJK {place}"]
    assert mono_font().families()[:2] == ["JetBrains Mono", f"Noto Sans CJK {place}"]


def test_in_english_chinese_looks_as_the_system_has_it() -> None:
    assert fallbacks(Language.ENGLISH, ["en-US", "zh-TW"])[0] == "Noto Sans CJK TC"
    assert fallbacks(Language.ENGLISH, ["en-US"])[0] == "Noto Sans CJK SC"
