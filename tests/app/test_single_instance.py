import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnet_app import single_instance
from cnet_app.single_instance import SingleInstance, claim
from helpers.live_agent import ROOT
from helpers.waiting import until

pytestmark = pytest.mark.gui

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from cnet_app.single_instance import claim
application = QCoreApplication([])
sys.exit(0 if claim(Path(sys.argv[1])) is None else 3)
"""


@pytest.fixture
def first(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SingleInstance]:
    monkeypatch.setattr(single_instance, "DEADLINE", 500)
    made = claim(tmp_path)
    assert made is not None
    yield made
    made.close()


def second(data_dir: Path) -> "subprocess.Popen[bytes]":
    sources = [str(ROOT / folder) for folder in ("app", "agent", "ui", "resources")]
    code = f"import sys; sys.path[:0] = {sources!r}\n{SECOND}"
    return subprocess.Popen([sys.executable, "-c", code, str(data_dir)])


async def test_a_second_start_raises_the_first_and_ends(
    first: SingleInstance, tmp_path: Path
) -> None:
    asked: list[None] = []
    first.asked.connect(lambda: asked.append(None))
    other = second(tmp_path)
    status = await until(lambda: other.poll() is not None and [other.returncode], 20)
    assert status == [0]
    assert asked == [None]


async def test_over_another_data_directory_it_is_a_first_one(
    first: SingleInstance, tmp_path: Path
) -> None:
    other = claim(tmp_path / "other")
    assert other is not None
    other.close()


def test_what_a_killed_console_left_behind_stops_nobody(qapp: object, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(single_instance._name(tmp_path))  # stays there when it is closed
    made = claim(tmp_path)
    assert made is not None
    assert made._server.isListening()
    made.close()


def test_only_this_user_can_speak_to_it(first: SingleInstance, tmp_path: Path) -> None:
    path = Path(first._server.fullServerName())
    assert path.stat().st_mode & 0o077 == 0
