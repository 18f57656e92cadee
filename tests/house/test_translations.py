"""The translations are complete, and they are those of the code."""

import ast
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import cnet_resources
from cnet_agent.model.preset import Preset
from cnet_agent.runtime.presets import Presets
from helpers import tree
from helpers.translations import Message, agent_messages, found_in_the_code, kept, messages

LANGUAGES = ["zh_CN", "zh_TW"]
PARTS = ["", "presets_", "agent_"]
FILES = [f"{part}{language}" for part in PARTS for language in LANGUAGES]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Message]:
    return found_in_the_code(tmp_path_factory.mktemp("translations"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_code_has_its_place(found: list[Message], language: str) -> None:
    in_code, in_file = {each.key for each in found}, {each.key for each in messages(kept(language))}
    assert len(in_code) > 150
    assert in_code - in_file == set(), "run make translations, and translate"
    assert in_file - in_code == set(), "run make translations"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_word_of_the_presets_has_its_place(language: str, tmp_path: Path) -> None:
    words = {
        word
        for preset in await Presets(cnet_resources.presets(), tmp_path).list()
        for word in _words(preset)
    }
    assert {each.source for each in messages(kept(f"presets_{language}"))} == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_agent_has_its_place(language: str) -> None:
    """Those that its sources write out, as ``packaging/agent_messages.py`` finds them."""
    said = set(agent_messages().templates())
    assert len(said) > 300
    assert {each.source for each in messages(kept(f"agent_{language}"))} == said


@pytest.mark.parametrize("file", FILES)
def test_nothing_is_left_to_translate(file: str) -> None:
    open_ones = [
        each.key
        for each in messages(kept(file))
        if each.state or not all(text.strip() for text in each.translations)
    ]
    assert open_ones == []


@pytest.mark.parametrize("file", FILES)
def test_what_is_filled_in_is_filled_in_in_every_language(file: str) -> None:
    wrong = [
        (each.source, text)
        for each in messages(kept(file))
        for text in each.translations
        if _placeholders(text) != _placeholders(each.source)
    ]
    assert wrong == []


@pytest.mark.parametrize("file", FILES)
def test_a_text_begins_and_ends_as_what_it_translates(file: str) -> None:
    """A sentence stays one, what opens a dialog says so, and joined texts keep their distance."""
    wrong = [
        (each.source, text)
        for each in messages(kept(file))
        for text in each.translations
        if _edges(text) != _edges(each.source)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_compiled_is_what_was_translated(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(cnet_resources.translations() / f"{language}.qm"))
    stale = [
        each.key
        for name in (f"{part}{language}" for part in PARTS)
        for each in messages(kept(name))
        if translator.translate(
            each.context, each.source, each.comment or "", 1 if each.is_numerus else -1
        )
        != each.translations[0]
    ]
    assert stale == [], "run make translations"


def test_one_word_means_one_thing_in_traditional_chinese() -> None:
    """What is written in Taiwan, and not only in other characters."""
    of_the_mainland = ("默認", "內存", "網絡", "信息", "進程", "日志", "文件夾", "端口", "屏幕")
    wrong = [
        (each.source, text)
        for file in (f"{part}zh_TW" for part in PARTS)
        for each in messages(kept(file))
        for text in each.translations
        if any(word in text for word in of_the_mainland)
    ]
    assert wrong == []


def test_the_two_are_written_in_their_own_characters() -> None:
    simplified = "务进运动设启选择计划关闭输写显现时间单个这里没"
    traditional = "務進運動設啟選擇計劃關閉輸寫顯現時間單個這裡沒"
    common = set(simplified) & set(traditional)
    for file in FILES:
        foreign = set(traditional if file.endswith("zh_CN") else simplified) - common
        texts = [text for each in messages(kept(file)) for text in each.translations]
        assert [text for text in texts if set(text) & foreign] == [], file


def test_texts_are_asked_for_where_translators_find_them() -> None:
    """``lupdate`` takes the class around ``self.tr`` for the context, and any other name for it."""
    astray = [
        f"{tree.name(path)}:{node.lineno}"
        for path in tree.sources("ui", "app")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[-1] == "tr"
        and ast.unparse(node.func) != "self.tr"
    ]
    assert astray == []


def _words(preset: Preset) -> Iterator[str]:
    texts = [preset.name, preset.summary, preset.description, preset.category]
    for field in preset.fields:
        texts += [field.label, field.help, field.placeholder, *field.choices]
    yield from filter(None, texts)


def _placeholders(text: str) -> Counter[str]:
    names = [
        f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(text) if name is not None
    ]
    return Counter(names + ["%n"] * text.count("%n"))


def _edges(text: str) -> tuple[bool, bool, bool, bool]:
    return (
        text.startswith(" "),
        text.endswith(" "),
        text.endswith("…"),
        text.rstrip().endswith((".", "?", "!", "。", "？", "！", ":", "：")),
    )
