import json
import shlex

from cnet_agent.model.spec import Resources, TaskSpec
from cnet_agent.wire.task import MASK
from cnet_ui.task_text import as_curl, command_line, masked, spec_of
from helpers.fake_agent import make_view

TASK = make_view(
    1,
    name="it's",
    command="python3",
    args=["train.py", "--note", "two words"],
    env={"EPOCHS": "5", "API_TOKEN": MASK},
    resources=Resources(memory_limit=512_000_000),
    labels={"team": "vision"},
)


def test_a_command_is_quoted_for_a_shell() -> None:
    assert shlex.split(command_line(TASK)) == ["python3", "train.py", "--note", "two words"]


def test_a_specification_holds_what_was_asked_for_and_no_defaults() -> None:
    spec = spec_of(TASK)
    assert spec == {
        "name": "it's",
        "command": "python3",
        "args": ["train.py", "--note", "two words"],
        "env": {"EPOCHS": "5", "API_TOKEN": "<the value of API_TOKEN>"},
        "resources": {"memory_limit": 512_000_000},
        "labels": {"team": "vision"},
    }
    assert TaskSpec.model_validate(spec).args[1] == "--note"


def test_what_is_masked_is_known_to_be() -> None:
    assert masked(TASK) == ["API_TOKEN"]
    assert masked(make_view(2)) == []


def test_a_curl_command_submits_the_task_as_a_shell_reads_it() -> None:
    words = shlex.split(as_curl(TASK, "http://127.0.0.1:8080", needs_token=False))
    assert words[:4] == ["curl", "-X", "POST", "http://127.0.0.1:8080/api/tasks"]
    assert json.loads(words[-1]) == spec_of(TASK)
    assert MASK not in words[-1]
    assert "Authorization" not in " ".join(words)


def test_a_curl_command_for_another_machine_takes_its_token_from_the_shell() -> None:
    text = as_curl(TASK, "https://node-7:8080", needs_token=True)
    assert '-H "Authorization: Bearer $CNET_TOKEN"' in text
