"""The files in a task's own directory: look, save a copy, open the folder."""

import asyncio
import os
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cnet_agent.model.errors import AgentError
from cnet_ui.agent_words import error_text
from cnet_ui.background import Latest, spawn
from cnet_ui.dispose import dispose
from cnet_ui.models.file_table import FileColumn, FileTable
from cnet_ui.pages import task_offers
from cnet_ui.pages.task_actions import TaskActions
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.labels import Elided, label
from cnet_ui.widgets.popup import popup
from cnet_ui.widgets.rows import RowDelegate
from cnet_ui.words import size_text

ROW = 30  # pixels


class TaskFiles(QWidget):
    """A list of files. They are read when it is shown, and again when one asks."""

    def __init__(self, session: AgentSession, actions: TaskActions) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._session = session
        self._actions = actions
        self._task_id = ""
        self._reading = Latest(self)
        self.table = FileTable()
        self.view = self._make_view()
        self._empty = label(tone="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.setSpacing(4)
        column.addLayout(self._make_bar())
        column.addWidget(self._pages, 1)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._refresh())
        session.connection_changed.connect(self._refresh)
        session.node_changed.connect(self._refresh)

    def show_task(self, task_id: str) -> None:
        """Show the files of a task."""
        if task_id != self._task_id:
            self._task_id = task_id
            self.table.clear()
            self.read()

    def read(self) -> None:
        """Ask for the files."""
        self._reading.end()
        self._refresh()
        if self._task_id and self._session.is_live:
            self._say(self.tr("Looking…"))
            self._reading.begin(self._read(self._task_id))

    def save(self) -> None:
        """Ask where to put a copy of the chosen file, and write it there."""
        row = self._row()
        if row is None or self.table.file(row).directory:
            return
        path = self.table.file(row).path
        dialog = QFileDialog(self.window(), self.tr("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(Path(path).name)
        dialog.fileSelected.connect(lambda chosen: self.save_to(path, Path(chosen)))
        dialog.finished.connect(lambda _: dispose(dialog))
        dialog.open()

    def save_to(self, path: str, place: Path) -> None:
        """Write a file of the task to ``place``."""
        spawn(self._download(self._task_id, path, place), self)

    # -- work ---------------------------------------------------------------------------------

    async def _read(self, task_id: str) -> None:
        try:
            files = await self._session.client.files(task_id)
        except AgentError as error:
            self.table.clear()
            self._say(error_text(error))
            return
        self.table.show(files)
        self._say(self.tr("It has written no files into its directory."))
        if files:
            text = self.tr("{count} files and folders, {size}")
            count = f"{self.table.rowCount():,}"
            self._sum.set_text(text.format(count=count, size=size_text(self.table.size)))
            self._pages.setCurrentWidget(self.view)
        self._refresh()

    async def _download(self, task_id: str, path: str, place: Path) -> None:
        """Write beside ``place`` first, so that half a file never stands there."""
        partial = place.with_name(f"{place.name}.part")
        done = 0
        try:
            file = await asyncio.to_thread(partial.open, "wb")
            try:
                async with self._session.client.download(task_id, path) as chunks:
                    async for chunk in chunks:
                        await asyncio.to_thread(file.write, chunk)
                        done += len(chunk)
                        self._sum.set_text(
                            self.tr("Saving {name}: {size}").format(
                                name=place.name, size=size_text(done)
                            )
                        )
            finally:
                await asyncio.to_thread(file.close)
            await asyncio.to_thread(os.replace, partial, place)
        except OSError as error:
            sentence = self.tr("{name} could not be saved: {why}.")
            raise AgentError(sentence.format(name=place.name, why=error.strerror)) from error
        finally:
            await asyncio.to_thread(partial.unlink, missing_ok=True)
        self._sum.set_text(self.tr("Saved {path}").format(path=place))

    # -- parts --------------------------------------------------------------------------------

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 0, 12, 0)
        bar.setSpacing(6)
        self._sum = Elided("", "small", "muted")
        again = IconButton("refresh-cw", self.tr("Look again"))
        again.clicked.connect(self.read)
        self.save_button = Button(self.tr("Save as…"), icon_name="download", kind="small")
        self.save_button.setObjectName("save-file")
        self.save_button.clicked.connect(self.save)
        self.folder_button = Button(self.tr("Open folder"), icon_name="folder-open", kind="small")
        self.folder_button.setObjectName("open-folder")
        self.folder_button.clicked.connect(
            lambda: self._actions.do(task_offers.FOLDER, [self._task_id])
        )
        bar.addWidget(self._sum, 1)
        bar.addWidget(again)
        bar.addWidget(self.save_button)
        bar.addWidget(self.folder_button)
        return bar

    def _make_view(self) -> QTableView:
        view = _Files()
        view.setObjectName("file-table")
        view.setAccessibleName(self.tr("Files of the task"))
        view.setModel(self.table)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setItemDelegate(RowDelegate(view))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW)
        header = view.horizontalHeader()
        header.setFixedHeight(30)
        header.setHighlightSections(False)
        header.setSectionResizeMode(FileColumn.PATH, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(FileColumn.SIZE, 110)
        header.resizeSection(FileColumn.MODIFIED, 110)
        view.chosen.connect(self.save)
        view.doubleClicked.connect(lambda _: self.save())
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        return view

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for button in (self.save_button, self.folder_button):
            action = menu.addAction(button.icon(), button.text())
            action.setEnabled(button.isEnabled())
            action.setToolTip(button.toolTip())
            action.triggered.connect(lambda _=False, button=button: button.click())
        popup(menu, self.view.viewport().mapToGlobal(place))

    def _row(self) -> int | None:
        index: QModelIndex = self.view.currentIndex()
        chosen = index.isValid() and self.view.selectionModel().isRowSelected(index.row())
        return index.row() if chosen else None

    def _say(self, sentence: str) -> None:
        """Show a sentence where there are no files."""
        self._empty.setText(sentence)
        if not self.table.rowCount():
            self._sum.set_text("")
            self._pages.setCurrentWidget(self._empty)

    def _refresh(self) -> None:
        row = self._row()
        why_not = ""
        if row is None:
            why_not = self.tr("Choose a file.")
        elif self.table.file(row).directory:
            why_not = self.tr("This is a folder; choose a file.")
        elif not self._session.is_live:
            why_not = self.tr("The agent does not answer; this works when it is back.")
        self.save_button.setEnabled(not why_not)
        self.save_button.setToolTip(why_not)
        tasks = self._actions.tasks([self._task_id])
        folder = task_offers.offer(task_offers.FOLDER, tasks, self._actions.standing())
        self.folder_button.setEnabled(not folder.why_not)
        self.folder_button.setToolTip(folder.why_not)


class _Files(QTableView):
    """Enter saves, as a double click does."""

    chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
