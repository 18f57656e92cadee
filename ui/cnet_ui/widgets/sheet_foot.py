"""The foot of a dialog: what it says at the left, its buttons at the right."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

HEIGHT = 58


class SheetFoot(QFrame):
    """Widgets from the left; ``row`` is what they stand in.

    Args:
        widgets: what is pressed; None takes the room that is left.
        said: words before all others, which take the room that is left.
        grows: whether it is as high as its words need.
    """

    def __init__(
        self, *widgets: QWidget | None, said: QWidget | None = None, grows: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.row = QHBoxLayout(self)
        self.row.setSpacing(8)
        if grows:
            self.row.setContentsMargins(24, 12, 24, 12)
        else:
            self.row.setContentsMargins(23, 0, 22, 0)
            self.setFixedHeight(HEIGHT)
        if said is not None:
            self.row.addWidget(said, 1)
        for widget in widgets:
            if widget is None:
                self.row.addStretch(1)
            else:
                self.row.addWidget(widget)
