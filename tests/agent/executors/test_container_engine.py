"""How Docker is reached, and what is said where it is not."""

import socket
from pathlib import Path

import pytest

from cnet_agent.executors.container_engine import Engine, Unreachable, knock


def test_where_nobody_listens_is_seen_and_said_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/nobody.sock")
    engine = Engine()
    for _ in range(2):
        with pytest.raises(Unreachable) as away:
            engine.info()
        assert "not running" in str(away.value)
        assert away.value.command


def test_a_socket_that_one_may_not_use_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_host: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("cnet_agent.executors.container_engine.knock", refuse)
    with pytest.raises(Unreachable) as away:
        Engine().info()
    assert "may not use Docker" in str(away.value)


def test_a_door_that_is_open_is_knocked_at_and_left(tmp_path: Path) -> None:
    path = str(tmp_path / "docker.sock")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(path)
        door.listen()
        knock(f"unix://{path}")
    knock("tcp://127.0.0.1:1")  # is asked as it is
