"""How much may still be written to a disk, if a part of it is to stay free."""

import os


def room(disk: int | str, spare: int, share: int) -> int:
    """Return the bytes that are free beyond what is to stay free; negative where they lack.

    Args:
        disk: a descriptor or a path on the disk.
        spare: bytes that are to stay free.
        share: of a small disk no more than this part of it: 50 for a fiftieth.

    Raises:
        OSError: the disk cannot be asked.
    """
    found = os.statvfs(disk)
    size = found.f_blocks * found.f_frsize
    return found.f_bavail * found.f_frsize - min(spare, size // share)
