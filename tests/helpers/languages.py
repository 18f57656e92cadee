"""What chooses the application's language, for a while."""

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from cnet_ui.language import Language, Speech


@contextlib.contextmanager
def speaking(application: QApplication) -> Iterator[Speech]:
    """Give what chooses its language; afterwards it speaks English again."""
    before = QLocale()
    speech = Speech(application)
    try:
        yield speech
    finally:
        speech.use(Language.ENGLISH)
        QLocale.setDefault(before)
        speech.deleteLater()
