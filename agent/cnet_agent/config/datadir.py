"""The data directory: made private, on a local disk, and owned by one agent at a time."""

import fcntl
import os
import re
import stat
from pathlib import Path
from types import TracebackType
from typing import Self

from cnet_agent.config.errors import DataDirectoryInUse, UnusableDataDirectory
from cnet_agent.config.layout import Layout

# Locks and renames on these do not hold what a local disk holds.
_REMOTE = re.compile(
    r"(nfs|nfs4|cifs|smb3?|smbfs|ncpfs|afs|coda|ceph|lustre|gpfs|beegfs|orangefs|ocfs2|gfs2|davfs2?"
    r"|fuse\.(sshfs|s3fs|rclone|glusterfs|ceph|davfs2?|gcsfuse|juicefs|smbnetfs))"
)


def prepare(layout: Layout) -> None:
    """Make the data directory if it is missing, readable by its user only.

    Raises:
        UnusableDataDirectory: it is no directory, somebody else's, cannot be written to, or lies
            on a network file system.
    """
    root = layout.root
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = root.stat()
        if status.st_uid != os.geteuid():
            raise UnusableDataDirectory(
                f"The data directory {root} belongs to another user; name another one with"
                " --data-dir."
            )
        if stat.S_IMODE(status.st_mode) & 0o077:
            root.chmod(0o700)
    except OSError as error:
        raise UnusableDataDirectory(
            f"The data directory {root} cannot be used: {error.strerror}."
        ) from error
    if not os.access(root, os.W_OK | os.X_OK):
        raise UnusableDataDirectory(f"The data directory {root} cannot be written to.")
    kind = filesystem_of(root.resolve(), _mounts())
    if _REMOTE.fullmatch(kind):
        raise UnusableDataDirectory(
            f"The data directory {root} lies on a network file system ({kind}), where locks do not"
            " hold; name a local one with --data-dir."
        )


def is_owned(layout: Layout) -> bool:
    """Tell whether an agent has a data directory, without getting into its way.

    Trying the lock would hold it for a moment, and refuse an agent that starts in that moment. A
    file of the same number elsewhere counts as well: rather one agent too many than one overlooked.
    """
    try:
        inode = layout.lock.stat().st_ino
        locks = Path("/proc/locks").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return os.name == "posix" and not Path("/proc/locks").exists()
    return re.search(rf" FLOCK .* [0-9a-f]+:[0-9a-f]+:{inode} ", locks) is not None


def filesystem_of(path: Path, mounts: str) -> str:
    """Return the type of the file system that ``path`` lies on; empty if ``mounts`` lacks it.

    Args:
        path: an absolute path without links.
        mounts: the text of ``/proc/self/mounts``; where mounts lie over each other the last counts.
    """
    best, found = -1, ""
    for line in mounts.splitlines():
        _, mount, kind, *_ = line.split(" ")
        point = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), mount))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), kind
    return found


class DataDirLock:
    """Holds a data directory for this process; the system lets go of it when the process ends."""

    def __init__(self, layout: Layout) -> None:
        """Take the lock.

        Raises:
            DataDirectoryInUse: another agent has it.
        """
        # Opened without inheritance: no child may hold it after this process.
        self._descriptor = os.open(layout.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            text = os.read(self._descriptor, 20).decode("ascii", "replace").strip()
            os.close(self._descriptor)
            pid = int(text) if text.isdecimal() else None
            who = f"the agent with pid {pid}" if pid else "another agent"
            raise DataDirectoryInUse(
                f"The data directory {layout.root} is in use by {who}.", pid
            ) from None
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, str(os.getpid()).encode(), 0)

    def release(self) -> None:
        """Let the next agent have the directory."""
        os.close(self._descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def _mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except FileNotFoundError:  # no Linux: the directory is taken as it is
        return ""
