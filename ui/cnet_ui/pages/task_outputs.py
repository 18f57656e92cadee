"""The files that a task made: what they are called, how large they are, and the way to them."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from cnet_agent.wire.task import OutputView
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card, clear, plain
from cnet_ui.widgets.labels import Elided, IconLabel, label
from cnet_ui.words import size_text

MOST = 6  # rows


class TaskOutputs(Card):
    """Names files. ``folder_wanted`` carries the path of a folder of this machine to open.

    ``path_wanted`` carries the path of a file of another machine to copy, and ``files_wanted``
    asks for the tab with the task's own directory.
    """

    folder_wanted = Signal(str)
    path_wanted = Signal(str)
    files_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(ground="inset", padding=8)
        self.body.setSpacing(2)
        self.setAccessibleName(self.tr("Files made"))

    def show_outputs(self, outputs: Sequence[OutputView], *, is_local: bool) -> None:
        """Show which files were made; ``is_local`` says whether they are of this machine."""
        clear(self.body)
        for output in outputs[:MOST]:
            self._add(output, is_local=is_local)
        if len(outputs) > MOST:
            text = self.tr("{count} more").format(count=len(outputs) - MOST)
            if any(output.own for output in outputs[MOST:]):
                more = Button(text, kind="link")
                more.clicked.connect(lambda _=False: self.files_wanted.emit())
                self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self.body.addWidget(label(text, tone="muted"))

    def _add(self, output: OutputView, *, is_local: bool) -> None:
        holder = plain()
        row = QHBoxLayout(holder)
        row.setContentsMargins(3, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("folder-open" if output.directory else "file"))
        name = Elided(output.name)
        name.setFont(mono_font())
        name.setToolTip(output.path)
        row.addWidget(name, 1)
        if not output.directory:
            row.addWidget(label(size_text(output.size), "small", "muted"))
        row.addWidget(self._way(output, is_local=is_local))
        self.body.addWidget(holder)

    def _way(self, output: OutputView, *, is_local: bool) -> Button:
        """Return the way to a file: its row among the task's own, its folder here, or its path."""
        if output.own:
            made = Button(self.tr("Show in Files"), kind="link")
            made.clicked.connect(lambda _=False: self.files_wanted.emit())
        elif is_local:
            made = Button(self.tr("Open folder"), kind="link")
            path = output.path if output.directory else str(PurePath(output.path).parent)
            made.clicked.connect(lambda _=False: self.folder_wanted.emit(path))
        else:
            made = Button(self.tr("Copy path"), kind="link")
            made.clicked.connect(lambda _=False: self.path_wanted.emit(output.path))
        made.setObjectName("output-way")
        made.setAccessibleName(f"{made.text()}: {output.name}")
        return made
