"""The services that some tests need, and how to tell that one is missing."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from helpers.small_disk import small_disk

_OF_GUESTS = 4 * 2**30  # bytes of memory, all of them together


def _no_display() -> str:
    missing = [name for name in ("Xvfb", "xdotool", "openbox") if not shutil.which(name)]
    return f"not installed: {', '.join(missing).lower()}" if missing else ""


def _no_at_spi() -> str:
    told = subprocess.run(
        ["/usr/bin/python3", "-c", "import pyatspi"], check=False, capture_output=True, text=True
    )
    if told.returncode != 0:
        return "not installed: python3-pyatspi"
    return "" if shutil.which("dbus-daemon") else "not installed: dbus"


def _no_docker() -> str:
    if os.geteuid() != 0:
        return "only root may start a Docker of its own"
    wanted = {"dockerd": "docker.io", "ip": "iproute2", "busybox": "busybox-static"}
    missing = [package for name, package in wanted.items() if not shutil.which(name)]
    return f"not installed: {', '.join(missing)}" if missing else ""


def _no_tmpfs() -> str:
    if os.geteuid() != 0:
        return "only root may mount a small disk"
    with tempfile.TemporaryDirectory() as folder:
        try:
            with small_disk(Path(folder) / "disk", "1m"):
                return ""
        except OSError as error:
            return f"a small disk cannot be mounted: {error}"


def _no_guest() -> str:
    wanted = {"linux.uml": "user-mode-linux", "cpio": "cpio", "busybox": "busybox-static"}
    missing = [package for name, package in wanted.items() if not shutil.which(name)]
    if missing:
        return f"not installed: {', '.join(missing)}"
    memory = Path("/dev/shm")  # where it lies
    free = shutil.disk_usage(memory).free if memory.is_dir() else 0
    return "" if free >= _OF_GUESTS else f"{memory} has less than {_OF_GUESTS >> 30} GiB free"


def _no_validators() -> str:
    wanted = {"desktop-file-validate": "desktop-file-utils", "appstreamcli": "appstream"}
    missing = [package for name, package in wanted.items() if not shutil.which(name)]
    return f"not installed: {', '.join(missing)}" if missing else ""


def _no_cjk() -> str:
    folders = [Path("/usr/share/fonts"), Path.home() / ".local" / "share" / "fonts"]
    found = any(any(folder.rglob("NotoSansCJK*")) for folder in folders)
    return "" if found else "not installed: fonts-noto-cjk"


def _no_registry() -> str:
    asking = [sys.executable, "-m", "pip", "index", "versions", "tensorflow-cpu"]
    done = subprocess.run(asking, capture_output=True, timeout=30, check=False)
    return "the package registry does not answer" if done.returncode else ""


_PROBES: dict[str, Callable[[], str]] = {
    "docker": _no_docker,
    "xvfb": _no_display,
    "at-spi": _no_at_spi,
    "tmpfs": _no_tmpfs,
    "guest": _no_guest,
    "validators": _no_validators,
    "cjk": _no_cjk,
    "registry": _no_registry,
}


def missing(name: str) -> str:
    """Return why a service cannot be used here, as a sentence; empty when it can."""
    return _PROBES[name]()
