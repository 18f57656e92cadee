"""What the types of a preset's fields are called, and their icons."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.preset import FieldType

translate = QCoreApplication.translate


def type_word(kind: FieldType) -> str:
    """Return the word for a type of field."""
    return {
        "text": translate("preset_words", "Text"),
        "multiline": translate("preset_words", "Long text"),
        "integer": translate("preset_words", "Whole number"),
        "number": translate("preset_words", "Number"),
        "boolean": translate("preset_words", "Yes or no"),
        "choice": translate("preset_words", "Choice"),
        "path": translate("preset_words", "File"),
        "folder": translate("preset_words", "Folder"),
        "size": translate("preset_words", "Size"),
        "duration": translate("preset_words", "Duration"),
        "lines": translate("preset_words", "Lines"),
    }[kind]


def type_icon(kind: FieldType) -> str:
    """Return the icon of a type of field."""
    return {
        "multiline": "wrap-text",
        "integer": "gauge",
        "number": "gauge",
        "boolean": "check",
        "choice": "list-filter",
        "path": "file-code",
        "folder": "folder-open",
        "size": "hard-drive",
        "duration": "timer",
        "lines": "list",
    }.get(kind, "pencil")
