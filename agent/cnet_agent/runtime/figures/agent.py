"""The figures of the agent's own process and files. Blocks, shortly."""

import os
import platform
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import psutil

from cnet_agent import __version__
from cnet_agent.wire.exposition import Family, counter, gauge


def process() -> list[Family]:
    """Return memory, CPU time, threads and descriptors, under the names that all programs use."""
    own = psutil.Process()
    with own.oneshot():
        times = own.cpu_times()
        families = [
            counter("process_cpu_seconds", "CPU time.", times.user + times.system),
            gauge("process_resident_memory_bytes", "Resident memory.", own.memory_info().rss),
            gauge("process_threads", "Threads.", own.num_threads()),
            gauge("process_start_time_seconds", "Start, in Unix time.", own.create_time()),
        ]
    if os.name == "posix":
        families.append(gauge("process_open_fds", "Open descriptors.", own.num_fds()))
    return families


def build() -> Family:
    """Return which agent this is."""
    family = gauge("cnet_build_info", "Always 1; the labels say which agent this is.")
    family.add(1, version=__version__, python=platform.python_version())
    return family


def sizes(files: Mapping[str, Path]) -> Family:
    """Return the bytes of the agent's databases with their logs."""
    family = gauge("cnet_database_bytes", "A database and its write-ahead log.")
    for name, path in files.items():
        size = 0
        for file in (path, path.with_name(f"{path.name}-wal")):
            with suppress(OSError):
                size += file.stat().st_size
        family.add(size, database=name)
    return family
