"""What one does with presets: make, edit, duplicate, bring in, give away, delete."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from cnet_agent.config.errors import BadConfiguration
from cnet_agent.config.preset_text import parse_preset, write_preset
from cnet_agent.model.errors import Conflict, InvalidRequest
from cnet_agent.model.preset import Preset
from cnet_ui.background import spawn
from cnet_ui.dialogs.preset_editor import PresetEditor
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.dialogs.save_preset import SavePresetDialog
from cnet_ui.dispose import dispose
from cnet_ui.icons import icon
from cnet_ui.models.preset_draft import preset_id, with_defaults
from cnet_ui.session import AgentSession
from cnet_ui.widgets.sheet import Sheet

MAX_FILE = 1024 * 1024  # bytes


class PresetActions(QObject):
    """Opens what is needed over ``window``; ``saved`` carries the id of a preset that was kept.

    Args:
        window: what dialogs lie over.
        session: the agent that keeps the presets.
        parent: whose actions they are; they end with it.
    """

    saved = Signal(str)

    def __init__(self, window: QWidget, session: AgentSession, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._session = session

    def menu(self, preset: Preset) -> QMenu:
        """Return what can be done with a preset; what cannot says why."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        built_in = self.tr("It is built in; duplicate it to have one of your own.")
        for word, icon_name, act, is_for_own in (
            (self.tr("Edit…"), "pencil", self.edit, True),
            (self.tr("Duplicate…"), "copy", self.duplicate, False),
            (self.tr("Export…"), "download", self.give_away, False),
            (self.tr("Delete…"), "trash-2", self.delete, True),
        ):
            action = menu.addAction(icon(icon_name), word)
            action.triggered.connect(lambda _=False, act=act: act(preset))
            if is_for_own and preset.builtin:
                action.setEnabled(False)
                action.setToolTip(built_in)
        return menu

    def make_new(self) -> None:
        """Begin a preset with nothing in it."""
        name = self.tr("New preset")
        empty = Preset(id=self._free_id(name), name=name, task={"command": "echo", "args": []})
        self._open(PresetEditor(self._window, self._session, empty, is_new=True))

    def edit(self, preset: Preset) -> None:
        """Edit a person's own preset."""
        self._open(PresetEditor(self._window, self._session, preset, is_new=False))

    def duplicate(self, preset: Preset) -> None:
        """Edit another one like it."""
        name = self.tr("{name} (copy)").format(name=preset.name)
        self._open_copy(preset, name)

    def save_variant(self, preset: Preset, values: Mapping[str, Any]) -> None:
        """Keep a preset with other values as a person's own."""
        self._open(SavePresetDialog(self._window, self._session, with_defaults(preset, values)))

    def save_task(self, body: Mapping[str, Any]) -> None:
        """Keep a task as a preset."""
        self._open(SavePresetDialog(self._window, self._session, {"task": dict(body)}))

    def delete(self, preset: Preset) -> None:
        """Remove a person's own preset, after a question."""
        spawn(self._delete(preset), self)

    def give_away(self, preset: Preset) -> None:
        """Write a preset into a file."""
        dialog = QFileDialog(self._window, self.tr("Export {name}").format(name=preset.name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Presets (*.yaml)"))
        dialog.setDefaultSuffix("yaml")
        dialog.selectFile(f"{preset.id}.yaml")
        dialog.fileSelected.connect(lambda path: spawn(self.write(preset, Path(path)), self))
        dialog.open()

    def bring_in(self) -> None:
        """Read a preset from a file, and edit it."""
        dialog = QFileDialog(self._window, self.tr("Import a preset"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Presets (*.yaml *.yml)"))
        dialog.fileSelected.connect(lambda path: spawn(self.read(Path(path)), self))
        dialog.open()

    async def write(self, preset: Preset, path: Path) -> None:
        """Write a preset as YAML.

        Raises:
            Conflict: the file cannot be written.
        """
        text = write_preset(preset.model_copy(update={"builtin": False}))
        try:
            await asyncio.to_thread(path.write_text, text, encoding="utf-8")
        except OSError as error:
            sentence = self.tr("{file} cannot be written: {reason}.")
            raise Conflict(sentence.format(file=path, reason=error.strerror)) from error

    async def read(self, path: Path) -> None:
        """Open what a file holds, to be looked at and kept.

        Raises:
            InvalidRequest: it is no preset, and where it fails.
        """
        try:
            text = await asyncio.to_thread(_text_of, path)
            preset = parse_preset(text, path.name)
        except BadConfiguration as error:
            raise InvalidRequest(self.tr("Not a preset: {place}").format(place=error)) from error
        except (OSError, UnicodeDecodeError) as error:
            sentence = self.tr("{file} cannot be read: {reason}.")
            raise InvalidRequest(sentence.format(file=path, reason=error)) from error
        self._open_copy(preset, preset.name)

    async def _delete(self, preset: Preset) -> None:
        answer = await choose(
            self._window,
            self.tr("Delete the preset {name}?").format(name=preset.name),
            self.tr("Tasks that were made with it stay. Export it first to keep a copy."),
            [
                Answer(CANCEL, self.tr("Keep it")),
                Answer("delete", self.tr("Delete"), "danger"),
            ],
            consequence=self.tr("This cannot be undone."),
        )
        if answer == "delete":
            await self._session.client.delete_preset(preset.id)
            await self._session.load_presets()

    def _open_copy(self, preset: Preset, name: str) -> None:
        copy = preset.model_copy(
            update={"id": self._free_id(preset.id), "name": name, "builtin": False}
        )
        self._open(PresetEditor(self._window, self._session, copy, is_new=True))

    def _free_id(self, name: str) -> str:
        return preset_id(name, [each.id for each in self._session.presets])

    def _open(self, dialog: Sheet) -> None:
        if isinstance(dialog, PresetEditor | SavePresetDialog):
            dialog.saved.connect(self.saved)
        dialog.finished.connect(lambda _: dispose(dialog))
        dialog.open()


def _text_of(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(MAX_FILE).decode("utf-8-sig")
