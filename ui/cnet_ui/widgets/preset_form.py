"""A form made of a preset's fields."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnet_agent.model.errors import FieldError
from cnet_agent.model.preset import Preset, PresetField
from cnet_agent.model.preset_render import render, shown
from cnet_agent.model.spec import TaskSpec
from cnet_ui.agent_words import worded
from cnet_ui.models.preset_places import Loc, places, purpose
from cnet_ui.models.request import Request
from cnet_ui.widgets.disclosure import Disclosure
from cnet_ui.widgets.fields import NUMBERS, FieldEditor
from cnet_ui.widgets.form_rows import cell_rows, form_row


class PresetForm(QWidget):
    """Asks for the values of a preset; ``changed`` is emitted with every key.

    Fields that depend on others come and go with them, and keep what was written into them.
    Numbers that one seldom changes stand side by side; what else one seldom changes is folded.
    """

    changed = Signal()
    pointed = Signal(QWidget)  # the editor that a person should look at

    def __init__(self, preset: Preset, *, can_browse: bool) -> None:
        super().__init__()
        self.preset = preset
        self.setProperty("plain", True)
        self._can_browse = can_browse
        self._rows: dict[str, QWidget] = {}
        self._groups: list[tuple[QWidget, list[str]]] = []
        self._places = places(preset)
        self.editors: dict[str, FieldEditor] = {}
        self._edited: set[str] = set()  # by a person
        self._touched: set[str] = set()  # edited or looked through: what is wrong is said
        self._told: dict[str, str] = {}
        self._is_filling = False
        self.is_edited = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._more = Disclosure(self.tr("More"))
        self._build()
        self._arrange()

    # -- what stands in it --------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """Return the values of the fields that are shown, by id; empty ones are left out."""
        return {
            field.id: value
            for field in shown(self.preset, self._all())
            if (value := self.editors[field.id].value) not in ("", None)
        }

    def request(self) -> Request:
        """Return what would be asked of the agent."""
        return Request(self.values(), self.preset.id)

    def spec(self) -> TaskSpec:
        """Return the task that stands here.

        Raises:
            InvalidRequest: it is none yet.
        """
        return render(self.preset, self.values())

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Fill the form in."""
        for name, value in values.items():
            if name in self.editors:
                self.editors[name].set_value(value)
        self._arrange()

    def take_over(self, values: Mapping[Loc, Any]) -> None:
        """Take over what was typed elsewhere for the same place; what was typed here stays."""
        self._is_filling = True
        for name, editor in self.editors.items():
            value = values.get(self._places.get(name, ()))
            if name not in self._edited and isinstance(value, str) and _suits(editor, value):
                editor.set_value(value)
        self._is_filling = False
        self._arrange()

    def suggest_name(self, name: str) -> None:
        """Show what the task is called while nobody names it; empty if that is not known."""
        for each, place in self._places.items():
            if place == ("name",):
                self.editors[each].suggest(name)

    def edited(self) -> dict[Loc, Any]:
        """Return what a person has typed, by the place in the task that it fills."""
        return {
            place: self.editors[name].value
            for name, place in self._places.items()
            if name in self._edited
        }

    # -- what is wrong ------------------------------------------------------------------------

    def problems(self) -> list[tuple[str, str]]:
        """Return what is wrong, each as the field's label and what is said of it.

        Nothing is said of one that is only still empty.
        """
        found = self._problems()
        empty = {name for name in found if self.editors[name].value in ("", None)}
        return self._labelled({**found, **dict.fromkeys(empty, "")})

    def told(self) -> list[tuple[str, str]]:
        """Return what the agent found wrong, in the same way."""
        return self._labelled(self._told)

    def check(self) -> bool:
        """Say below every field what is wrong with it; return whether nothing is."""
        self._touched |= set(self.editors)
        self._show_problems()
        found = self._problems()
        self._point_at(found or self._told)
        return not found

    def show_errors(self, errors: Iterable[FieldError], *, point: bool = True) -> list[str]:
        """Say what the agent found wrong below the field it means; return what means none.

        The first of those fields gets the focus if ``point``.
        """
        self._told.clear()
        others = []
        for error in errors:
            name = next((str(part) for part in error.loc if part in self.editors), "")
            place = tuple(str(part) for part in error.loc if part != "task")
            name = name or next((each for each, at in self._places.items() if at == place), "")
            if name:
                self._told[name] = worded(error.msg)
            else:
                others.append(f"{'.'.join(map(str, error.loc))}: {worded(error.msg)}")
        self._show_problems()
        if point:
            self._point_at(self._told)
        return others

    # -- parts --------------------------------------------------------------------------------

    def _build(self) -> None:
        for field in self.preset.fields:
            if not field.advanced:
                self._add(self._column, field)
        headings = (
            ("limits", self.tr("Limits")),
            ("trouble", self.tr("If it goes wrong")),
            ("more", self.tr("Numbers")),
        )
        rest = [field for field in self.preset.fields if field.advanced]
        for key, heading in headings:
            numbers = [
                field
                for field in rest
                if field.type in NUMBERS and purpose(self.preset, field.id) == key
            ]
            if numbers:
                cells = [self._make(field, is_cell=True) for field in numbers]
                row = cell_rows(heading, cells)
                self._groups.append((row, [field.id for field in numbers]))
                self._column.addWidget(row)
        folded = [field for field in rest if field.id not in self.editors]
        for field in folded:
            self._add(self._more.body, field)
        self._column.addWidget(self._more)
        self._more.setVisible(bool(folded))
        self._column.addStretch(1)

    def _add(self, column: QVBoxLayout, field: PresetField) -> None:
        row = form_row(field.label, self._make(field))
        self._rows[field.id] = row
        column.addWidget(row)

    def _make(self, field: PresetField, *, is_cell: bool = False) -> FieldEditor:
        editor = FieldEditor(field, can_browse=self._can_browse, is_cell=is_cell)
        editor.set_value(field.default)
        editor.changed.connect(lambda: self._edit(field.id))
        self.editors[field.id] = editor
        return editor

    # -- keeping up ---------------------------------------------------------------------------

    def _point_at(self, problems: Container[str]) -> None:
        """Bring the first field with a problem into view, unfolding what hides it."""
        wrong = [field for field in self.preset.fields if field.id in problems]
        if not wrong:
            return
        if any(self._more.isAncestorOf(self.editors[field.id]) for field in wrong):
            self._more.set_open(True)
        editor = self.editors[wrong[0].id]
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pointed.emit(editor)

    def _all(self) -> dict[str, Any]:
        values = {name: editor.value for name, editor in self.editors.items()}
        return {name: None if value == "" else value for name, value in values.items()}

    def _edit(self, name: str) -> None:
        if self._is_filling:
            return
        self._edited.add(name)
        self._touched.add(name)
        self._told.pop(name, None)
        self.is_edited = True
        self._arrange()
        self._show_problems()
        self.changed.emit()

    def _problems(self) -> dict[str, str]:
        visible = {field.id for field in shown(self.preset, self._all())}
        found = {name: editor.problem() for name, editor in self.editors.items() if name in visible}
        return {name: text for name, text in found.items() if text}

    def _labelled(self, found: Mapping[str, str]) -> list[tuple[str, str]]:
        fields = self.preset.fields
        return [(field.label, found[field.id]) for field in fields if field.id in found]

    def _show_problems(self) -> None:
        """Say what is wrong with what was touched, and what the agent told."""
        found = self._problems()
        for name, editor in self.editors.items():
            said = found.get(name, "") if name in self._touched else ""
            editor.show_problem(said or self._told.get(name, ""))

    def _arrange(self) -> None:
        visible = {field.id for field in shown(self.preset, self._all())}
        for name, row in self._rows.items():
            row.setVisible(name in visible)
        for row, names in self._groups:
            row.setVisible(bool(visible & set(names)))
            for name in names:
                self.editors[name].setVisible(name in visible)
        folded = [name for name in self._rows if self._more.isAncestorOf(self.editors[name])]
        labels = {field.id: field.label for field in self.preset.fields}
        defaults = {field.id: field.default for field in self.preset.fields}
        told = [
            labels[name]
            for name in folded
            if self.editors[name].value not in ("", None, False, defaults[name])
        ]
        self._more.set_summary(", ".join(told) or self.tr("not set"))


def _suits(editor: FieldEditor, value: str) -> bool:
    """Return whether a field takes a value that was typed for another one."""
    if editor.field.type == "choice":
        return value in editor.field.choices
    return editor.field.type != "boolean"
