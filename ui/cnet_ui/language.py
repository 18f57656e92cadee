"""The language of the console: which one, its translations, Qt's own, and its fonts."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

import cnet_resources
from cnet_ui.theme import use_fonts


class Language(StrEnum):
    """What a person chose; each but ``SYSTEM`` is also the name of its translations."""

    SYSTEM = "system"
    ENGLISH = "en"
    SIMPLIFIED = "zh_CN"
    TRADITIONAL = "zh_TW"


NAMES = {
    Language.ENGLISH: "English",
    Language.SIMPLIFIED: "简体中文",
    Language.TRADITIONAL: "繁體中文",
}
"""What each language calls itself; never translated."""

TRANSLATED = (Language.SIMPLIFIED, Language.TRADITIONAL)
_TRADITIONAL = {"hant", "tw", "hk", "mo"}  # scripts and regions that write so
# The first that is installed is taken: Noto, then what macOS and Windows bring.
_SIMPLIFIED_FONTS = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI")
_TRADITIONAL_FONTS = ("Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei UI")


def spoken(choice: Language, wanted: Sequence[str]) -> Language:
    """Return the language to speak: what was chosen, else the first of ``wanted`` that there is.

    Args:
        choice: what a person chose.
        wanted: the languages of the system, the best first, such as ``zh-Hant-TW``.
    """
    if choice is not Language.SYSTEM:
        return choice
    for tag in wanted:
        language, *parts = tag.replace("_", "-").partition(".")[0].casefold().split("-")
        if language == "en":
            return Language.ENGLISH
        if language == "zh":
            is_traditional = "hans" not in parts and not _TRADITIONAL.isdisjoint(parts)
            return Language.TRADITIONAL if is_traditional else Language.SIMPLIFIED
    return Language.ENGLISH


def translation(language: Language) -> Path:
    """Return the compiled translation of a language."""
    return cnet_resources.translations() / f"{language}.qm"


class Speech(QObject):
    """Lets the application speak; ``current`` is the language that it speaks."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system = QLocale.system().uiLanguages()
        self._loaded: list[QTranslator] = []
        self.current = Language.ENGLISH

    def use(self, choice: Language) -> bool:
        """Take a choice over; return whether another language is spoken now.

        Only what is made from now on is in that language.
        """
        before, self.current = self.current, spoken(choice, self._system)
        for translator in self._loaded:
            self._application.removeTranslator(translator)
        self._loaded = [_load(path) for path in _files(self.current)]
        for translator in self._loaded:  # the last one is asked first
            self._application.installTranslator(translator)
        QLocale.setDefault(QLocale("en_US" if self.current is Language.ENGLISH else self.current))
        use_fonts(self._application, fallbacks(self.current, self._system))
        return self.current is not before


def fallbacks(language: Language, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the fonts for Chinese: a character is drawn differently here and there.

    Where the console speaks English, names and logs in Chinese look as the system has it.
    """
    if language is Language.ENGLISH:
        chinese = [tag for tag in wanted if tag.casefold().startswith("zh")]
        language = spoken(Language.SYSTEM, chinese)
    return _TRADITIONAL_FONTS if language is Language.TRADITIONAL else _SIMPLIFIED_FONTS


def _files(language: Language) -> list[Path]:
    if language not in TRANSLATED:
        return []
    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return [of_qt / f"qtbase_{language}.qm", translation(language)]


def _load(path: Path) -> QTranslator:
    """Return a translator; one whose file is missing knows no translation."""
    translator = QTranslator()
    translator.load(str(path))
    return translator
