"""Asks where to save something, and writes it beside everything else."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from cnet_ui.ask import ask
from cnet_ui.dialogs.question import CANCEL, Answer, choose

translate = QCoreApplication.translate


async def save_file(
    window: QWidget, heading: str, name: str, kind: str, write: Callable[[Path], None]
) -> Path | None:
    """Ask for a place, and write in a thread; return where, None if a person did not want to.

    Args:
        window: what the question belongs to.
        heading: of the dialog.
        name: suggested, with its suffix.
        kind: what files of the suffix are called.
        write: writes the file; blocks.

    Raises:
        OSError: it could not be written.
    """
    suffix = Path(name).suffix
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(window, heading, folder, f"{kind} (*{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    # Qt's own question would run a second loop inside ours.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(name)
    chosen: list[str] = []
    dialog.fileSelected.connect(chosen.append)
    if await ask(dialog) != QDialog.DialogCode.Accepted or not chosen:
        return None
    path = Path(chosen[0])
    if await asyncio.to_thread(path.exists) and not await _may_replace(window, path):
        return None
    await asyncio.to_thread(write, path)
    return path


async def _may_replace(window: QWidget, path: Path) -> bool:
    answer = await choose(
        window,
        translate("save_file", "Replace {name}?").format(name=path.name),
        translate("save_file", "There is a file of this name in {folder}.").format(
            folder=path.parent
        ),
        [
            Answer(CANCEL, translate("save_file", "Cancel")),
            Answer("replace", translate("save_file", "Replace"), "danger"),
        ],
    )
    return answer == "replace"
