"""A task's specification: what is taken, and what is refused with its place."""

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from cnet_agent.model.fields import Line
from cnet_agent.model.spec import TaskSpec


def problem(**body: object) -> tuple[tuple[int | str, ...], str]:
    with pytest.raises(ValidationError) as caught:
        TaskSpec.model_validate({"command": "true", **body})
    first = caught.value.errors()[0]
    return first["loc"], first["msg"]


def test_the_seeds_body_is_taken_as_it_is() -> None:
    spec = TaskSpec.model_validate(
        {
            "name": "linear-regression-model",
            "type": "process",
            "command": "python3",
            "args": ["examples/ml_models/simple_linear_regression.py", "train", "m.joblib", "1000"],
            "env": {"PYTHONPATH": "examples/ml_models"},
            "working_dir": ".",
            "resources": {"cpu_limit": 1.0, "memory_limit": 512000000, "disk_limit": 1000000000},
        }
    )
    assert spec.title == "linear-regression-model"
    assert spec.resources.memory_limit == 512_000_000


def test_a_task_without_a_name_is_called_after_its_command() -> None:
    assert TaskSpec(command="/usr/bin/python3").title == "python3"


@pytest.mark.parametrize(
    ("body", "loc"),
    [
        ({"colour": "red"}, ("colour",)),
        ({"command": ""}, ("command",)),
        ({"command": "a\0b"}, ("command",)),
        ({"args": ["\ud800"]}, ("args", 0)),
        ({"env": {"A=B": "1"}}, ("env", "A=B", "[key]")),
        ({"resources": {"cpu_limit": 0}}, ("resources", "cpu_limit")),
        ({"resources": {"cpu_limit": float("nan")}}, ("resources", "cpu_limit")),
        ({"resources": {"memory_limit": 2**63}}, ("resources", "memory_limit")),
        ({"resources": {"memory_limit": "lots"}}, ("resources", "memory_limit")),
        ({"timeout": -1}, ("timeout",)),
        ({"type": "spaceship"}, ("type",)),
        ({"stop_signal": "SIGSEGV"}, ("stop_signal",)),
    ],
)
def test_what_no_task_can_be_is_refused_at_its_place(
    body: dict[str, object], loc: tuple[int | str, ...]
) -> None:
    assert problem(**body)[0] == loc


def test_arguments_longer_than_the_system_takes_are_refused_with_a_way_out() -> None:
    _, message = problem(args=["x" * 200_000])
    assert "an argument is longer" in message
    _, message = problem(args=["x" * 100_000] * 11)
    assert "pass them in a file" in message


@pytest.mark.parametrize("name", ["max_retries", "priority", "gpu_limit", "pids_limit"])
@pytest.mark.parametrize("value", ["3", True])
def test_a_number_is_no_text_and_no_truth_value(name: str, value: object) -> None:
    body = {"resources": {name: value}} if name.endswith("limit") else {name: value}
    loc, message = problem(**body)
    assert loc[-1] == name
    assert message == "Value error, must be a number"


def test_a_whole_number_may_be_written_with_a_point() -> None:
    assert TaskSpec.model_validate({"command": "true", "priority": 3.0}).priority == 3


def test_the_schema_tells_what_texts_and_names_of_variables_may_hold() -> None:
    fields = TaskSpec.model_json_schema()["properties"]
    assert re.fullmatch(fields["command"]["pattern"], "a b=c")
    assert not re.fullmatch(fields["command"]["pattern"], "a\0b")
    names = fields["env"]["propertyNames"]["pattern"]
    assert re.fullmatch(names, "PATH")
    assert not re.fullmatch(names, "A=B")
    assert not re.fullmatch(names, "")
    assert fields["env"]["additionalProperties"]["pattern"] == fields["command"]["pattern"]


@pytest.mark.parametrize("text", ["a\nb", "\x1b[0m", "\x85", "\u2029", "\ud800"])
def test_a_line_has_nothing_that_breaks_it_or_moves_a_cursor(text: str) -> None:
    line: TypeAdapter[str] = TypeAdapter(Line)
    assert line.validate_python("日本 \u202e é") == "日本 \u202e é"
    with pytest.raises(ValidationError, match=r"line of text|surrogate"):
        line.validate_python(text)
    assert line.json_schema()["pattern"]
