"""The agent against its own OpenAPI text: generated requests, good and bad, by schemathesis."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from helpers import confined
from helpers.live_agent import ROOT, LiveAgent

pytestmark = [pytest.mark.integration, pytest.mark.timeout(900)]

EXAMPLES = "25"  # an operation
SETTINGS = """
[checks]
# Beyond the usual: a body that breaks a rule by its size may be refused for its size.
negative_data_rejection.expected-statuses = [
    "400", "401", "403", "404", "405", "409", "413", "415", "422", "503",
]

[[operations]]
# DELETE stops a task, which stays there to be looked at; only ?purge=true removes it.
include-path-regex = "^/api/tasks/"
checks.use_after_free.enabled = false
"""
LEFT_OUT = [
    # Done by hooks: one knows the rules that no schema can hold, the other that wrong tokens are
    # counted.
    "positive_data_acceptance",
    "ignored_auth",
    "object_level_authorization",  # there are roles, and no objects of one's own
]


@contextmanager
def confined_agent(local_trust: str) -> Iterator[LiveAgent]:
    """Give an agent whose tasks can do no harm: what they run was made up by a program."""
    with confined.folder() as folder:
        agent = LiveAgent(
            folder,
            agent={"local_trust": local_trust},
            tasks={"max_concurrent": 2},
            training={"port": 0, "queue_size": 1_000_000},  # no request is refused for want of room
        )
        agent.prefix = confined.wrapper()
        agent.environment = confined.environment(folder)
        confined.give(folder)
        try:
            yield agent.start()
        finally:
            agent.clean_up()


def check(agent: LiveAgent, *options: str) -> None:
    """Run schemathesis against an agent, as its own user; every check must pass."""
    folder = agent.data_dir.parent
    settings = folder / "schemathesis.toml"
    settings.write_text(SETTINGS)
    command = [*confined.wrapper(), sys.executable, "-m", "schemathesis.cli"]
    command += ["--config-file", str(settings), "run", f"{agent.url}/openapi.json"]
    command += ["--exclude-path", "/api/events"]  # a stream: it does not end
    command += ["--exclude-checks", ",".join(LEFT_OUT), "--seed", "1", "--no-color"]
    command += ["--max-examples", EXAMPLES, "--generation-database", "none", *options]
    environment = {
        **os.environ,
        **confined.environment(folder),
        "PYTHONPATH": str(ROOT / "tests"),
        "SCHEMATHESIS_HOOKS": "helpers.contract_hooks",
    }
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        timeout=850,
        env=environment,
        cwd=folder,
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
    assert "Traceback" not in agent.stderr()
    assert agent.ask("GET", "/health")["status"] == "ok"


def test_an_administrator_gets_nothing_that_the_contract_does_not_say() -> None:
    with confined_agent("same-user") as agent:
        check(agent)


def test_a_reader_gets_nothing_but_to_read() -> None:
    with confined_agent("token") as agent:
        admin = {"Authorization": f"Bearer {(agent.data_dir / 'token').read_text().strip()}"}
        made = agent.ask("POST", "/api/tokens", {"name": "reader", "role": "read"}, admin)
        task_id = agent.ask("POST", "/api/tasks", {"command": "missing"}, admin)["id"]
        before = agent.ask("GET", "/api/config", headers=admin)
        check(agent, "--header", f"Authorization: Bearer {made['token']}")
        assert [each["id"] for each in agent.ask("GET", "/api/tasks", headers=admin)] == [task_id]
        assert len(agent.ask("GET", "/api/tokens", headers=admin)) == 1
        assert agent.ask("GET", "/api/config", headers=admin) == before
