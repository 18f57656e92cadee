"""Which file systems are watched."""

from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

from cnet_agent.runtime.mounts import is_local, local_mounts


class Part(NamedTuple):
    device: str
    mountpoint: str
    fstype: str
    opts: str


def mounted(monkeypatch: pytest.MonkeyPatch, physical: list[Part], *others: Part) -> list[str]:
    def partitions(**which: bool) -> list[Part]:
        return [*physical, *others] if which["all"] else physical

    monkeypatch.setattr(psutil, "disk_partitions", partitions)
    return [mount.path for mount in local_mounts()]


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "fuse", "squashfs", "9p", "NFS"])
def test_what_may_hang_or_is_always_full_is_left_alone(kind: str) -> None:
    assert not is_local(kind)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "fuseblk", "NTFS", "apfs", "overlay"])
def test_file_systems_of_this_machine_are_watched(kind: str) -> None:
    assert is_local(kind, "rw,fixed")


def test_a_device_mounted_twice_counts_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bound = tmp_path / "bound"
    bound.mkdir()
    file = tmp_path / "file"
    file.touch()
    parts = [
        Part("/dev/vda1", str(file), "ext4", "rw"),
        Part("/dev/vda1", str(bound), "ext4", "rw"),
        Part("/dev/vda1", "/", "ext4", "rw"),
        Part("server:/home", str(tmp_path), "nfs4", "rw"),
    ]
    assert mounted(monkeypatch, parts) == ["/"]


def test_a_root_that_is_no_device_is_watched_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data = Part("/dev/vdb", str(tmp_path), "xfs", "rw")
    proc = Part("proc", "/proc", "proc", "rw")
    root = Part("overlay", "/", "overlay", "rw")
    assert mounted(monkeypatch, [data], proc, root) == ["/", str(tmp_path)]
