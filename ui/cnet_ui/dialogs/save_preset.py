"""Keeps a task as a preset: what it is called, and which of its values become fields."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cnet_agent.model.errors import AgentError, FieldError
from cnet_agent.model.field_errors import field_errors
from cnet_agent.model.preset import Preset
from cnet_agent.model.preset_render import check_defaults
from cnet_agent.model.sentence import told
from cnet_agent.wire.task import MASK
from cnet_ui.agent_words import worded
from cnet_ui.background import spawn
from cnet_ui.dialogs.question import may_discard
from cnet_ui.models.preset_draft import (
    TYPES,
    Candidate,
    Chosen,
    candidates,
    preset_id,
    preset_of_task,
)
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.completion import complete
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.fields import as_sentence
from cnet_ui.widgets.form_rows import form_row
from cnet_ui.widgets.labels import Elided, label, rule, set_tone
from cnet_ui.widgets.preset_words import type_word
from cnet_ui.widgets.problem_below import ProblemBelow
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.widgets.spec_words import spec_words

SIZE = QSize(820, 600)
translate = QCoreApplication.translate


class SavePresetDialog(Sheet):
    """Asks for a name and for the fields; ``saved`` carries the id once the agent keeps it.

    Args:
        window: what it lies over.
        session: the agent that keeps it.
        content: a preset's content to keep under a new name; or what only has a ``task``, whose
            values may then become fields.
    """

    saved = Signal(str)

    def __init__(self, window: QWidget, session: AgentSession, content: Mapping[str, Any]) -> None:
        super().__init__(window, SIZE, self.tr("Save as preset"))
        self._session = session
        self._content = dict(content)
        self._rows: list[_CandidateRow] = []
        self._lines: dict[str, _Line] = {}
        self._id_is_own = False
        top = QVBoxLayout()
        top.setContentsMargins(24, 18, 24, 12)
        top.setSpacing(10)
        top.addWidget(label(self.tr("Save as preset"), "heading"))
        for key, word, value in (
            ("name", self.tr("Name"), ""),
            ("id", self.tr("Id"), ""),
            ("summary", self.tr("Description"), str(content.get("summary", ""))),
            ("category", self.tr("Group"), ""),
        ):
            line = _Line(word, value)
            self._lines[key] = line
            top.addWidget(form_row(word, line))
        self._lines["name"].edit.textEdited.connect(self._follow_name)
        self._lines["id"].edit.textEdited.connect(self._take_id)
        self._lines["category"].edit.setPlaceholderText(self.tr("Your presets"))
        groups = sorted({each.category for each in session.presets if not each.builtin})
        complete(self._lines["category"].edit, groups)
        self.body.addLayout(top)
        self.body.addWidget(rule())
        self.body.addWidget(self._make_middle(), 1)
        self.body.addWidget(self._make_footer())
        self.first = self._lines["name"].edit
        self._show_consequence()
        self._at_first = self._now()

    @property
    def is_edited(self) -> bool:
        """Whether something was typed that would be lost."""
        return self._now() != self._at_first

    def reject(self) -> None:
        """Close; where something was typed, only when a person says so."""
        if self.is_edited:
            spawn(self._ask_to_close(), self)
        else:
            super().reject()

    # -- parts --------------------------------------------------------------------------------

    def _make_middle(self) -> QWidget:
        holder = plain()
        column = QVBoxLayout(holder)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(6)
        if self._content.get("fields"):
            text = self.tr(
                "It asks for the same fields. What you typed becomes what they hold at first."
            )
            column.addWidget(label(text, tone="secondary", wrap=True))
            column.addStretch(1)
            return holder
        text = self.tr("Which values are asked for each time? The others stay as they are.")
        column.addWidget(label(text, tone="secondary", wrap=True))
        found = candidates(self._content["task"])
        inside = plain()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 2)
        grid.setColumnStretch(4, 2)
        for number, candidate in enumerate(found):
            row = _CandidateRow(candidate, grid, number)
            self._rows.append(row)
        grid.setRowStretch(len(found), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        column.addWidget(scroll, 1)
        return holder

    def _make_footer(self) -> SheetFoot:
        self._said = label("", tone="muted", wrap=True)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save_button = Button(self.tr("Save"), icon_name="save", kind="primary")
        self.save_button.setObjectName("save-preset")
        self.save_button.clicked.connect(self._save)
        return SheetFoot(cancel, self.save_button, said=self._said, grows=True)

    # -- filling in ---------------------------------------------------------------------------

    def _follow_name(self, name: str) -> None:
        if not self._id_is_own:
            taken = [each.id for each in self._session.presets]
            self._lines["id"].edit.setText(preset_id(name, taken) if name.strip() else "")
        self._show_consequence()

    def _take_id(self, text: str) -> None:
        self._id_is_own = bool(text)
        self._show_consequence()

    def _show_consequence(self) -> None:
        for line in self._lines.values():
            line.show_problem("")
        wanted = self._lines["id"].edit.text()
        same = next((each for each in self._session.presets if each.id == wanted), None)
        if same is None:
            self._say(self.tr("It is kept by the agent, beside the others."))
        elif same.builtin:
            self._lines["id"].show_problem(self.tr("A built-in preset has this id."))
            self._say("")
        else:
            self._say(self.tr("It takes the place of your preset {name}.").format(name=same.name))

    def _say(self, text: str, *, is_bad: bool = False) -> None:
        self._said.setText(text)
        set_tone(self._said, "tone", "bad" if is_bad else "muted")

    def preset(self) -> Preset:
        """Return the preset that stands here.

        Raises:
            ValidationError: it is none.
            InvalidRequest: what a field holds at first does not fit it.
        """
        content = dict(self._content)
        if not content.get("fields"):
            chosen = [row.chosen() for row in self._rows if row.box.isChecked()]
            content |= preset_of_task(content["task"], chosen)
        texts = {key: line.edit.text().strip() for key, line in self._lines.items()}
        content |= {key: text for key, text in texts.items() if text or key in ("name", "id")}
        content.pop("order", None)
        made = Preset.model_validate(content)
        check_defaults(made)
        return made

    # -- keeping ------------------------------------------------------------------------------

    def _save(self) -> None:
        try:
            preset = self.preset()
        except ValidationError as error:
            self._show_errors(field_errors(error))
        except AgentError as error:
            self._show_errors(error.errors)
        else:
            self.save_button.setEnabled(False)
            spawn(self._put(preset), self)

    def _now(self) -> list[object]:
        texts: list[object] = [line.edit.text() for line in self._lines.values()]
        return texts + [row.chosen() for row in self._rows if row.box.isChecked()]

    async def _ask_to_close(self) -> None:
        text = self.tr("The preset is not saved yet.")
        if await may_discard(self._window, self.tr("Discard what you typed?"), text):
            super().reject()

    async def _put(self, preset: Preset) -> None:
        try:
            await self._session.client.put_preset(preset)
            await self._session.load_presets()
        except AgentError as error:  # the dialog stays, with everything in it
            self.save_button.setEnabled(True)
            self._show_errors(error.errors or (FieldError((), told(error)),))
            return
        self.saved.emit(preset.id)
        self.accept()

    def _show_errors(self, errors: Sequence[FieldError]) -> None:
        others = []
        for error in errors:
            line = self._lines.get(str(error.loc[0])) if error.loc else None
            if line is not None:
                line.show_problem(worded(error.msg))
                line.edit.setFocus()
            else:
                others.append(worded(error.msg))
        self._say(as_sentence(others[0]) if others else "", is_bad=True)


class _Line(ProblemBelow):
    """A line to write into, with what is wrong below it."""

    def __init__(self, word: str, text: str) -> None:
        edit = QLineEdit(text)
        super().__init__(edit)
        self.edit = edit
        self.edit.setAccessibleName(word)
        self.setFocusProxy(self.edit)


class _CandidateRow:
    """A value with a box to tick, and what its field is called, what it takes and its help."""

    def __init__(self, candidate: Candidate, grid: QGridLayout, number: int) -> None:
        self._candidate = candidate
        word = candidate_word(candidate)
        self.box = QCheckBox(word)
        self.box.setAccessibleName(word)
        shown = MASK if candidate.is_secret else str(candidate.value).replace("\n", ", ")
        self._label = QLineEdit(word)
        self._type = DropDown()
        for each in TYPES:
            self._type.addItem(type_word(each))
        self._type.setCurrentIndex(TYPES.index(candidate.type))
        self._help = QLineEdit()
        self._help.setPlaceholderText(translate("save_preset", "help"))
        for widget, what in (
            (self._label, translate("save_preset", "Label of {value}")),
            (self._type, translate("save_preset", "Type of {value}")),
            (self._help, translate("save_preset", "Help for {value}")),
        ):
            widget.setAccessibleName(what.format(value=word))
        widgets = (self.box, Elided(shown, tone="muted"), self._label, self._type, self._help)
        for column, cell in enumerate(widgets):
            grid.addWidget(cell, number, column)
        self.box.toggled.connect(self._enable)
        self.box.setChecked(candidate.is_secret)
        self._enable(candidate.is_secret)
        if candidate.is_secret:
            self.box.setEnabled(False)
            reason = translate(
                "save_preset", "A preset keeps no secret; it is asked for each time."
            )
            self.box.setToolTip(reason)

    def chosen(self) -> Chosen:
        """Return it as a person wants it."""
        kind = TYPES[self._type.currentIndex()]
        text = self._label.text().strip() or self._candidate.id
        return Chosen(self._candidate, text, kind, self._help.text().strip())

    def _enable(self, is_chosen: bool) -> None:
        for widget in (self._label, self._type, self._help):
            widget.setEnabled(is_chosen)


def candidate_word(candidate: Candidate) -> str:
    """Return what to call a value before a person has said so."""
    match candidate.loc:
        case ("args", int(at)) if candidate.id == f"argument_{at + 1}":
            return translate("save_preset", "Argument {number}").format(number=at + 1)
        case ("args", int()):
            return candidate.id.rstrip("_").replace("_", " ").capitalize()
        case ("env", str(name)):
            return name
    return spec_words("_".join(str(part) for part in candidate.loc)).label
