import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from cnet_agent.config import run_file


def test_what_an_agent_announces_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "agent.json"
    run = run_file.announce(path, 8080, "instance", "http://127.0.0.1:8080")
    assert run_file.read(path) == run
    assert run.pid == os.getpid()


def test_only_its_user_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "agent.json"
    run_file.announce(path, 8080, "instance", "http://127.0.0.1:8080")
    assert path.stat().st_mode & 0o777 == 0o600


def test_each_start_has_a_key_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "agent.json"
    keys = {run_file.announce(path, 1, "i", "u").key for _ in range(3)}
    assert len(keys) == 3


def test_a_withdrawn_file_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "agent.json"
    run_file.withdraw(path, run_file.announce(path, 1, "i", "u"))
    assert run_file.read(path) is None
    assert not path.exists()


def test_the_file_of_a_later_agent_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "agent.json"
    first = run_file.announce(path, 1, "first", "u")
    second = run_file.announce(path, 2, "second", "u")
    run_file.withdraw(path, first)
    assert run_file.read(path) == second


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "{}",
        json.dumps({"port": "8080", "instance": "i", "key": "k", "pid": 1, "url": "u"}),
        json.dumps({"port": 1, "instance": "i", "key": "k", "pid": 1, "url": "u", "more": 1}),
    ],
)
def test_a_file_that_no_agent_wrote_says_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "agent.json"
    path.write_text(text)
    assert run_file.read(path) is None


def test_another_users_file_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "agent.json"
    run = run_file.announce(path, 1, "i", "u")
    assert run_file.read(path) == replace(run)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert run_file.read(path) is None
