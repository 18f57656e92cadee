"""The fields of a preset while it is edited: a list of them, and the chosen one beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from cnet_ui.dialogs.preset_delegate import ROW, SUMMARY_ROLE, PresetDelegate
from cnet_ui.dialogs.preset_field_panel import FieldPanel
from cnet_ui.dialogs.preset_history import FIELDS, PresetHistory
from cnet_ui.models.preset_edit import Draft, Issue, moved, new_field
from cnet_ui.models.roles import ICON_ROLE, ID_ROLE
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import scrolled
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.preset_words import type_icon, type_word


class FieldsPage(QWidget):
    """Adds, moves, removes and edits the fields of a preset.

    Args:
        history: what is edited; every change goes through it.
    """

    def __init__(self, history: PresetHistory) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._history = history
        self._issues: list[Issue] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = QFrame()
        side.setObjectName("gallery")
        side.setFixedWidth(268)
        column = QVBoxLayout(side)
        column.setContentsMargins(13, 14, 12, 12)
        self.list = QListWidget()
        self.list.setObjectName("preset-fields")
        self.list.setAccessibleName(self.tr("Fields"))
        self.list.setItemDelegate(PresetDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        add = Button(self.tr("Add field"), icon_name="plus", kind="small")
        add.setObjectName("add-field")
        add.clicked.connect(self._add)
        self._up = IconButton("arrow-up", self.tr("Move up"))
        self._up.clicked.connect(lambda: self._move(-1))
        self._down = IconButton("arrow-down", self.tr("Move down"))
        self._down.clicked.connect(lambda: self._move(1))
        self._remove = IconButton("trash-2", self.tr("Remove the field"))
        self._remove.setObjectName("remove-field")
        self._remove.clicked.connect(self._remove_field)
        buttons.addWidget(add)
        buttons.addStretch(1)
        for button in (self._up, self._down, self._remove):
            buttons.addWidget(button)
        column.addLayout(buttons)
        row.addWidget(side)
        self.panel = FieldPanel()
        self._none = label(
            self.tr("It has no fields: it runs as it is. Add one to be asked for a value."),
            tone="secondary",
            wrap=True,
        )
        self._none.setContentsMargins(24, 18, 24, 18)
        self._field_page = scrolled(self.panel)
        row.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._field_page, 1)
        self.panel.edited.connect(self._edit_field)
        self.list.currentRowChanged.connect(lambda _: self._show_field())

    def show_draft(self, draft: Draft, issues: Sequence[Issue]) -> None:
        """Show the fields, and what is wrong with them."""
        self._issues = list(issues)
        self._show_list(draft)
        self._show_field()

    def point_at(self, at: int, key: str) -> None:
        """Go to a text of a field."""
        self.list.setCurrentRow(at)
        self.panel.editors.get(key, self.panel.editors["label"]).setFocus()

    def _edit_field(self, key: str, value: object) -> None:
        at = self.list.currentRow()
        draft = self._history.copy()
        draft["fields"][at][key] = value
        if key == "type" and value != "choice":
            draft["fields"][at]["choices"] = ""
        self._history.do(self.tr("Typing"), draft, FIELDS, f"{at}.{key}")

    def _add(self) -> None:
        draft = self._history.copy()
        at = self.list.currentRow() + 1
        draft["fields"].insert(at, new_field(draft))
        self._do(self.tr("Add field"), draft, at)
        self.panel.editors["label"].setFocus()

    def _move(self, by: int) -> None:
        draft = self._history.copy()
        at = self.list.currentRow()
        draft["fields"] = moved(draft["fields"], at, by)
        self._do(self.tr("Move field"), draft, at + by)

    def _remove_field(self) -> None:
        draft = self._history.copy()
        at = self.list.currentRow()
        del draft["fields"][at]
        self._do(self.tr("Remove field"), draft, min(at, len(draft["fields"]) - 1))

    def _do(self, text: str, draft: Draft, at: int) -> None:
        self._history.do(text, draft, FIELDS)
        self.list.setCurrentRow(at)

    def _show_list(self, draft: Draft) -> None:
        fields = draft["fields"]
        at = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        while self.list.count() > len(fields):
            self.list.takeItem(self.list.count() - 1)
        for number, field in enumerate(fields):
            if number >= self.list.count():
                self.list.addItem("")
            item = self.list.item(number)
            item.setText(field["label"] or field["id"])
            item.setData(ID_ROLE, field["id"] or str(number))
            item.setData(ICON_ROLE, type_icon(field["type"]))
            item.setData(SUMMARY_ROLE, type_word(field["type"]))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, type_word(field["type"]))
            item.setSizeHint(QSize(0, ROW))
        self.list.setCurrentRow(min(at, len(fields) - 1))
        self.list.blockSignals(False)

    def _show_field(self) -> None:
        fields = self._history.draft["fields"]
        at = self.list.currentRow()
        has = 0 <= at < len(fields)
        self._field_page.setVisible(has)
        self._none.setVisible(not has)
        for button in (self._up, self._down, self._remove):
            button.setEnabled(has)
        if has:
            self._up.setEnabled(at > 0)
            self._up.setToolTip(self.tr("Move up") if at > 0 else self.tr("It is the first one."))
            is_last = at == len(fields) - 1
            self._down.setEnabled(not is_last)
            self._down.setToolTip(
                self.tr("It is the last one.") if is_last else self.tr("Move down")
            )
            self.panel.show_field(fields[at])
            said = [each for each in self._issues if each.loc[:2] == ("fields", at)]
            self.panel.show_problems({str(each.loc[2]): each.text for each in said if each.loc[2:]})
