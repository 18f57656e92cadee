"""Saves a log as a file of this machine: a task's from its agent, or what a view shows."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from cnet_ui.ask import ask
from cnet_ui.session import AgentSession
from cnet_ui.widgets.log_view import LogView
from cnet_ui.words import size_text

translate = QCoreApplication.translate


async def save_task_log(
    session: AgentSession, task_id: str, attempt: int, name: str, view: LogView
) -> None:
    """Ask where to, and save all that is kept of an attempt's log.

    Raises:
        AgentError: the agent does not give it.
    """
    path = await _ask_where(view, file_name(name, task_id, attempt))
    if path is not None:
        await write(path, session.client.log_text(task_id, attempt), view)


async def save_shown(view: LogView, name: str) -> None:
    """Ask where to, and save the lines that a view shows."""
    path = await _ask_where(view, f"{name}.log")
    if path is not None:
        text = "\n".join(map(view.text.text_of, view.buffer.rows)) + "\n"
        await write(path, _once(text.encode("utf-8", "replace")), view)


async def write(path: Path, pieces: AsyncIterator[bytes], view: LogView) -> None:
    """Write pieces into a file beside the loop, and have the view say how it goes.

    Raises:
        AgentError: the agent does not give them.
    """
    written = 0
    try:
        file = await asyncio.to_thread(path.open, "wb")
        try:
            async for piece in pieces:
                await asyncio.to_thread(file.write, piece)
                written += len(piece)
                view.say(translate("save_log", "Saving… {size}").format(size=size_text(written)))
        finally:
            await asyncio.to_thread(file.close)
    except OSError as error:
        sentence = translate("save_log", "The log could not be saved: {reason}")
        view.say(sentence.format(reason=error.strerror or str(error)))
        return
    sentence = translate("save_log", "Saved {size} as {path}")
    view.say(sentence.format(size=size_text(written), path=path))


def file_name(name: str, task_id: str, attempt: int) -> str:
    """Return a name for the file of a log."""
    plain = re.sub(r"[^\w.-]+", "-", name).strip("-.") or "task"
    return f"{plain[:60]}-{task_id[-8:]}-{attempt}.log"


async def _ask_where(view: LogView, name: str) -> Path | None:
    dialog = QFileDialog(view.window(), translate("save_log", "Save the log"))
    dialog.setObjectName("save-log")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.selectFile(name)
    if await ask(dialog) != QDialog.DialogCode.Accepted:
        return None
    return Path(dialog.selectedFiles()[0])


async def _once(data: bytes) -> AsyncIterator[bytes]:
    yield data
