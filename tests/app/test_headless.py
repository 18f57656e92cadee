"""The agent alone, as a process: when it is ready, how it ends, and why it will not start."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from cnet_app import headless
from helpers.live_agent import ROOT, LiveAgent, live_agent

pytestmark = pytest.mark.integration

PYTHON = "tag:yaml.org,2002:python/name:os"


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[LiveAgent]:
    with live_agent(tmp_path) as agent:
        yield agent


def attempt(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Start an agent that is expected not to start."""
    command = [sys.executable, str(ROOT / "app"), "--agent-only", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)


def test_it_says_in_one_line_that_it_is_ready(agent: LiveAgent) -> None:
    assert agent.output == f"CNET agent ready at {agent.url}\n"
    assert agent.url.startswith("http://127.0.0.1:")
    assert agent.ask("GET", "/health")["status"] == "ok"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_in_order_and_leaves_its_tasks_running(
    agent: LiveAgent, number: int
) -> None:
    gate = agent.workspace / "gate"
    task_id = agent.shell(f"while ! test -e {gate}; do sleep 0.02; done; exit 7")
    agent.reaches(task_id, "running")
    assert agent.kill(number) == 0
    assert agent.processes() != []
    assert not (agent.data_dir / "agent.json").exists()
    agent.start()
    assert agent.task(task_id)["status"] == "running"
    gate.touch()
    assert agent.reaches(task_id)["exit_code"] == 7


async def test_a_second_signal_cuts_the_orderly_end_short(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class NeverCloses:
        url = "http://127.0.0.1:1"
        closing = asyncio.Event()

        async def __aenter__(self) -> Self:
            os.kill(os.getpid(), signal.SIGTERM)
            return self

        async def __aexit__(self, *_: object) -> None:
            self.closing.set()
            await asyncio.Event().wait()

    serving = asyncio.create_task(headless._serve(NeverCloses()))  # type: ignore[arg-type]
    try:
        await asyncio.wait_for(NeverCloses.closing.wait(), 5)
        assert not serving.done()
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait_for(serving, 5)
    finally:
        for number in headless._ENDING:
            asyncio.get_running_loop().remove_signal_handler(number)
    assert capsys.readouterr().out == "CNET agent ready at http://127.0.0.1:1\n"


def test_a_port_in_use_is_said_with_who_has_it_and_the_directory_is_free(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = attempt("--port", port, "--data-dir", str(tmp_path / "data"))
    assert result.returncode == 3
    assert f"Port {port} on 127.0.0.1 is in use" in result.stderr
    assert f"pid {os.getpid()}" in result.stderr
    assert "Traceback" not in result.stderr
    agent = LiveAgent(tmp_path)
    try:
        agent.start()
    finally:
        agent.clean_up()


def test_a_data_directory_in_use_is_said_with_whose_it_is(agent: LiveAgent) -> None:
    began = time.monotonic()
    result = attempt("--port", "0", "--data-dir", str(agent.data_dir))
    assert (result.returncode, result.stdout) == (4, "")
    assert result.stderr == (
        f"The data directory {agent.data_dir} is in use by the agent with pid {agent.pid}."
        " Stop it, or name another directory with --data-dir.\n"
    )
    assert time.monotonic() - began < 10
    assert agent.ask("GET", "/health")["status"] == "ok"


def test_after_kill_9_the_next_start_works_at_once(agent: LiveAgent) -> None:
    agent.kill(signal.SIGKILL)
    agent.start()
    assert agent.ask("GET", "/health")["status"] == "ok"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"agent:\n  port: abc\n", '2:9: agent.port must be a whole number, not "abc"'),
        (
            b"agent:\n  prot: 1\n",
            '2:3: there is no setting "agent.prot"; did you mean "agent.port"?',
        ),
        (b"agent: {port: 1}\nagent: {}\n", '2:1: "agent" is given twice, first in line 1'),
        (b"agent:\n  port: 1\n   a: b\n", '3:5: a second ":" in one line; put the value in quotes'),
        (b"agent:\n\tport: 1\n", "2:1: a tab stands where YAML wants spaces"),
        (b"a: \xff", "1:4: is not text in UTF-8"),
        (bytes(range(256)), "2:118: is not text in UTF-8"),
        (b"a: &a [*a]", '1:4: the anchor "&a" is refused; write values out'),
        (b"a: &a [x]\nb: &b [*a, *a]\n", '1:4: the anchor "&a" is refused; write values out'),
        (b"a: !!env [id]", '1:4: the tag "tag:yaml.org,2002:env" is refused; write a plain value'),
        (b"a: !!python/name:os [id]", f'1:4: the tag "{PYTHON}" is refused; write a plain value'),
        (b"- a\n- b\n", '1:1: must be sections of settings, such as "agent:"'),
        (b"[" * 3000, "1:1: is nested too deeply"),
        (b"# " + b"x" * 2_000_000, "1:1: is larger than 1 MiB, too large for a configuration"),
    ],
    ids=lambda value: None if isinstance(value, str) else str(value[:12]),
)
def test_bad_configuration_is_said_with_its_place_and_nothing_else(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes(content)
    result = attempt("--config", str(file), "--data-dir", str(tmp_path / "data"))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"{file}:{problem}\n"
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("name", "problem"), [("none.yaml", "No such file or directory"), (".", "Is a directory")]
)
def test_a_configuration_that_is_no_file_is_named(tmp_path: Path, name: str, problem: str) -> None:
    result = attempt("--config", str(tmp_path / name), "--data-dir", str(tmp_path / "data"))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"{tmp_path / name}:1:1: cannot be read: {problem}\n"


def test_a_data_directory_that_cannot_be_one_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = attempt("--data-dir", str(tmp_path / "file"))
    assert result.returncode == 2
    assert result.stderr == f"The data directory {tmp_path / 'file'} cannot be used: File exists.\n"


def test_a_workspace_that_is_no_folder_is_said_before_any_task_fails_for_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folders = ["--data-dir", str(tmp_path / "data"), "--workspace", str(tmp_path / "file")]
    result = attempt("--port", "0", *folders)
    assert result.returncode == 2
    assert result.stderr == (
        f"The workspace {tmp_path / 'file'} cannot be used: File exists."
        " Name another folder with --workspace.\n"
    )


def test_what_it_does_is_in_its_log_file(agent: LiveAgent) -> None:
    agent.kill(signal.SIGTERM)
    assert f"Answering at {agent.url}" in (agent.data_dir / "logs" / "agent.log").read_text()
