"""What is asked of a model by hand: as fields, as JSON, as lines for programs. Pure."""

import json
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cnet_agent.wire.models import ModelInfo
from cnet_ui.models.request import TOKEN

MOST_FIELDS = 32  # values that a form asks for; more of them are edited as JSON
_TEXT = {"BYTES"}
_WHOLE = ("INT", "UINT", "BOOL")


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a row.

    Attributes:
        name: of the column, or its number.
        datatype: as the inference protocol names it.
    """

    name: str
    datatype: str

    @property
    def is_text(self) -> bool:
        """Whether it may be any text: also where the model takes both."""
        return self.datatype in ("BYTES", "ANY")

    @property
    def is_whole(self) -> bool:
        """Whether only whole numbers make sense."""
        return self.datatype.startswith(_WHOLE)


@dataclass(frozen=True, slots=True)
class Call:
    """A request that was sent, and what came of it.

    Attributes:
        id: tells calls apart.
        at: Unix seconds.
        status: of HTTP; 0 where nobody answered.
        input_data: what was sent.
        took: milliseconds.
        answer: the prediction, or the sentence of an error.
        version: that answered; empty for an error.
    """

    id: str
    at: float
    status: int
    input_data: Any
    took: float
    answer: Any
    version: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the model answered."""
        return self.status == 200


def fields_of(info: ModelInfo) -> list[Field]:
    """Return the fields of one row; none where a row is no short list of values."""
    if len(info.inputs) != 1:
        return []
    (tensor,) = info.inputs
    if info.features:
        names = info.features
    else:
        width = tensor.shape[1] if len(tensor.shape) == 2 else 1 if len(tensor.shape) == 1 else 0
        names = [f"x{number}" for number in range(width)] if width > 0 else []
    if len(names) > MOST_FIELDS:
        return []
    return [Field(name, tensor.datatype) for name in names]


def input_of(fields: Sequence[Field], texts: Mapping[str, str], *, named: bool) -> Any:
    """Return the input that fields make.

    Args:
        fields: of the form.
        texts: what stands in each, by name.
        named: whether columns have names.

    Raises:
        ValueError: a field is empty or no number; ``str`` is its name.
    """
    values = {field.name: _value(field, texts.get(field.name, "")) for field in fields}
    if named:
        return values
    return next(iter(values.values())) if len(values) == 1 else list(values.values())


def texts_of(fields: Sequence[Field], input_data: Any) -> dict[str, str] | None:
    """Return what an input fills into fields; None where it does not fit them."""
    if isinstance(input_data, dict):
        values = [input_data.get(field.name) for field in fields]
        if set(input_data) != {field.name for field in fields}:
            return None
    elif isinstance(input_data, list):
        row = input_data[0] if len(input_data) == 1 and isinstance(input_data[0], list) else None
        values = input_data if row is None else row
    else:
        values = [input_data]
    if len(values) != len(fields) or any(isinstance(each, list | dict) for each in values):
        return None
    return {
        field.name: "" if value is None else _exact(value)
        for field, value in zip(fields, values, strict=True)
    }


def as_json(input_data: Any) -> str:
    """Return an input as JSON to be edited: short ones in a line, a row a line otherwise."""
    whole = json.dumps(input_data, ensure_ascii=False)
    return whole if len(whole) <= 60 else json.dumps(input_data, indent=1, ensure_ascii=False)


def shown(value: Any) -> str:
    """Return an input or an answer in one line, for a table."""
    if isinstance(value, dict):
        return ", ".join(_text(each) for each in value.values())
    if isinstance(value, list) and not any(isinstance(each, list | dict) for each in value):
        return ", ".join(map(_text, value))
    return _text(value)


def as_curl(url: str, model_id: str, input_data: Any, *, with_token: bool) -> str:
    """Return a command for a shell that asks the same of an agent; its token stays a variable."""
    lines = [f"curl -X POST {shlex.quote(f'{url}/api/ml/models/{model_id}/predict')}"]
    if with_token:
        lines.append(f'  -H "Authorization: Bearer ${TOKEN}"')
    lines.append("  -H 'Content-Type: application/json'")
    body = json.dumps({"input_data": input_data}, ensure_ascii=False)
    lines.append(f"  -d {shlex.quote(body)}")
    return " \\\n".join(lines)


def as_python(url: str, model_id: str, input_data: Any, *, with_token: bool) -> str:
    """Return lines of Python that ask the same; nothing but Python is needed to run them."""
    headers = ['    "Content-Type": "application/json",']
    imports = ["import json", "import urllib.request"]
    if with_token:
        imports.insert(1, "import os")
        headers.append(f'    "Authorization": "Bearer " + os.environ["{TOKEN}"],')
    return "\n".join(
        [
            *imports,
            "",
            "request = urllib.request.Request(",
            f'    "{url}/api/ml/models/{model_id}/predict",',
            f'    json.dumps({{"input_data": {input_data!r}}}).encode(),',
            "    {",
            *(f"    {line}" for line in headers),
            "    },",
            ")",
            "with urllib.request.urlopen(request) as answer:",
            '    print(json.load(answer)["prediction"])',
            "",
        ]
    )


def _value(field: Field, text: str) -> Any:
    text = text.strip()
    if not text and not (field.is_text and field.datatype in _TEXT):
        raise ValueError(field.name)
    try:
        number = float(text)
    except ValueError:
        if field.is_text:
            return text
        raise ValueError(field.name) from None
    if field.datatype in _TEXT:
        return text
    if field.datatype == "BOOL":
        return bool(number)
    is_whole = number.is_integer() and not any(mark in text for mark in ".eE")
    return int(number) if is_whole and abs(number) < 2**53 else number


def _text(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else _exact(value)


def _exact(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
