"""Brings the translations of the agent's own sentences up to date with its code.

    python packaging/agent_messages.py resources/cnet_resources/translations

The messages are the templates that the agent's sources write out; a new one is left unfinished, one
that is said no more goes. The agent knows nothing of Qt, whose tools look for calls of Qt's own.
"""

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
AGENT = ROOT / "agent" / "cnet_agent"
CONTEXT = "agent"
LANGUAGES = ("zh_CN", "zh_TW")
_MARKS = {"Sentence", "template"}


def templates() -> list[str]:
    """Return every template that the agent's sources write out, in order."""
    found = {text for path in AGENT.rglob("*.py") for text in _in(path)}
    return sorted(found, key=lambda text: (text.casefold(), text))


def _in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str() as text), *_]):
                if name in _MARKS:
                    yield text


def translations(file: Path) -> dict[str, str]:
    """Return what a file of translations has: by template, empty where it is unfinished."""
    if not file.exists():
        return {}
    messages = ET.parse(file).iter("message")  # noqa: S314 - a file of the project
    return {
        message.findtext("source", ""): message.findtext("translation", "") for message in messages
    }


def write(file: Path, language: str) -> int:
    """Bring a file up to date; return how many messages have no translation."""
    known = translations(file)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    missing = 0
    for text in templates():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translated = known.get(text, "")
        mark = {} if translated else {"type": "unfinished"}
        ET.SubElement(message, "translation", mark).text = translated
        missing += not translated
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")
    return missing


if __name__ == "__main__":
    for language in LANGUAGES:
        left = write(Path(sys.argv[1]) / f"agent_{language}.ts", language)
        sys.stdout.write(f"The agent's sentences in {language}: {left} without a translation\n")
