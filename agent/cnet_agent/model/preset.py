"""Presets: a form with typed fields that becomes a task. Pure; files are read elsewhere."""

from typing import Any, Literal, Self

from pydantic import Field, model_validator

from cnet_agent.model.spec import Strict, Text

FieldType = Literal[
    "text",
    "multiline",
    "integer",
    "number",
    "boolean",
    "choice",
    "path",
    "folder",
    "size",
    "duration",
    "lines",
]


class PresetField(Strict):
    """One field of a preset's form."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{0,40}$")
    label: Text
    type: FieldType = "text"
    default: str | int | float | bool | None = None
    required: bool = False
    choices: tuple[Text, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    unit: Text = ""
    help: Text = ""
    placeholder: Text = ""
    advanced: bool = False
    when: dict[str, tuple[str | int | float | bool, ...]] = Field(
        default={}, description="Shown only while these fields have one of these values."
    )


class Preset(Strict):
    """A named form and the task it makes.

    ``task`` is a task's body whose strings may hold ``{field}``; a list item that is a mapping
    ``{when: {field: [values]}, value: ...}`` is taken only where that holds, and one that is
    exactly ``"{field}"`` with a ``lines`` field becomes an item per line. What names a field that
    is empty, or not shown, is left out of lists and mappings.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")
    name: Text = Field(min_length=1, max_length=100)
    summary: Text = ""
    description: Text = ""
    category: Text = "General"
    icon: str = "terminal"
    order: int = 100
    builtin: bool = False
    fields: tuple[PresetField, ...] = ()
    task: dict[str, Any]

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        before: set[str] = set()
        for field in self.fields:
            if field.id in before:
                raise ValueError(f"the field {field.id!r} is there twice")
            unknown = sorted(set(field.when) - before)
            if unknown:
                raise ValueError(
                    f"the field {field.id!r} depends on {unknown[0]!r}, which no earlier field is"
                )
            if (field.type == "choice") != bool(field.choices):
                raise ValueError(f"the field {field.id!r}: choices belong to the type choice")
            before.add(field.id)
        return self
