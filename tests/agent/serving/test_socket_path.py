"""Sockets at paths."""

import socket
import stat
from pathlib import Path

import pytest

from cnet_agent.serving import socket_path


@pytest.mark.parametrize("folder", ["short", "long" * 40])
def test_a_socket_can_be_reached_however_long_its_path_is(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "control.sock"
    path.parent.mkdir()
    assert (len(bytes(path)) > 107) == (folder != "short")
    with socket_path.listen(path) as listening:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with socket_path.connect(path) as connected:
            connected.send(b"hello")
            listening.setblocking(True)
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.recv(5) == b"hello"


def test_what_another_left_behind_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "control.sock"
    socket_path.listen(path).close()
    with pytest.raises(ConnectionRefusedError):
        socket_path.connect(path)
    with socket_path.listen(path), socket_path.connect(path) as connected:
        assert connected.family is socket.AF_UNIX


def test_where_nobody_listens_nobody_is_reached(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        socket_path.connect(tmp_path / "none.sock")
    with pytest.raises(FileNotFoundError):
        socket_path.listen(tmp_path / "none" / "control.sock")
