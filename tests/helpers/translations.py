"""The translations as Qt Linguist keeps them, and what Qt's own tools find in the code."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import cnet_resources
from helpers.tree import ROOT


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the code, and what it is in the language of its file."""

    context: str
    source: str
    comment: str
    is_numerus: bool
    translations: tuple[str, ...]
    state: str  # empty for one that is finished

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """What tells it from every other one."""
        return self.context, self.source, self.comment, self.is_numerus


def messages(path: Path) -> list[Message]:
    """Return what is in a ``.ts`` file."""
    return [
        _message(context.findtext("name", ""), message)
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: ET.Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    is_numerus = message.get("numerus") == "yes"
    texts = [form.text or "" for form in translation.iter("numerusform")]
    return Message(
        context,
        message.findtext("source", ""),
        message.findtext("comment", ""),
        is_numerus,
        tuple(texts if is_numerus else [translation.text or ""]),
        translation.get("type", ""),
    )


def kept(language: str) -> Path:
    """Return the ``.ts`` file of a language."""
    return cnet_resources.translations() / f"{language}.ts"


def found_in_the_code(folder: Path) -> list[Message]:
    """Return every text that ``lupdate`` finds in the console."""
    made = folder / "found.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [str(tool), "-silent", "-locations", "none", "-extensions", "py", "app", "ui"]
    subprocess.run([*command, "-ts", str(made)], cwd=ROOT, check=True, capture_output=True)
    return messages(made)


def agent_messages() -> ModuleType:
    """Return the program that looks for what the agent says."""
    spec = spec_from_file_location("agent_messages", ROOT / "packaging" / "agent_messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
