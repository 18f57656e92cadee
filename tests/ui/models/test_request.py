import json
import shlex
import shutil
import subprocess
from typing import Any

import pytest

from cnet_agent.wire.task import MASK
from cnet_ui.models.request import Request

URL = "http://127.0.0.1:8080"
BODY: dict[str, Any] = {"command": "sh", "args": ["-c", "echo 'it is' $HOME \"now\"\n!!"]}


def words(curl: str) -> list[str]:
    return [word for word in shlex.split(curl.replace("\\\n", " ")) if word]


def test_the_curl_line_sends_the_same_as_the_form() -> None:
    said = words(Request(BODY).as_curl(URL, with_token=False))
    assert said[:4] == ["curl", "-X", "POST", f"{URL}/api/tasks"]
    assert json.loads(said[said.index("-d") + 1]) == BODY
    assert "Authorization" not in " ".join(said)


def test_a_preset_is_asked_for_by_its_values() -> None:
    request = Request({"name": "a"}, "shell-command")
    said = words(request.as_curl(URL, with_token=False))
    assert said[3] == f"{URL}/api/presets/shell-command/run"
    assert json.loads(said[-1]) == {"params": {"name": "a"}} == json.loads(request.as_json())


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_curl_line_works_as_pasted_and_takes_the_token_from_a_variable() -> None:
    line = Request(BODY).as_curl(URL, with_token=True)
    script = f"curl() {{ printf '%s\\0' \"$@\"; }}\n{line}"
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, env={"CNET_TOKEN": "t0k3n"}, check=True
    )
    said = done.stdout.decode().split("\0")
    assert "t0k3n" not in line
    assert "Authorization: Bearer t0k3n" in said
    assert json.loads(said[said.index("-d") + 1]) == BODY


def test_what_is_shown_covers_secrets() -> None:
    request = Request({"command": "x", "env": {"API_KEY": "abc", "LEVEL": "1"}}).covered()
    assert request.body["env"] == {"API_KEY": MASK, "LEVEL": "1"}
    assert "abc" not in request.as_json() + request.as_curl(URL, with_token=False)
