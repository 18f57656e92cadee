"""A form for a whole task, made from the fields of the API's own schema."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnet_agent.model.errors import FieldError
from cnet_agent.model.preset import PresetField
from cnet_agent.model.spec import Kind, TaskSpec
from cnet_ui.agent_words import worded
from cnet_ui.models.arguments import UnclosedQuote
from cnet_ui.models.request import Request
from cnet_ui.models.spec_fields import (
    ENV,
    Loc,
    SpecField,
    field_at,
    make_body,
    problems,
    spec_fields,
    typed,
    understood,
    values_of,
)
from cnet_ui.widgets.checks import Checks
from cnet_ui.widgets.disclosure import Disclosure
from cnet_ui.widgets.fields import FieldEditor
from cnet_ui.widgets.form_rows import cell_rows, form_row
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.pairs import PairsEditor
from cnet_ui.widgets.spec_words import SpecWords, cause_word, spec_words

Editor = FieldEditor | PairsEditor | Checks
_NUMBERS = ("integer", "number", "size", "duration")
_BASIC: dict[Kind, tuple[str, ...]] = {
    "process": ("name", "command", "args", "working_dir"),
    "ml": ("name", "command", "args", "working_dir"),
    "container": ("name", "image", "command", "args"),
}
_KINDS = {"numbers": "text"}


class SpecForm(QWidget):
    """Asks for everything that a task may be told; ``changed`` is emitted with every key.

    The first fields are those that every task has. The others lie in sections that say, while they
    are folded, what is set in them. What is wrong is said by the agent's own model.

    Args:
        kind: of task.
        can_browse: whether paths are of this machine, so that one can look for them.
    """

    changed = Signal()
    pointed = Signal(QWidget)  # the editor that a person should look at

    def __init__(self, kind: Kind = "process", *, can_browse: bool) -> None:
        super().__init__()
        self.kind = kind
        self.setProperty("plain", True)
        self._can_browse = can_browse
        self._fields = {field.loc: field for field in spec_fields(kind)}
        self.editors: dict[Loc, Editor] = {}
        self._sections: list[tuple[Disclosure, list[Loc]]] = []
        self._given: set[Loc] = set()  # by the task that it was filled in with
        self._edited: set[Loc] = set()  # by a person
        self._touched: set[Loc] = set()  # edited or looked through: what is wrong is said
        self._told: dict[Loc, str] = {}
        self._is_filling = False
        self.is_edited = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._node = label("", "small", "muted", wrap=True)
        self._build()
        self._column.addStretch(1)
        self.set_body({})

    # -- what stands in it --------------------------------------------------------------------

    def values(self) -> dict[Loc, Any]:
        """Return what is in the editors, as it was typed."""
        return {loc: editor.value for loc, editor in self.editors.items()}

    def body(self) -> dict[str, Any]:
        """Return the task as a request, with only what was set.

        Raises:
            UnclosedQuote: in the arguments.
        """
        return make_body(self.values(), self.kind)

    def request(self) -> Request | None:
        """Return what would be asked of the agent, None while the arguments cannot be read."""
        try:
            return Request(body=self.body())
        except UnclosedQuote:
            return None

    def spec(self) -> TaskSpec:
        """Return the task that stands here.

        Raises:
            UnclosedQuote, ValidationError: it is none yet.
        """
        return TaskSpec.model_validate(self.body())

    def set_body(self, body: Mapping[str, Any]) -> None:
        """Fill the form in with a task; that is no edit of a person's."""
        self._is_filling = True
        values = values_of(body)
        for loc, field in self._fields.items():
            self.editors[loc].set_value(values.get(loc, _at_first(field)))
        self._is_filling = False
        self._given = set(values)
        self._edited.clear()
        self._touched.clear()
        self._told.clear()
        self.is_edited = False
        self._show()

    def take_over(self, values: Mapping[Loc, Any]) -> None:
        """Take values over that were typed elsewhere, where nothing was set here."""
        self._is_filling = True
        for loc, value in values.items():
            if loc in self.editors and loc not in self._edited | self._given:
                self.editors[loc].set_value(value)
        self._is_filling = False
        self._show()

    def edited(self) -> dict[Loc, Any]:
        """Return what a person has typed, by place."""
        return {loc: self.editors[loc].value for loc in self._fields if loc in self._edited}

    def suggest_name(self, name: str) -> None:
        """Show what the task is called while nobody names it; empty if that is not known."""
        editor = self.editors[("name",)]
        if isinstance(editor, FieldEditor):
            editor.suggest(name)

    def show_node(self, text: str) -> None:
        """Say beside the limits what the node has."""
        self._node.setText(text)
        self._node.setVisible(bool(text))

    # -- what is wrong ------------------------------------------------------------------------

    def problems(self) -> list[tuple[str, str]]:
        """Return what is wrong, each as the field's name and what is said of it.

        Nothing is said of one that is only still empty.
        """
        return [
            (self._word(loc), "" if self.editors[loc].value == "" else text)
            for loc, text in self._problems().items()
        ]

    def told(self) -> list[tuple[str, str]]:
        """Return what the agent found wrong, in the same way."""
        return [(self._word(loc), text) for loc, text in self._told.items()]

    def check(self) -> bool:
        """Say below every field what is wrong with it; return whether nothing is."""
        self._touched |= set(self._fields)
        self._show()
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
            field = field_at(error.loc)
            if field is None or field.loc not in self._fields:
                others.append(f"{'.'.join(map(str, error.loc))}: {worded(error.msg)}")
            else:
                self._told[field.loc] = worded(error.msg)
        self._show()
        if point:
            self._point_at(self._told)
        return others

    # -- parts --------------------------------------------------------------------------------

    def _build(self) -> None:
        for name in _BASIC[self.kind]:
            self._add(self._column, (name,))
        sections = (
            (
                self.tr("Ports, folders and rights"),
                [
                    "ports",
                    "volumes",
                    "network",
                    "user",
                    "working_dir",
                    "shm_size",
                    "pull",
                    "privileged",
                ],
            ),
            (self.tr("Environment"), ["env"]),
            (
                self.tr("Limits"),
                [
                    *(each.id for each in self._fields.values() if each.loc[0] == "resources"),
                    "memory_cap",
                ],
            ),
            (
                self.tr("If it goes wrong"),
                [
                    "timeout",
                    "max_retries",
                    "retry_delay",
                    "retry_factor",
                    "retry_max_delay",
                    "retry_jitter",
                    "retry_on",
                    "retry_exit_codes",
                ],
            ),
            (self.tr("Order and labels"), ["priority", "labels"]),
            (self.tr("Python packages"), ["requirements", "allow_build"]),
            (self.tr("How it is stopped"), ["stop_signal", "stop_grace"]),
        )
        basic = _BASIC[self.kind]
        known = {*basic, *(name for _, names in sections for name in names)}
        others = [each.id for each in self._fields.values() if each.id not in known]
        for heading, names in (*sections, (self.tr("Other"), others)):
            locs = [
                each.loc
                for each in self._fields.values()
                if each.id in names and each.id not in basic
            ]
            if locs:
                self._add_section(heading, locs)

    def _add_section(self, heading: str, locs: list[Loc]) -> None:
        section = Disclosure(heading)
        numbers = [loc for loc in locs if self._fields[loc].kind in _NUMBERS]
        if len(numbers) > 2:  # side by side
            cells = [self._make(loc, is_cell=True) for loc in numbers]
            section.body.addWidget(cell_rows("", cells))
            if locs[0][0] == "resources":
                section.body.addWidget(form_row("", self._node))
            locs_left = [loc for loc in locs if loc not in numbers]
        else:
            locs_left = locs
        for loc in locs_left:
            self._add(section.body, loc)
        self._sections.append((section, locs))
        self._column.addWidget(section)

    def _add(self, column: QVBoxLayout, loc: Loc) -> None:
        column.addWidget(form_row(self._word(loc), self._make(loc)))

    def _make(self, loc: Loc, *, is_cell: bool = False) -> Editor:
        field = self._fields[loc]
        words = spec_words(field.id, self.kind)
        editor: Editor
        match field.kind:
            case "pairs":
                key = self.tr("NAME") if loc == ENV else self.tr("label")
                editor = PairsEditor(words.label, key, covers=loc == ENV)
            case "several":
                options = [(each, cause_word(each)) for each in field.choices]
                editor = Checks(options, words.label)
            case _:
                shown = _as_preset_field(field, words, self.kind)
                editor = FieldEditor(shown, can_browse=self._can_browse, is_cell=is_cell)
        editor.changed.connect(lambda: self._edit(loc))
        self.editors[loc] = editor
        return editor

    # -- keeping up ---------------------------------------------------------------------------

    def _edit(self, loc: Loc) -> None:
        if self._is_filling:
            return
        self._edited.add(loc)
        self._touched.add(loc)
        self._told.pop(loc, None)
        self.is_edited = True
        self._show()
        self.changed.emit()

    def _problems(self) -> dict[Loc, str]:
        found: dict[Loc, str] = {}
        for error in problems(self.values(), self.kind):
            field = field_at(error.loc)
            loc = field.loc if field and field.loc in self._fields else ("command",)
            inner = ".".join(str(part) for part in error.loc[len(loc) :] if part != "[key]")
            said = worded(error.msg)
            found.setdefault(loc, f"{inner}: {said}" if inner else said)
        for loc, editor in self.editors.items():
            if isinstance(editor, PairsEditor):
                text = self._pairs_problem(editor)
                if text:
                    found.setdefault(loc, text)
        return found

    def _pairs_problem(self, editor: PairsEditor) -> str:
        if editor.is_unfinished:
            return self.tr("A value has no name.")
        if editor.doubles:
            return self.tr("{name} is there twice.").format(name=editor.doubles[0])
        if editor.missing:
            names = ", ".join(editor.missing)
            return self.tr("Give {names} again: the agent keeps secrets to itself.").format(
                names=names
            )
        return ""

    def _show(self) -> None:
        """Say what is wrong with what was touched, what the agent told, and what is set."""
        found = self._problems()
        for loc, editor in self.editors.items():
            is_asked = isinstance(editor, PairsEditor) and bool(editor.missing)
            said = found.get(loc, "") if loc in self._touched or is_asked else ""
            editor.show_problem(said or self._told.get(loc, ""))
        for section, locs in self._sections:
            section.set_summary(self._summary(locs))

    def _point_at(self, found: Mapping[Loc, str]) -> None:
        first = next((loc for loc in self._in_order() if loc in found), None)
        if first is None:
            return
        for section, locs in self._sections:
            if first in locs:
                section.set_open(True)
        self.editors[first].setFocus(Qt.FocusReason.OtherFocusReason)
        self.pointed.emit(self.editors[first])

    def _in_order(self) -> list[Loc]:
        return [(name,) for name in _BASIC[self.kind]] + [
            loc for _, locs in self._sections for loc in locs
        ]

    def _summary(self, locs: list[Loc]) -> str:
        """Return what is set in a section, in a few words; never a variable's value."""
        parts = []
        for loc in locs:
            field, value = self._fields[loc], self.editors[loc].value
            if value in ("", None, [], {}) or value == _at_first(field):
                continue
            match value:
                case dict():
                    parts.append(", ".join(value))
                case True:
                    parts.append(self._word(loc))
                case list():
                    parts.append(", ".join(cause_word(each) for each in value))
                case _:
                    text = understood(field, str(value))
                    parts.append(text if len(locs) == 1 else f"{self._word(loc)} {text}")
        return " · ".join(parts) or self.tr("not set")

    def _word(self, loc: Loc) -> str:
        return spec_words(self._fields[loc].id, self.kind).label


def _at_first(field: SpecField) -> Any:
    """Return what an editor holds while nothing is set: empty, but for what cannot be."""
    return field.default if field.kind in ("choice", "several", "boolean") else None


def _as_preset_field(field: SpecField, words: SpecWords, kind: Kind) -> PresetField:
    default = typed(field, field.default)
    is_folder = field.loc == ("working_dir",) and kind == "process"
    shown = "folder" if is_folder else _KINDS.get(field.kind, field.kind)
    return PresetField(
        id=field.id,
        label=words.label,
        type=shown,
        choices=field.choices,
        minimum=field.minimum,
        maximum=field.maximum,
        help=words.help,
        placeholder=words.placeholder or ("" if default is None else str(default)),
    )
