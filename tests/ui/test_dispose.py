import weakref

import pytest
from PySide6.QtCore import QObject

from cnet_ui.dispose import dispose_with_charts
from helpers.waiting import until

pytestmark = pytest.mark.gui


class Chart(QObject):
    """Refers to itself, as charts do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.itself = self


async def test_what_charts_leave_behind_is_collected_soon(qapp: object) -> None:
    page = QObject()
    kept = weakref.ref(Chart(page))
    dispose_with_charts(page)
    await until(lambda: kept() is None)
