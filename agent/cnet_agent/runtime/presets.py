"""The presets of an agent: those it ships with, and a person's own."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cnet_agent.config.errors import BadConfiguration
from cnet_agent.config.preset_text import preset_of, write_preset
from cnet_agent.config.private_files import write_private
from cnet_agent.config.yaml_source import read_file
from cnet_agent.model.errors import Conflict, NotFound
from cnet_agent.model.preset import Preset
from cnet_agent.model.preset_render import check_defaults, render
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import TaskSpec

_Stamp = tuple[int, int]
_Found = tuple[dict[str, Preset], tuple[str, ...]]  # by id, and what is wrong with the others


class Presets:
    """Presets by id, one YAML file each.

    Args:
        builtin: folder of those that ship with the application; broken ones are an error of ours.
        own: folder of a person's own; it need not be there. A broken one is left out and reported.
    """

    def __init__(self, builtin: Path, own: Path) -> None:
        self._builtin_folder = builtin
        self._own_folder = own
        self._builtin: dict[str, Preset] = {}
        self._cache: dict[str, tuple[_Stamp, Preset | str]] = {}
        self._lock = asyncio.Lock()

    async def list(self) -> list[Preset]:
        """Return all presets, in the order in which they are shown."""
        found, _ = await self._read()
        return sorted(
            found.values(), key=lambda preset: (not preset.builtin, preset.order, preset.name)
        )

    async def problems(self) -> tuple[str, ...]:
        """Return a sentence for each of a person's presets that cannot be read."""
        _, problems = await self._read()
        return problems

    async def get(self, preset_id: str) -> Preset:
        """Return a preset.

        Raises:
            NotFound: there is none.
        """
        found, _ = await self._read()
        if preset_id not in found:
            raise NotFound(Sentence("There is no preset {preset}.", preset=repr(preset_id)))
        return found[preset_id]

    async def render(self, preset_id: str, params: Mapping[str, Any]) -> TaskSpec:
        """Return the task that a filled-in form describes.

        Raises:
            NotFound: there is no such preset.
            InvalidRequest: values are missing or wrong, each with its place.
        """
        return render(await self.get(preset_id), params)

    async def put(self, preset: Preset) -> Preset:
        """Keep a person's own preset, in place of one with its id.

        Raises:
            Conflict: a built-in one has that id.
            InvalidRequest: a default does not fit its field.
            OSError: it cannot be written.
        """
        own = preset.model_copy(update={"builtin": False})
        check_defaults(own)
        async with self._lock:
            await asyncio.to_thread(self._put, own)
        return own

    async def delete(self, preset_id: str) -> None:
        """Remove a person's own preset.

        Raises:
            Conflict: it is built in.
            NotFound: there is none.
        """
        async with self._lock:
            await asyncio.to_thread(self._delete, preset_id)

    async def _read(self) -> _Found:
        async with self._lock:
            return await asyncio.to_thread(self._read_all)

    def _builtins(self) -> dict[str, Preset]:
        if not self._builtin:
            for file in sorted(self._builtin_folder.glob("*.yaml")):
                preset = _load(file).model_copy(update={"builtin": True})
                self._builtin[preset.id] = preset
        return self._builtin

    def _read_all(self) -> _Found:
        found, problems = dict(self._builtins()), []
        cache: dict[str, tuple[_Stamp, Preset | str]] = {}
        for file in sorted(self._own_folder.glob("*.yaml")):
            stamp = _stamp(file)
            known = self._cache.get(file.name)
            read = known[1] if known is not None and known[0] == stamp else self._own(file)
            cache[file.name] = (stamp, read)
            if isinstance(read, str):
                problems.append(read)
            else:
                found[read.id] = read
        self._cache = cache
        return found, tuple(problems)

    def _own(self, file: Path) -> Preset | str:
        try:
            preset = _load(file)
        except BadConfiguration as error:
            return str(error)
        if preset.id in self._builtins():
            return f"{file}: the built-in preset {preset.id!r} has the same id"
        return preset.model_copy(update={"builtin": False})

    def _put(self, preset: Preset) -> None:
        self._refuse_builtin(preset.id)
        self._own_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(self._own_folder / f"{preset.id}.yaml", write_preset(preset).encode())

    def _delete(self, preset_id: str) -> None:
        self._refuse_builtin(preset_id)
        for file in self._own_folder.glob("*.yaml"):
            if file.stem == preset_id:
                file.unlink(missing_ok=True)
                return
        raise NotFound(Sentence("There is no preset {preset}.", preset=repr(preset_id)))

    def _refuse_builtin(self, preset_id: str) -> None:
        if preset_id in self._builtins():
            raise Conflict(
                Sentence(
                    "The preset {preset} is built in; give yours another id.",
                    preset=repr(preset_id),
                )
            )


def _load(file: Path) -> Preset:
    """Return the preset in a file that is named for its id.

    Raises:
        BadConfiguration: the file is broken, and where.
    """
    source = read_file(file)
    preset = preset_of(source, str(file))
    if preset.id != file.stem:
        raise BadConfiguration(
            f"{source.places.get(('id',), file)}: the id is {preset.id!r}, the file's name is not"
        )
    return preset


def _stamp(file: Path) -> _Stamp:
    try:
        status = file.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
