"""The machine that figures are from, in a sentence."""

import os
import platform
import shutil
import subprocess
from pathlib import Path

import psutil


def describe() -> str:
    """Return processor, memory, system and Python."""
    memory = psutil.virtual_memory().total / (1 << 30)
    release = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    parts = (
        f"{os.cpu_count()} cores ({_processor()})",
        f"{memory:.0f} GiB",
        release,
        f"Linux {platform.release()}",
        f"{_file_system()} for temporary files",
        f"Python {platform.python_version()}",
    )
    return ", ".join(parts)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _file_system() -> str:
    command = ["findmnt", "-n", "-o", "FSTYPE", "--target", os.environ.get("TMPDIR", "/tmp")]
    if shutil.which(command[0]) is None:
        return "an unknown file system"
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
