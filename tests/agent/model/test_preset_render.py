"""A filled-in form becomes a task, or says what is wrong where."""

from typing import Any

import pytest
from pydantic import ValidationError

from cnet_agent.model.errors import InvalidRequest
from cnet_agent.model.preset import Preset, PresetField
from cnet_agent.model.preset_render import check_defaults, render, shown


def make_preset(*fields: dict[str, Any], **task: Any) -> Preset:
    return Preset(
        id="p",
        name="P",
        fields=tuple(PresetField(**{"label": field["id"], **field}) for field in fields),
        task={"command": "run", **task},
    )


def problems(preset: Preset, params: dict[str, Any]) -> dict[tuple[str | int, ...], str]:
    with pytest.raises(InvalidRequest) as caught:
        render(preset, params)
    return {problem.loc: problem.msg for problem in caught.value.errors}


def test_values_stand_where_their_fields_are_named() -> None:
    preset = make_preset(
        {"id": "who"}, {"id": "count", "type": "integer"}, args=["--to={who}", "{count}", "{other}"]
    )
    spec = render(preset, {"who": "a {count} b", "count": 3})
    assert spec.args == ("--to=a {count} b", "3", "{other}")


def test_defaults_are_taken_and_empty_fields_leave_nothing_behind() -> None:
    preset = make_preset(
        {"id": "a", "default": "x"},
        {"id": "b"},
        args=["{a}", "--b={b}", "end"],
        env={"B": "{b}"},
        timeout="{b}",
    )
    spec = render(preset, {})
    assert (spec.args, spec.env, spec.timeout) == (("x", "end"), {}, None)
    assert render(preset, {"a": None, "b": "30s"}).timeout == 30


def test_numbers_keep_their_type_where_the_task_wants_one() -> None:
    preset = make_preset(
        {"id": "cores", "type": "number", "default": 1.0},
        {"id": "size", "type": "size", "default": "512MB"},
        args=["{cores}"],
        env={"CORES": "{cores}"},
        resources={"cpu_limit": "{cores}", "memory_limit": "{size}"},
    )
    spec = render(preset, {"cores": "2.5"})
    assert spec.resources.cpu_limit == 2.5
    assert spec.resources.memory_limit == 512_000_000
    assert (spec.args, spec.env) == (("2.5",), {"CORES": "2.5"})


def test_a_field_of_lines_becomes_an_item_a_line() -> None:
    preset = make_preset({"id": "more", "type": "lines"}, args=["first", "{more}", "last"])
    assert render(preset, {"more": "a\n\n  b c \n"}).args == ("first", "a", "b c", "last")
    assert render(preset, {"more": ["d"]}).args == ("first", "d", "last")
    assert render(preset, {}).args == ("first", "last")


def test_items_and_fields_may_depend_on_other_fields() -> None:
    preset = make_preset(
        {"id": "what", "type": "choice", "choices": ["train", "predict"], "default": "train"},
        {"id": "value", "required": True, "when": {"what": ["predict"]}},
        args=["{what}", {"when": {"what": ["predict"]}, "value": ["--value", "{value}"]}],
    )
    assert render(preset, {"value": "ignored"}).args == ("train",)
    assert render(preset, {"what": "predict", "value": "5"}).args == ("predict", "--value", "5")
    assert problems(preset, {"what": "predict"}) == {("params", "value"): "is needed"}
    assert [field.id for field in shown(preset, {})] == ["what"]
    assert [field.id for field in shown(preset, {"what": "predict"})] == ["what", "value"]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ({"type": "integer"}, "many", "must be a whole number"),
        ({"type": "integer"}, 1.5, "must be a whole number"),
        ({"type": "integer"}, True, "must be a whole number"),
        ({"type": "number"}, "nan", "must be a number"),
        ({"type": "number", "maximum": 4}, 4.5, "must be at most 4"),
        ({"type": "integer", "minimum": 5, "unit": "rows"}, 4, "must be at least 5 rows"),
        ({"type": "size"}, "lots", "'lots' is not a size"),
        ({"type": "size", "minimum": 1000}, "1b", "must be at least 1000"),
        ({"type": "duration"}, "1 fortnight", "'1 fortnight' is not a duration"),
        ({"type": "boolean"}, "yes", "must be true or false"),
        ({"type": "choice", "choices": ["a", "b"]}, "c", "must be one of a, b"),
        ({"type": "lines"}, [1], "must be text, a line for each item"),
        ({"type": "text"}, ["a"], "must be text"),
        ({"type": "text"}, "a\nb", "must be a single line"),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_refused_with_its_place(
    field: dict[str, Any], value: Any, sentence: str
) -> None:
    preset = make_preset({"id": "f", **field})
    assert problems(preset, {"f": value})[("params", "f")].startswith(sentence)


def test_every_problem_is_told_at_once() -> None:
    preset = make_preset({"id": "a", "required": True}, {"id": "b", "type": "integer"})
    assert set(problems(preset, {"b": "x", "c": 1})) == {
        ("params", "a"),
        ("params", "b"),
        ("params", "c"),
    }


def test_a_task_that_is_not_valid_names_the_field_it_came_from() -> None:
    preset = make_preset(
        {"id": "cores", "type": "number"}, resources={"cpu_limit": "{cores}"}, priority=1000
    )
    found = problems(preset, {"cores": -1})
    assert set(found) == {("params", "cores"), ("task", "priority")}


def test_a_preset_must_hold_together() -> None:
    with pytest.raises(ValidationError, match="there twice"):
        make_preset({"id": "a"}, {"id": "a"})
    with pytest.raises(ValidationError, match="no earlier field"):
        make_preset({"id": "a", "when": {"b": ["x"]}})
    with pytest.raises(ValidationError, match="choices belong"):
        make_preset({"id": "a", "choices": ["x"]})


def test_defaults_are_checked_with_their_place() -> None:
    with pytest.raises(InvalidRequest) as caught:
        check_defaults(make_preset({"id": "a"}, {"id": "b", "type": "integer", "default": "x"}))
    assert caught.value.errors[0].loc == ("fields", 1, "default")
