"""A form made of a preset's fields."""

from collections.abc import Container, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from cnet_agent.model.errors import FieldError
from cnet_agent.model.preset import Preset
from cnet_agent.model.preset_render import shown
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.fields import FieldEditor
from cnet_ui.widgets.labels import label

LABEL_WIDTH = 104


class PresetForm(QWidget):
    """Asks for the values of a preset; ``changed`` is emitted with every key.

    Fields that depend on others come and go with them, and keep what was written into them.
    """

    changed = Signal()
    pointed = Signal(QWidget)  # the editor that a person should look at

    def __init__(self, preset: Preset, *, can_browse: bool) -> None:
        super().__init__()
        self.preset = preset
        self.setProperty("plain", True)
        self._rows: dict[str, QWidget] = {}
        self.editors: dict[str, FieldEditor] = {}
        self._edited: set[str] = set()
        self._told: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for field in preset.fields:
            editor = FieldEditor(field, can_browse=can_browse)
            editor.set_value(field.default)
            editor.changed.connect(lambda each=field.id: self._edit(each))
            self.editors[field.id] = editor
            self._rows[field.id] = _row(field.label, editor)
        for field in preset.fields:
            if not field.advanced:
                column.addWidget(self._rows[field.id])
        self._more = Button(self.tr("Limits and retries"), icon_name="chevron-down", kind="link")
        self._more.setCheckable(True)
        self._more.toggled.connect(lambda _: self._arrange())
        self._more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column.addWidget(self._more)
        self._more.setVisible(any(field.advanced for field in preset.fields))
        for field in preset.fields:
            if field.advanced:
                column.addWidget(self._rows[field.id])
        column.addStretch(1)
        self._arrange()

    def values(self) -> dict[str, Any]:
        """Return the values of the fields that are shown, by id; empty ones are left out."""
        return {
            field.id: value
            for field in shown(self.preset, self._all())
            if (value := self.editors[field.id].value) not in ("", None)
        }

    def set_values(self, values: dict[str, Any]) -> None:
        """Fill the form in."""
        for name, value in values.items():
            if name in self.editors:
                self.editors[name].set_value(value)
        self._arrange()

    def check(self) -> bool:
        """Say below every field what is wrong with it; return whether nothing is."""
        self._edited |= set(self.editors)
        problems = self._show_problems()
        self._point_at(problems)
        return not problems

    def show_errors(self, errors: Iterable[FieldError]) -> list[str]:
        """Say what the agent found wrong below the field it means; return what means none."""
        self._told.clear()
        others = []
        for error in errors:
            name = next((str(part) for part in error.loc if part in self.editors), "")
            if name:
                self._told[name] = error.msg[:1].upper() + error.msg[1:]
            else:
                others.append(f"{'.'.join(map(str, error.loc))}: {error.msg}")
        self._show_problems()
        self._point_at(self._told)
        return others

    def _point_at(self, problems: Container[str]) -> None:
        """Bring the first field with a problem into view, unfolding what hides it."""
        wrong = [field for field in self.preset.fields if field.id in problems]
        if any(field.advanced for field in wrong):
            self._more.setChecked(True)
        if wrong:
            editor = self.editors[wrong[0].id]
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pointed.emit(editor)

    def _all(self) -> dict[str, Any]:
        values = {name: editor.value for name, editor in self.editors.items()}
        return {name: None if value == "" else value for name, value in values.items()}

    def _edit(self, name: str) -> None:
        self._edited.add(name)
        self._told.pop(name, None)
        self._arrange()
        self._show_problems()
        self.changed.emit()

    def _show_problems(self) -> dict[str, str]:
        """Say what is wrong with what was edited; return the problems of all that is shown."""
        visible = {field.id for field in shown(self.preset, self._all())}
        problems = {}
        for name, editor in self.editors.items():
            problem = self._told.get(name, "") or (editor.problem() if name in visible else "")
            if problem:
                problems[name] = problem
            editor.show_problem(problem if name in self._edited or name in self._told else "")
        return problems

    def _arrange(self) -> None:
        visible = {field.id for field in shown(self.preset, self._all())}
        for field in self.preset.fields:
            is_open = not field.advanced or self._more.isChecked()
            self._rows[field.id].setVisible(field.id in visible and is_open)


def _row(word: str, editor: FieldEditor) -> QWidget:
    row = QWidget()
    row.setProperty("plain", True)
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    name = label(word, tone="secondary")
    name.setFixedWidth(LABEL_WIDTH)
    name.setMinimumHeight(32)
    name.setWordWrap(True)
    name.setBuddy(editor)
    grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(editor, 0, 1)
    return row
