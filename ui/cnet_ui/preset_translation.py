"""The words of the presets that ship with the application, in the language of the console."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.preset import Preset, PresetField


def in_our_language(preset: Preset) -> Preset:
    """Return a preset with its words translated; one that a person made is left as it is."""
    if not preset.builtin:
        return preset
    words = {
        name: _translated(getattr(preset, name))
        for name in ("name", "summary", "description", "category")
    }
    fields = tuple(_field(field) for field in preset.fields)
    return preset.model_copy(update={**words, "fields": fields})


def choice_word(choice: str) -> str:
    """Return a choice as a word on a button: shells keep their small letters, verbs do not."""
    word = _translated(choice)
    return word[:1].upper() + word[1:] if len(word) > 4 and word == choice else word


def _field(field: PresetField) -> PresetField:
    words = {name: _translated(getattr(field, name)) for name in ("label", "help", "placeholder")}
    return field.model_copy(update=words)


def _translated(text: str) -> str:
    return QCoreApplication.translate("presets", text) if text else ""
