"""All of one line of a log that is too long to be shown among others."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from cnet_ui.log_font import log_font
from cnet_ui.models.ansi import plain
from cnet_ui.models.log_lines import Row
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.sheet import Sheet

PIECE = 1000  # characters of a block; one of a million would hold the window up
SIZE = QSize(860, 560)


class LongLine(Sheet):
    """Shows a line in full, and lets one copy it."""

    def __init__(self, window: QWidget, row: Row) -> None:
        super().__init__(window, SIZE, self.tr("A long line"))
        line = plain(row.line)
        head = QFrame()
        head.setObjectName("head")
        head.setFixedHeight(52)
        said = self.tr("{count} characters").format(count=f"{len(line):,}")
        above = QHBoxLayout(head)
        above.setContentsMargins(20, 0, 20, 0)
        above.addWidget(label(self.tr("A long line"), "heading"))
        above.addWidget(label(f"{row.clock} · {said}", tone="muted"))
        above.addStretch(1)
        text = QPlainTextEdit()
        text.setProperty("role", "log")
        text.setAccessibleName(self.tr("A long line"))
        text.setReadOnly(True)
        text.setFont(log_font())
        text.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        pieces = (line[at : at + PIECE] for at in range(0, len(line), PIECE))
        text.setPlainText("\n".join(pieces))
        foot = QFrame()
        foot.setObjectName("footer")
        foot.setFixedHeight(58)
        below = QHBoxLayout(foot)
        below.setContentsMargins(20, 0, 20, 0)
        below.addStretch(1)
        copy = Button(self.tr("Copy"), icon_name="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(line))
        close = Button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.reject)
        below.addWidget(copy)
        below.addWidget(close)
        self.body.addWidget(head)
        self.body.addWidget(text, 1)
        self.body.addWidget(foot)
        self.first = close
