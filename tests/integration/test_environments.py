"""A script that names what it needs runs where it is missing, and at once the second time."""

import base64
import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.live_agent import LiveAgent

pytestmark = pytest.mark.integration

SCRIPT = """\
# /// script
# requires-python = ">=3.10"
# dependencies = ["cnet-test-package==1.0"]
# ///
import cnet_test_package
print("the answer is", cnet_test_package.answer)
"""


def make_wheel(folder: Path) -> None:
    """Write the smallest package there is, so that no registry is asked."""
    info = "cnet_test_package-1.0.dist-info"
    files = {
        "cnet_test_package.py": b"answer = 42\n",
        f"{info}/METADATA": b"Metadata-Version: 2.1\nName: cnet-test-package\nVersion: 1.0\n",
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    with zipfile.ZipFile(folder / "cnet_test_package-1.0-py3-none-any.whl", "w") as wheel:
        for name, content in files.items():
            wheel.writestr(name, content)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
            record += f"{name},sha256={digest.decode()},{len(content)}\n"
        wheel.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    make_wheel(wheels)
    agent = LiveAgent(tmp_path)
    agent.environment = {"UV_FIND_LINKS": str(wheels), "UV_NO_INDEX": "1"}
    (agent.workspace / "script.py").write_text(SCRIPT)
    try:
        yield agent.start()
    finally:
        agent.clean_up()


def test_what_is_missing_is_made_once_and_then_taken_from_the_cache(agent: LiveAgent) -> None:
    first = agent.reaches(agent.submit("python3", "script.py"), seconds=60)
    assert first["status"] == "completed", first["message"]
    log = agent.log(first["id"])
    assert log[-1] == "the answer is 42"
    assert "Installing" in log, "the set-up is part of the task's log"
    assert first["environment"]["source"] == "built"
    second = agent.reaches(agent.submit("python3", "script.py"))
    assert second["environment"]["source"] == "cached"
    assert agent.log(second["id"]) == ["the answer is 42"]
    assert second["environment"]["seconds"] < min(1.0, first["environment"]["seconds"])
    shown = agent.ask("GET", "/api/environments")
    assert [entry["packages"] for entry in shown] == [["cnet-test-package==1.0"]]


def test_a_package_that_cannot_be_had_is_named_in_a_sentence(agent: LiveAgent) -> None:
    body = {"requirements": ["cnet-package-that-is-not-there"]}
    task = agent.reaches(agent.submit("python3", "script.py", **body), seconds=60)
    assert (task["status"], task["reason"]) == ("failed", "environment_error")
    assert "cnet-package-that-is-not-there" in task["message"]


def test_a_script_run_by_a_path_or_an_option_is_left_alone(agent: LiveAgent) -> None:
    task = agent.reaches(agent.submit("python3", "-c", "print('plain')"))
    assert (task["status"], task["environment"]) == ("completed", None)
