"""The fields that values of the model are made of: text, names, whole numbers."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
)
from pydantic_core import CoreSchema

from cnet_agent.model.sentence import Sentence, as_data, from_data

_LINE = re.compile(r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$")

# Of an image, or nothing. What is between separators is never empty, so that none is a path.
_IMAGE = re.compile(r"^(?:[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[./:@][a-zA-Z0-9_-]+)*)?$")


def plain_text(value: str) -> str:
    """Refuse what no program argument, file name or database can hold."""
    if "\0" in value:
        raise ValueError(Sentence("must not contain a NUL character"))
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError(Sentence("must not contain a lone surrogate")) from None
    return value


def _variable_name(value: str) -> str:
    if not value or "=" in value:
        raise ValueError(Sentence("must be a variable name: not empty, without '='"))
    return plain_text(value)


def _line(value: str) -> str:
    if not _LINE.fullmatch(plain_text(value)):
        raise ValueError(Sentence("must be a line of text without control characters"))
    return value


def _image_name(value: str) -> str:
    if not _IMAGE.fullmatch(value):
        raise ValueError(Sentence("must be the name of an image, such as ai-training:latest"))
    return value


def _no_text(value: Any) -> Any:
    if isinstance(value, str | bool):
        raise ValueError(Sentence("must be a number"))  # noqa: TRY004 - what pydantic takes
    return value


NUMBER = BeforeValidator(_no_text)
"""On a whole number: 3.0 is one, "3" and true are none. Its bounds stand before this."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Says in JSON Schema what a validator of ours asks of a text."""

    pattern: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": self.pattern}


class OfKeys:
    """Says in JSON Schema that all keys of a mapping fit the pattern of its keys."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        made = handler(schema)
        ((pattern, values),) = made.pop("patternProperties").items()
        names = {**made.get("propertyNames", {}), "type": "string", "pattern": pattern}
        return {**made, "propertyNames": names, "additionalProperties": values}


Kept = Annotated[str, PlainValidator(from_data), PlainSerializer(as_data)]
"""Text that is stored with what it was made of."""

Text = Annotated[str, AfterValidator(plain_text), _Pattern(r"^[^\u0000]*$")]
Line = Annotated[str, AfterValidator(_line), _Pattern(_LINE.pattern)]
Label = Annotated[Text, Field(max_length=255)]
VariableName = Annotated[
    str, AfterValidator(_variable_name), Field(max_length=255), _Pattern(r"^[^=\u0000]+$")
]
Variables = Annotated[dict[VariableName, Text], Field(max_length=1000), OfKeys()]
ImageName = Annotated[
    str, AfterValidator(_image_name), Field(max_length=512), _Pattern(_IMAGE.pattern)
]
Labels = Annotated[dict[Label, Label], Field(max_length=64), OfKeys()]


class Strict(BaseModel):
    """A value that cannot change and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)
