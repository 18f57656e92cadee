"""The file systems worth watching: on local devices, each device once."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

# A dead server makes every look at its file system hang.
_NETWORK = frozenset(
    {"9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs"}
    | {"lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "orangefs", "smb3", "smbfs", "virtiofs"}
    | {"webdav"}
)
_IMAGES = frozenset({"squashfs", "iso9660", "udf", "erofs", "cramfs"})  # always full


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted file system."""

    path: str
    device: str
    filesystem: str

    @property
    def counter(self) -> str:
        """The name under which the system counts the device's traffic, such as ``sda1``."""
        return Path(os.path.realpath(self.device)).name if self.device else ""


def local_mounts() -> list[Mount]:
    """Return the mounts on local devices, sorted by path; of several of a device the shortest."""
    by_device: dict[str, Mount] = {}
    for part in psutil.disk_partitions(all=False):
        if not is_local(part.fstype, part.opts) or not Path(part.mountpoint).is_dir():
            continue
        known = by_device.get(part.device)
        if known is None or len(part.mountpoint) < len(known.path):
            by_device[part.device] = Mount(part.mountpoint, part.device, part.fstype)
    found = list(by_device.values())
    if os.name == "posix" and not any(mount.path == "/" for mount in found):
        found += _root()
    return sorted(found, key=lambda mount: mount.path)


def is_local(filesystem: str, options: str = "") -> bool:
    """Tell whether a file system holds data of this machine and answers without a network."""
    kind = filesystem.lower()
    return not (
        kind in _NETWORK
        or kind in _IMAGES
        or kind == "fuse"
        or kind.startswith("fuse.")
        or "remote" in options.split(",")
        or (sys.platform == "win32" and "cdrom" in options)
    )


def _root() -> list[Mount]:
    """Return the root where it is no device, as in a container."""
    return [
        Mount("/", "", part.fstype)
        for part in psutil.disk_partitions(all=True)
        if part.mountpoint == "/" and is_local(part.fstype, part.opts)
    ][-1:]
