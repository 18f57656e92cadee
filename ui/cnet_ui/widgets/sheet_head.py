"""The head of a large dialog: what it is, and the way out."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.sheet import Sheet

HEIGHT = 54


class SheetHead(QFrame):
    """A heading, a few words beside it, and a ``cross``; ``row`` takes what is between.

    Args:
        sheet: the dialog that the cross closes.
        heading: what it is.
        beside: what it is about.
    """

    def __init__(self, sheet: Sheet, heading: str, beside: str = "") -> None:
        super().__init__()
        self.setObjectName("head")
        self.setFixedHeight(HEIGHT)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(23, 0, 16, 0)
        outer.setSpacing(8)
        outer.addWidget(label(heading, "heading"))
        outer.addWidget(label(beside, tone="secondary"))
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        outer.addLayout(self.row, 1)
        self.row.addStretch(1)
        self.cross = IconButton("x", self.tr("Close"))
        self.cross.clicked.connect(sheet.reject)
        outer.addWidget(self.cross)
