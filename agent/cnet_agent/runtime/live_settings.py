"""The settings in force, and changing them while the agent runs."""

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import JsonValue, ValidationError

from cnet_agent.config.fields import FIELDS, merge, nested, value_of
from cnet_agent.config.load import LoadedSettings, Origin
from cnet_agent.config.private_files import write_private
from cnet_agent.config.schema import Settings
from cnet_agent.config.validate import changed, problems, unknown
from cnet_agent.model.errors import Conflict, FieldError, InvalidRequest, StorageFull
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.system_words import system_words
from cnet_agent.wire.node import ConfigView, Setting

_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_FIXED = {
    "agent.data_dir": Sentence(
        "cannot be changed here: the settings themselves lie there; use --data-dir"
    )
}
_SET_BY = {
    "environment": Sentence("an environment variable"),
    "flag": Sentence("the command line"),
}


class LiveSettings:
    """Answers and changes settings.

    A change is kept in ``file`` over those of the configuration file. Callbacks hear of it at once;
    a setting that is not live takes effect when the agent starts again.
    """

    def __init__(self, loaded: LoadedSettings, file: Path) -> None:
        self._started = loaded.settings
        self._unchanged = loaded.unchanged
        self._unchanged_sources = loaded.unchanged_sources
        self._settings = loaded.settings
        self._sources: dict[str, Origin] = dict(loaded.sources)
        self._configuration = loaded.file
        self._file = file
        self._callbacks: list[Callable[[Settings], None]] = []
        self._changing = asyncio.Lock()

    @property
    def current(self) -> Settings:
        """The settings with every change so far."""
        return self._settings

    def on_change(self, callback: Callable[[Settings], None]) -> None:
        """Call back with the new settings after each change."""
        self._callbacks.append(callback)

    def view(self) -> ConfigView:
        """Return every setting, where it came from, and whether a change takes effect at once."""
        answers = self._settings.model_dump(mode="json")
        started = self._started.model_dump(mode="json")
        unchanged = self._unchanged.model_dump(mode="json")
        return ConfigView(
            file=None if self._configuration is None else str(self._configuration),
            settings=[
                Setting(
                    key=key,
                    value=_at(answers, key),
                    source=self._sources[key],
                    live=field.live,
                    pending=not field.live and _at(answers, key) != _at(started, key),
                    unchanged=_at(unchanged, key),
                    description=field.description,
                )
                for key, field in FIELDS.items()
            ],
        )

    async def change(self, changes: Mapping[str, JsonValue]) -> ConfigView:
        """Change settings by their dotted key: all of them, or none.

        None takes an earlier change back: the configuration file counts again, or the default.

        Raises:
            InvalidRequest: a key is not known or a value does not fit, each with its place.
            Conflict: a setting comes from the environment or the command line, which would win
                again at the next start.
        """
        async with self._changing:
            settings = self._changed(changes)
            sources = dict(self._sources)
            for key, value in changes.items():
                sources[key] = "api" if value is not None else self._unchanged_sources[key]
            kept = [key for key in FIELDS if sources[key] == "api"]
            text = _yaml({key: value_of(settings, key) for key in kept})
            try:
                await asyncio.to_thread(write_private, self._file, text.encode())
            except OSError as error:
                raise StorageFull(
                    Sentence(
                        "The settings cannot be kept: {why}. Free some space.",
                        why=system_words(error),
                    )
                ) from error
            self._settings, self._sources = settings, sources
        for callback in self._callbacks:
            callback(settings)
        return self.view()

    def _changed(self, changes: Mapping[str, JsonValue]) -> Settings:
        wanted: dict[str, Any] = {}
        for key, value in changes.items():
            if key not in FIELDS:
                raise _refusal((key, unknown(key)))
            if key in _FIXED:
                raise _refusal((key, _FIXED[key]))
            if self._sources[key] in ("environment", "flag"):
                raise Conflict(
                    Sentence(
                        "{key} was set by {where}, which would win again at the next start; change "
                        "it there.",
                        key=key,
                        where=_SET_BY[self._sources[key]],
                    )
                )
            wanted[key] = value_of(self._unchanged, key) if value is None else value
        try:
            return changed(self._settings.model_dump(), wanted)
        except ValidationError as error:
            found = [(".".join(map(str, path)), what) for path, _, what in problems(error)]
            raise _refusal(*found) from error


def _refusal(*found: tuple[str, str]) -> InvalidRequest:
    """Return the refusal of settings: each with its key and what is wrong with it."""
    first_key, first = found[0]
    sentence = (
        first
        if first_key in first
        else Sentence("{setting} {problem}", setting=first_key, problem=first)
    )
    return InvalidRequest(
        sentence, errors=tuple(FieldError(("settings", key), what) for key, what in found)
    )


def _yaml(values: Mapping[str, Any]) -> str:
    """Return settings as YAML, a line per section: what is in it is JSON, which YAML includes."""
    sections: dict[str, Any] = {}
    for key, value in values.items():
        sections = merge(sections, nested(key, value))
    text = "".join(
        f"{name}: {json.dumps(section, ensure_ascii=False)}\n" for name, section in sections.items()
    )
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _at(answers: Mapping[str, Any], key: str) -> Any:
    value: Any = answers
    for part in key.split("."):
        value = value[part]
    return value
