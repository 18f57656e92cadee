import pytest

from cnet_agent.model.spec import TaskSpec
from cnet_agent.wire.task import MASK
from cnet_ui.models.spec_fields import (
    body_of,
    duration_typed,
    field_at,
    make_body,
    masked,
    problems,
    size_typed,
    spec_fields,
    understood,
    values_of,
)
from helpers.fake_agent import make_view

KINDS = {
    "name": "text",
    "args": "lines",
    "env": "pairs",
    "resources_cpu_limit": "number",
    "resources_memory_limit": "size",
    "resources_pids_limit": "integer",
    "timeout": "duration",
    "retry_on": "several",
    "retry_exit_codes": "numbers",
    "allow_build": "boolean",
    "stop_signal": "choice",
}


def test_every_field_of_the_api_is_in_the_form_but_the_kinds_of_task() -> None:
    tops = {field.loc[0] for field in spec_fields()}
    assert tops == set(TaskSpec.model_fields) - {"type", "training", "model"}
    assert [field.id for field in spec_fields() if field.required] == ["command"]


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_what_a_field_takes_comes_from_the_schema(name: str, kind: str) -> None:
    assert next(field.kind for field in spec_fields() if field.id == name) == kind


def test_the_request_says_only_what_was_set_and_the_agent_reads_it() -> None:
    body = make_body(
        {
            ("name",): "train",
            ("command",): "python3",
            ("args",): "train.py\n--name='two words'",
            ("env",): {"LEVEL": "1"},
            ("resources", "cpu_limit"): "1.5",
            ("resources", "memory_limit"): "1.5 GB",
            ("resources", "gpu_limit"): "0",
            ("timeout",): "30m",
            ("retry", "exit_codes"): "1, 2",
            ("stop_signal",): "SIGTERM",
            ("requirements",): "numpy>=2\n\nscipy",
        }
    )
    assert body == {
        "name": "train",
        "command": "python3",
        "args": ["train.py", "--name=two words"],
        "env": {"LEVEL": "1"},
        "resources": {"cpu_limit": 1.5, "memory_limit": "1.5 GB"},
        "timeout": "30m",
        "retry": {"exit_codes": [1, 2]},
        "requirements": ["numpy>=2", "scipy"],
    }
    spec = TaskSpec.model_validate(body)
    assert spec.resources.memory_limit == 1_500_000_000
    assert spec.timeout == 1800


@pytest.mark.parametrize(
    ("loc", "typed", "said"),
    [
        (("command",), "", "is required"),
        (("resources", "memory_limit"), "much", "'much' is not a size"),
        (("resources", "cpu_limit"), "two", "should be a valid number"),
        (("resources", "pids_limit"), "0", "should be greater than or equal to 1"),
        (("max_retries",), "many", "must be a number"),
        (("timeout",), "5 weeks", "is not a duration"),
        (("args",), "'open", "the quote in line 1 is not closed"),
    ],
)
def test_what_is_wrong_is_said_by_the_agents_own_model(
    loc: tuple[str, ...], typed: str, said: str
) -> None:
    found = problems({("command",): "true", loc: typed})
    assert [error.loc[: len(loc)] for error in found] == [loc]
    assert said in found[0].msg


def test_a_place_inside_a_field_leads_to_the_field() -> None:
    found = field_at(("env", "A", "[key]"))
    assert found is not None
    assert found.id == "env"
    assert field_at(("nothing",)) is None


@pytest.mark.parametrize(
    ("size", "text"),
    [(1_500_000_000, "1.5 GB"), (2**30, "1 GiB"), (512_000_000, "512 MB"), (12_345, "12.345 kB")],
)
def test_a_size_is_written_short_and_exactly(size: int, text: str) -> None:
    assert size_typed(size) == text
    body = {"command": "x", "resources": {"memory_limit": text}}
    assert TaskSpec.model_validate(body).resources.memory_limit == size


@pytest.mark.parametrize(
    ("seconds", "text"), [(1800.0, "30 m"), (90.0, "90 s"), (7200.0, "2 h"), (0.25, "0.25 s")]
)
def test_a_duration_is_written_short_and_exactly(seconds: float, text: str) -> None:
    assert duration_typed(seconds) == text
    assert TaskSpec.model_validate({"command": "x", "timeout": text}).timeout == seconds


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("resources_memory_limit", "512", "512 B"),
        ("resources_memory_limit", "much", "much"),
        ("timeout", "90", "1 min 30 s"),
        ("requirements", "a\nb", "a, b"),
    ],
)
def test_what_was_typed_is_told_as_the_agent_understands_it(
    name: str, text: str, said: str
) -> None:
    field = next(each for each in spec_fields() if each.id == name)
    assert understood(field, text) == said


def test_a_task_becomes_a_request_and_a_form_that_make_the_same_task() -> None:
    spec = TaskSpec.model_validate(
        {
            "name": "train",
            "command": "python3",
            "args": ["-c", "print(1)\n", ""],
            "resources": {"memory_limit": "1.5GB", "cpu_limit": 2},
            "timeout": 90,
            "retry": {"on": ["oom"], "exit_codes": [3]},
            "labels": {"team": "vision"},
            "stop_signal": "SIGINT",
        }
    )
    task = make_view(1, **spec.model_dump())
    body = body_of(task)
    assert TaskSpec.model_validate(body) == spec
    assert TaskSpec.model_validate(make_body(values_of(body))) == spec


def test_values_that_the_agent_kept_to_itself_are_known() -> None:
    task = make_view(1, env={"API_KEY": MASK, "LEVEL": "1"})
    assert masked(body_of(task)) == ["API_KEY"]
