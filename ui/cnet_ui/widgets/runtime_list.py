"""What kinds of task a node runs, and why it does not run the others."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cnet_agent.wire.node import ExecutorView
from cnet_ui.widgets.card import clear, plain
from cnet_ui.widgets.labels import Elided, IconLabel, label
from cnet_ui.words import KIND_ICONS

KINDS = ("process", "container", "vm", "ml")


class RuntimeList(QWidget):
    """A row per kind: name, detail, and a mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: dict[str, ExecutorView] | None = None

    def show_executors(self, executors: Mapping[str, ExecutorView]) -> None:
        """Show what the node says of itself."""
        if dict(executors) == self._shown:
            return
        self._shown = dict(executors)
        clear(self._column)
        for kind in KINDS:
            if kind in executors:
                self._column.addWidget(self._row(kind, executors[kind]))

    def _row(self, kind: str, view: ExecutorView) -> QWidget:
        row = plain()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(11)
        row.setFixedHeight(24)
        line.addWidget(IconLabel(KIND_ICONS[kind], "text_secondary"))
        line.addWidget(label(self._word(kind), "strong"))
        detail = Elided(view.detail, "small", "muted")
        detail.setAlignment(detail.alignment().AlignRight | detail.alignment().AlignVCenter)
        line.addWidget(detail, 1)
        name, token = ("circle-check", "good") if view.available else ("info", "text_muted")
        mark = IconLabel(name, token)
        mark.setAccessibleName(self.tr("available") if view.available else self.tr("unavailable"))
        line.addWidget(mark)
        return row

    def _word(self, kind: str) -> str:
        match kind:
            case "process":
                return self.tr("Processes")
            case "container":
                return self.tr("Containers")
            case "vm":
                return self.tr("Virtual machines")
            case _:
                return self.tr("Model engines")
