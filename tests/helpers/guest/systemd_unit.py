"""The unit of docs/operating.md under a real systemd; run in a guest, as root."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import ROOT, LiveAgent
from helpers.waiting import until_sync

UNIT = Path("/etc/systemd/system/cnet.service")
DATA = Path("/var/lib/cnet")


def systemctl(*arguments: str) -> str:
    done = subprocess.run(["systemctl", *arguments], check=False, capture_output=True, text=True)
    assert done.returncode == 0, (done.stderr, subprocess.getoutput("systemctl status cnet"))
    return done.stdout


class UnitAgent(LiveAgent):
    """The agent as systemd runs it."""

    def find(self) -> None:
        """Wait until the agent that systemd has started answers."""
        until_sync(lambda: (DATA / "agent.json").exists() and self._answers(), 200)

    def _answers(self) -> bool:
        self.url = f"http://127.0.0.1:{json.loads((DATA / 'agent.json').read_text())['port']}"
        try:
            self.ask("GET", "/api/health")
        except OSError:
            return False
        return True

    def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> Any:
        token = (DATA / "token").read_text().strip()
        return super().ask(method, path, body, {"Authorization": f"Bearer {token}"})


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> UnitAgent:
    manual = (ROOT / "docs/operating.md").read_text()
    (text,) = re.findall(r"```ini\n(.*?)```", manual, re.DOTALL)
    command = f"{os.path.realpath(sys.executable)} {ROOT}/app --agent-only --port 0"
    text = text.replace("/opt/cnet/bin/cnet-agent", command)
    mine = "User=tester\nEnvironment=PYTHONPATH=/packages"
    text = text.replace("User=cnet", mine).replace("user@999", "user@1000")
    UNIT.write_text(text)
    subprocess.run(["loginctl", "enable-linger", "tester"], check=True)
    systemctl("daemon-reload")
    systemctl("start", "cnet")
    made = UnitAgent(tmp_path_factory.mktemp("unit"))
    made.find()
    return made


def test_tasks_of_a_unit_are_limited_in_a_scope_of_its_users_systemd(agent: UnitAgent) -> None:
    process = agent.ask("GET", "/api/node")["executors"]["process"]
    assert process["detail"] == "cgroup v2 limits, in a scope of systemd"
    assert process["limits"]["memory"] == "hard"


def test_a_restart_of_the_unit_leaves_its_tasks_alone(agent: UnitAgent) -> None:
    task_id = agent.shell('until [ -e "$TMPDIR/go" ]; do sleep 0.1; done; exit 5')
    before = agent.reaches(task_id, "running", seconds=100)
    main = systemctl("show", "--property=MainPID", "cnet")
    (DATA / "agent.json").unlink()
    systemctl("restart", "cnet")
    agent.find()
    assert systemctl("show", "--property=MainPID", "cnet") != main
    assert agent.task(task_id)["pid"] == before["pid"]
    (DATA / "tasks" / task_id / "work/tmp/go").touch()
    assert agent.reaches(task_id, seconds=100)["exit_code"] == 5
    task = agent.reaches(agent.shell("exit 6"), seconds=100)
    assert (task["exit_code"], task["limited_by"]) == (6, "systemd scope")
