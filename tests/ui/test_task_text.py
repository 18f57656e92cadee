import json
import shlex

from cnet_agent.wire.task import MASK
from cnet_ui.models.spec_fields import body_of
from cnet_ui.task_text import as_curl, command_line
from helpers.fake_agent import make_view
from helpers.job_scene import make_job

TASK = make_view(1, name="it's", command="python3", args=["train.py", "two words"])


def test_a_command_is_quoted_for_a_shell() -> None:
    assert shlex.split(command_line(TASK)) == ["python3", "train.py", "two words"]


def test_a_curl_command_submits_the_task_as_a_shell_reads_it() -> None:
    words = shlex.split(as_curl(TASK, "http://127.0.0.1:8080", with_token=False))
    assert words[:4] == ["curl", "-X", "POST", "http://127.0.0.1:8080/api/tasks"]
    assert json.loads(words[-1]) == body_of(TASK)


def test_a_curl_command_submits_a_training_job_as_one() -> None:
    words = shlex.split(as_curl(make_job(1), "http://127.0.0.1:8080", with_token=False))
    assert words[3] == "http://127.0.0.1:8080/train"
    assert json.loads(words[-1])["epochs"] == 5


def test_a_masked_value_is_not_taken_for_the_value() -> None:
    task = TASK.model_copy(update={"env": {"EPOCHS": "5", "API_TOKEN": MASK}})
    body = json.loads(shlex.split(as_curl(task, "http://127.0.0.1:8080", with_token=True))[-1])
    assert body["env"] == {"EPOCHS": "5", "API_TOKEN": "<the value of API_TOKEN>"}
