"""What kinds of task a node runs, why it does not run the others, and how to mend that."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cnet_agent.wire.node import ExecutorView
from cnet_ui.agent_words import worded
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import clear, plain
from cnet_ui.widgets.labels import Elided, IconLabel, label
from cnet_ui.words import KIND_ICONS

KINDS = ("process", "container", "vm", "ml")
_ROW = 24
_INSET = 4  # pixels around a mark, which is smaller than a button
_FITS = 34  # characters of a detail that need no row of their own


class RuntimeList(QWidget):
    """A row per kind: name, detail and mark; below one that is missing, why and what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: dict[str, ExecutorView] | None = None
        self._open = ""  # the kind whose reason is shown
        self._buttons: dict[str, IconButton] = {}

    def show_executors(self, executors: Mapping[str, ExecutorView]) -> None:
        """Show what the node says of itself."""
        if dict(executors) == self._shown:
            return
        self._shown = dict(executors)
        self._build()

    def _build(self) -> None:
        clear(self._column)
        self._buttons.clear()
        for kind, view in self._known():
            self._column.addWidget(self._row(kind, view))
            if kind == self._open and has_more(view):
                self._column.addWidget(self._reason(view))

    def _known(self) -> list[tuple[str, ExecutorView]]:
        shown = self._shown or {}
        return [(kind, shown[kind]) for kind in KINDS if kind in shown]

    def _row(self, kind: str, view: ExecutorView) -> QWidget:
        row = plain()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(11)
        row.setFixedHeight(_ROW)
        line.addWidget(IconLabel(KIND_ICONS[kind], "text_secondary"))
        line.addWidget(label(self._word(kind), "strong"))
        detail = Elided(worded(view.detail), "small", "muted")
        detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(detail, 1)
        if has_more(view):
            line.addWidget(self._why(kind))
        else:
            mark = QHBoxLayout()
            mark.setContentsMargins(_INSET, 0, _INSET, 0)
            mark.addWidget(self._mark(view))
            line.addLayout(mark)
        return row

    def _mark(self, view: ExecutorView) -> QWidget:
        name, token = ("circle-check", "good") if view.available else ("info", "text_muted")
        mark = IconLabel(name, token)
        mark.setAccessibleName(self.tr("available") if view.available else self.tr("unavailable"))
        return mark

    def _why(self, kind: str) -> QWidget:
        word = self._word(kind)
        opened = kind == self._open
        text = self.tr("Hide why") if opened else self.tr("Why {kind} cannot run here")
        button = IconButton(
            "chevron-up" if opened else "triangle-alert",
            text.format(kind=word),
            token="text_secondary" if opened else "waiting",
        )
        self._buttons[kind] = button
        button.setObjectName(f"why-{kind}")
        button.setFixedSize(_ROW, _ROW)
        button.clicked.connect(lambda: self._toggle(kind))
        return button

    def _reason(self, view: ExecutorView) -> QWidget:
        box = QFrame()
        box.setProperty("card", "waiting")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(label(worded(view.detail), wrap=True))
        if view.mend:
            column.addWidget(label(worded(view.mend), tone="secondary", wrap=True))
        if view.command:
            line = QHBoxLayout()
            line.setSpacing(8)
            command = label(view.command, wrap=True)
            command.setFont(mono_font())
            line.addWidget(command, 1)
            self._copy = Button(self.tr("Copy command"), icon_name="copy", kind="small")
            self._copy.setObjectName("copy-command")
            self._copy.clicked.connect(lambda: self._take(view.command))
            line.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
        return box

    def _toggle(self, kind: str) -> None:
        self._open = "" if kind == self._open else kind
        self._build()
        self._buttons[kind].setFocus()

    def _take(self, command: str) -> None:
        QGuiApplication.clipboard().setText(command)
        self._copy.set_text(self.tr("Copied"))

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


def has_more(view: ExecutorView) -> bool:
    """Return whether a kind that is missing has more to say than its row has room for."""
    return not view.available and bool(
        view.mend or view.command or len(worded(view.detail)) > _FITS
    )
