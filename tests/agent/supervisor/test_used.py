"""What the processes of one attempt used."""

import os
import resource
import subprocess
import sys

from cnet_agent.supervisor.used import Used

BURN = "import time\nwhile time.process_time() < 0.2: pass"


def spawn(code: str) -> int:
    return os.posix_spawn(sys.executable, [sys.executable, "-I", "-S", "-c", code], os.environ)


def test_only_what_was_reaped_here_counts() -> None:
    subprocess.run([sys.executable, "-I", "-S", "-c", BURN], check=True)
    used = Used()
    used.reap(spawn("pass"))
    assert used.cpu_seconds < 0.2
    used.reap(spawn(BURN))
    assert used.cpu_seconds >= 0.2


def test_the_largest_counts_where_it_was_larger_than_this_process() -> None:
    used = Used()
    used.reap(spawn("pass"))
    assert used.peak_of_largest() is None
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 + 50_000_000
    used.reap(spawn(f"block = b'x' * {size}"))
    peak = used.peak_of_largest()
    assert peak is not None
    assert peak > size
