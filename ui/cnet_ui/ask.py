"""Awaits a dialog. Its own ``exec`` would run a second loop inside ours and end every coroutine."""

import asyncio

from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from cnet_ui.dispose import dispose


async def ask(dialog: QDialog) -> int:
    """Open ``dialog``, return its result when it is closed, and dispose of it."""
    answered: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finish(result: int) -> None:
        if not answered.done():
            answered.set_result(result)

    dialog.finished.connect(finish)
    dialog.open()
    try:
        return await answered
    finally:
        if isValid(dialog):  # it may have ended with its window
            dialog.finished.disconnect(finish)
            dialog.close()
            dispose(dialog)
