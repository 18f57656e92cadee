"""Presets: a form with typed fields that becomes a task. Pure; files are read elsewhere."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, StrictBool, StrictFloat, model_validator

from cnet_agent.model.fields import NUMBER, Strict, Text
from cnet_agent.model.plain_data import plain
from cnet_agent.model.sentence import Sentence

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


def _task(value: dict[str, Any]) -> dict[str, Any]:
    plain(value)
    _check_conditions(value)
    return value


def _check_conditions(node: Any) -> None:
    if isinstance(node, Mapping):
        for value in node.values():
            _check_conditions(value)
    elif isinstance(node, list | tuple):
        for item in node:
            if isinstance(item, Mapping) and set(item) == {"when", "value"}:
                wanted = item["when"]
                if not isinstance(wanted, Mapping) or not all(
                    isinstance(values, list | tuple) for values in wanted.values()
                ):
                    raise ValueError(
                        Sentence(
                            "the when of a list's item must be {form}", form="{field: [values]}"
                        )
                    )
            _check_conditions(item)


class PresetField(Strict):
    """One field of a preset's form."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{0,40}$")
    label: Text
    type: FieldType = "text"
    default: Annotated[str | int | float | bool | None, AfterValidator(plain)] = None
    required: StrictBool = False
    choices: tuple[Text, ...] = ()
    minimum: StrictFloat | None = None
    maximum: StrictFloat | None = None
    unit: Text = ""
    help: Text = ""
    placeholder: Text = ""
    advanced: StrictBool = False
    when: Annotated[dict[str, tuple[str | int | float | bool, ...]], AfterValidator(plain)] = Field(
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
    icon: Text = "terminal"
    order: Annotated[int, Field(ge=-1_000_000, le=1_000_000), NUMBER] = 100
    builtin: StrictBool = False
    fields: tuple[PresetField, ...] = ()
    task: Annotated[dict[str, Any], AfterValidator(_task)]

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        before: set[str] = set()
        for field in self.fields:
            if field.id in before:
                raise ValueError(Sentence("the field {field} is there twice", field=repr(field.id)))
            unknown = sorted(set(field.when) - before)
            if unknown:
                raise ValueError(
                    Sentence(
                        "the field {field} depends on {other}, which no earlier field is",
                        field=repr(field.id),
                        other=repr(unknown[0]),
                    )
                )
            if (field.type == "choice") != bool(field.choices):
                raise ValueError(
                    Sentence(
                        "the field {field}: choices belong to the type choice",
                        field=repr(field.id),
                    )
                )
            low, high = field.minimum, field.maximum
            if low is not None and high is not None and low > high:
                raise ValueError(
                    Sentence(
                        "the field {field}: its minimum is above its maximum",
                        field=repr(field.id),
                    )
                )
            before.add(field.id)
        return self
