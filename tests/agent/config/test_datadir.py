import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cnet_agent.config import datadir
from cnet_agent.config.datadir import DataDirLock, filesystem_of, is_owned, prepare
from cnet_agent.config.errors import DataDirectoryInUse, UnusableDataDirectory
from cnet_agent.config.layout import Layout

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
server:/home /home nfs4 rw 0 0
me@host: /home/me/far\040away fuse.sshfs rw 0 0
/dev/sdb1 /home/me/disk xfs rw 0 0
""".strip()

HOLD = """
import sys, time
from pathlib import Path
from cnet_agent.config.datadir import DataDirLock
from cnet_agent.config.layout import Layout
lock = DataDirLock(Layout(Path(sys.argv[1])))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout(tmp_path / "state" / "cnet")


def test_the_directory_is_made_for_its_user_only(layout: Layout) -> None:
    prepare(layout)
    assert layout.root.stat().st_mode & 0o777 == 0o700


def test_a_directory_that_others_could_read_is_closed_to_them(layout: Layout) -> None:
    layout.root.mkdir(parents=True, mode=0o755)
    prepare(layout)
    assert layout.root.stat().st_mode & 0o777 == 0o700


def test_a_file_is_no_data_directory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableDataDirectory, match="cannot be used: File exists"):
        prepare(Layout(tmp_path / "file"))


def test_a_network_file_system_is_refused_with_its_type(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datadir, "_mounts", lambda: f"x / ext4 rw 0 0\nx {layout.root} nfs4 rw 0 0")
    with pytest.raises(UnusableDataDirectory, match=r"network file system \(nfs4\)"):
        prepare(layout)


def test_another_users_directory_is_refused(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(UnusableDataDirectory, match="belongs to another user"):
        prepare(layout)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/cnet", "ext4"),
        ("/home/me/.local/share/cnet", "nfs4"),
        ("/home/me/far away/cnet", "fuse.sshfs"),
        ("/home/me/disk/cnet", "xfs"),
        ("/home/me/diskette", "nfs4"),
    ],
)
def test_a_path_lies_on_the_innermost_mount(path: str, kind: str) -> None:
    assert filesystem_of(Path(path), MOUNTS) == kind


def test_of_mounts_over_each_other_the_last_counts() -> None:
    assert filesystem_of(Path("/a/b"), "x /a nfs rw 0 0\ny /a ext4 rw 0 0") == "ext4"


def test_the_second_agent_is_refused_and_told_the_first_ones_pid(layout: Layout) -> None:
    prepare(layout)
    with DataDirLock(layout):
        with pytest.raises(DataDirectoryInUse, match=f"agent with pid {os.getpid()}") as caught:
            DataDirLock(layout)
        assert caught.value.pid == os.getpid()
    DataDirLock(layout).release()


def test_after_kill_9_the_next_agent_has_the_directory_at_once(layout: Layout) -> None:
    prepare(layout)
    command = [sys.executable, "-c", HOLD, str(layout.root)]
    path = str(Path(datadir.__file__).parents[2])
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"held\n"
        with pytest.raises(DataDirectoryInUse) as caught:
            DataDirLock(layout)
        assert caught.value.pid == first.pid
        first.send_signal(signal.SIGKILL)
        first.wait(10)
    DataDirLock(layout).release()
    assert layout.lock.read_text() == str(os.getpid())


def test_no_child_inherits_the_lock(layout: Layout) -> None:
    prepare(layout)
    with (
        DataDirLock(layout),
        subprocess.Popen(["cat"], stdin=subprocess.PIPE, close_fds=False) as child,
    ):
        descriptors = Path(f"/proc/{child.pid}/fd").iterdir()
        held = [str(descriptor.readlink()) for descriptor in descriptors]
        assert str(layout.lock) not in held
        assert child.stdin is not None
        child.stdin.close()


def test_who_only_looks_sees_whether_an_agent_is_there(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    assert not is_owned(layout)
    with DataDirLock(layout):
        assert is_owned(layout)
    assert not is_owned(layout)
