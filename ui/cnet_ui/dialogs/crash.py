"""Says that the console made a mistake, and where the report of it lies."""

from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import IconLabel, label
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot

SIZE = QSize(640, 460)


class CrashDialog(Sheet):
    """Shows a report.

    Args:
        window: what it lies over.
        report: its text.
        path: where it was kept, None where that was not possible.
    """

    def __init__(self, window: QWidget, report: str, path: Path | None) -> None:
        super().__init__(window, SIZE, self.tr("Something went wrong in the console"))
        self._report = report
        self._path = path
        top = QVBoxLayout()
        top.setContentsMargins(24, 20, 24, 16)
        top.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel("circle-alert", "bad"))
        head.addWidget(label(self.tr("Something went wrong in the console"), "heading"), 1)
        top.addLayout(head)
        sentence = self.tr(
            "The console goes on, and so do your tasks. What you did last may not have happened."
        )
        top.addWidget(label(sentence, tone="secondary", wrap=True))
        self.where = label(self._where(), tone="secondary", wrap=True)
        self.where.setTextInteractionFlags(self.where.textInteractionFlags().TextSelectableByMouse)
        top.addWidget(self.where)
        top.addWidget(self._make_text(), 1)
        self.body.addLayout(top, 1)
        self.body.addWidget(self._make_footer())

    def _where(self) -> str:
        if self._path is None:
            return self.tr("The report could not be kept in a file; copy it if you can.")
        text = self.tr("A report without tokens or anything of your tasks lies in {path}")
        return text.format(path=self._path)

    def _make_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self._report)
        text.setAccessibleName(self.tr("Report"))
        text.setReadOnly(True)
        text.setProperty("field", True)
        text.setFont(mono_font())
        text.setTabChangesFocus(True)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        return text

    def _make_footer(self) -> SheetFoot:
        self._copy = Button(self.tr("Copy"), icon_name="copy")
        self._copy.setObjectName("copy-report")
        self._copy.clicked.connect(lambda _: self._copy_report())
        folder = Button(self.tr("Open folder"), icon_name="folder-open")
        folder.setObjectName("open-reports")
        folder.setEnabled(self._path is not None)
        folder.setToolTip("" if self._path else self.tr("There is no report in a file."))
        folder.clicked.connect(lambda _: self._open_folder())
        close = Button(self.tr("Go on"), kind="primary")
        close.setObjectName("close-report")
        close.clicked.connect(lambda _: self.accept())
        self.first = close
        return SheetFoot(self._copy, folder, None, close, grows=True)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.set_text(self.tr("Copied"))

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
