"""The button on top of the rail: which node is shown, and how its connection is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnet_ui.widgets.labels import Dot, Elided, IconLabel

HEIGHT = 50


class Switcher(QPushButton):
    """Says a node's name and where it is; a click is for a menu of the others."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setObjectName("node")
        self.setFixedHeight(HEIGHT)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._keys = keys
        self._dot = Dot("text_muted")
        self._name = Elided(self.tr("This node"), "strong")
        self._where = Elided("", "small", "secondary")
        self._sign = IconLabel("chevrons-up-down", "text_muted", 14)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._where)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(self._dot)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._sign)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.fold(is_folded=False)

    def fold(self, *, is_folded: bool) -> None:
        """Show the dot only, or words as well."""
        for part in (self._name, self._where, self._sign):
            part.setVisible(not is_folded)
        self._row.setContentsMargins(15 if is_folded else 12, 0, 0 if is_folded else 10, 0)

    def show_node(self, name: str, where: str, token: str, state: str) -> None:
        """Say which node this is, where, and how its connection is."""
        self._name.set_text(name)
        self._where.set_text(where)
        self._dot.show_token(token)
        said = self.tr("Node: {name}, {where}, {state}")
        self.setAccessibleName(said.format(name=name, where=where, state=state))
        tip = self.tr("{name} · {where} · {state}\nOther nodes: {keys}")
        self.setToolTip(tip.format(name=name, where=where, state=state, keys=self._keys))
