"""The axes of charts: shares or rates to the left, local times below."""

import math
import time
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from cnet_ui.plots.scale import time_step
from cnet_ui.words import day, size_text

AXIS_WIDTH = 62  # pixels, the same for all, so that charts below each other line up
TIME_HEIGHT = 22
_DAY = 86_400


class ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Percentages in quarters, or rates with a unit, at five round places."""

    def __init__(self, is_share: bool) -> None:
        super().__init__("left")
        self.enableAutoSIPrefix(False)  # it would lay its label out with every sample
        self._is_share = is_share
        self.top = 100.0
        self.setWidth(AXIS_WIDTH)

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, _minimum: float, _maximum: float, size: float
    ) -> list[tuple[float, list[float]]]:
        """Return where marks are: at fifths, or at thirds where there is little room."""
        top = self.top
        parts = 4 if size > 130 else 2
        step = top / parts
        step = float(f"{step:.3g}")
        return [(step, [step * number for number in range(parts + 1)])]

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], _scale: float, _spacing: float
    ) -> list[str]:
        """Return what the marks say."""
        if self._is_share:
            return [f"{value:.0f}%" if value >= 99.9 else f"{value:.0f}" for value in values]
        return [f"{size_text(value)}/s" if value else "0" for value in values]


class TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Local times at round places; one without labels takes no room."""

    def __init__(self, *, has_labels: bool = True) -> None:
        super().__init__("bottom")
        self.enableAutoSIPrefix(False)
        self.window = 300.0
        self.has_labels = has_labels
        self.setHeight(TIME_HEIGHT if has_labels else 0)

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, minimum: float, maximum: float, _size: float
    ) -> list[tuple[float, list[float]]]:
        """Return where marks are."""
        if not self.has_labels:
            return []
        step = time_step(self.window)
        offset = time.localtime(maximum).tm_gmtoff
        first = math.ceil((minimum + offset) / step) * step - offset
        margin = (maximum - minimum) * 0.03  # a label at the very edge would be cut
        places = np.arange(first, maximum - margin, step)
        return [(step, [place for place in places.tolist() if place > minimum + margin])]

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: Sequence[float], _scale: float, spacing: float
    ) -> list[str]:
        """Return what the marks say."""
        if spacing >= _DAY:
            return [day(value) for value in values]
        form = "%H:%M:%S" if spacing < 60 else "%H:%M"
        return [time.strftime(form, time.localtime(value)) for value in values]
